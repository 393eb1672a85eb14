import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { findingCodes } from "../../server/src/cards/finding.ts";
import { mark } from "../support/markedCards.ts";
import { openText } from "../support/openCards.ts";
import { ruleExamples } from "../support/ruleExamples.ts";
import { rulesPage } from "../support/rulesPage.ts";

for (const { code, bad, good, silent = [], others = {} } of ruleExamples) {
  test(`${code}: speaks where the mark is, and not of the card put right`, () => {
    const text = bad.replaceAll(/[⟦⟧]/g, "");
    const { context, findings } = openText(text, others);
    const found = findings.filter((finding) => finding.code === code);
    const ranges = found.map(({ start, end }) => ({
      start: context.document.offsetAt(start),
      end: context.document.offsetAt(end),
    }));
    assert.equal(mark(text, ranges), bad);
    for (const quiet of [good, ...silent]) {
      const said = openText(quiet, others).findings.filter((finding) => finding.code === code);
      assert.deepEqual(said, [], quiet);
    }
  });
}

test("the page of rules has every finding, with what is said today", () => {
  const page = new URL("../../samples/RULES.md", import.meta.url);
  const text = rulesPage();
  if (process.env.UPDATE === "1") writeFileSync(page, text);
  assert.equal(readFileSync(page, "utf8"), text);
  for (const code of findingCodes) assert.match(text, new RegExp(`\\\`${code}\\\``));
});

test("what a rule says is exact", () => {
  const said = (code: string) => {
    const example = ruleExamples.find((one) => one.code === code);
    assert.ok(example);
    const { findings } = openText(example.bad.replaceAll(/[⟦⟧]/g, ""), example.others);
    return findings.find((finding) => finding.code === code)?.message.replaceAll("\u00a0", " ");
  };
  assert.equal(
    said("name-size"),
    "The name says 3B; the card says 4.20 B in total. One of them is wrong, or another model is meant.",
  );
  assert.equal(
    said("protocol-differs"),
    "MMLU was measured with 0 shots; nmi-2025 expects 5. The density is less certain than its digits.",
  );
  assert.equal(
    said("base-model-unknown"),
    "No card of this collection is named Tren-15B, so dates and densities are not compared. If Tern-15B is meant, write that.",
  );
  assert.equal(
    said("score-below-chance"),
    "MMLU 12.5 % is below the 25 % that guessing gives. It may be another scale, or answers were not recognised.",
  );
});
