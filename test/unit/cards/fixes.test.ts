import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Finding, Fix } from "../../../server/src/cards/finding.ts";
import { readCards } from "../../../server/src/cards/readCards.ts";

const folder = new URL("../../../samples/broken/", import.meta.url);

function findingsOf(text: string): Finding[] {
  return readCards(text).cards.flatMap(({ findings }) => findings);
}

function apply(text: string, { range, newText }: Fix): string {
  return text.slice(0, range.start) + newText + text.slice(range.end);
}

function count(findings: readonly Finding[], code: string): number {
  return findings.filter((finding) => finding.code === code).length;
}

for (const file of readdirSync(folder).filter((name) => name.endsWith(".yaml"))) {
  test(`every fix offered in samples/broken/${file} removes its finding and brings no error`, () => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const before = findingsOf(text);
    for (const finding of before) {
      for (const fix of finding.fixes ?? []) {
        const after = findingsOf(apply(text, fix));
        assert.ok(
          count(after, finding.code) < count(before, finding.code),
          `${finding.message} ${fix.title}`,
        );
        const errors = (found: readonly Finding[]) =>
          found.filter(({ severity }) => severity === "error").length;
        assert.ok(errors(after) <= errors(before), `${finding.message} ${fix.title}`);
      }
    }
  });
}

test("the broken samples offer fixes of many sorts", () => {
  const codes = new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .flatMap((file) => findingsOf(readFileSync(new URL(file, folder), "utf8")))
      .filter(({ fixes }) => fixes !== undefined)
      .map(({ code }) => code),
  );
  assert.ok(codes.size >= 10, [...codes].join(", "));
});
