import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { bundleFile, bundleText, collectTexts } from "../../../l10n/collect.ts";

test("every text that the client shows is in the bundle for translators (npm run l10n)", () => {
  assert.equal(readFileSync(bundleFile, "utf8"), bundleText());
});

test("the texts are those of the client, with numbered places", () => {
  const texts = collectTexts();
  assert.ok(texts.includes("{0} exists already, or cannot be written."));
  assert.ok(texts.includes("Left out of the trend"));
  for (const text of texts) {
    const places = [...text.matchAll(/\{(\d)\}/g)].map(([, place]) => Number(place)).sort();
    assert.deepEqual(
      places,
      places.map((_, position) => position),
      text,
    );
  }
});
