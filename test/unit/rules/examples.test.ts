import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { findingCodes } from "../../../server/src/cards/finding.ts";
import { mark } from "../../support/markedCards.ts";
import { openText } from "../../support/openCards.ts";
import { type RuleExample, ruleExamples } from "../../support/ruleExamples.ts";
import { examples, findingsIn, rulesPage } from "../../support/rulesPage.ts";

for (const example of examples) {
  const { code, bad, good, odd = [], silent = [], beside = [] } = example;
  test(`${code}: says one thing of the bad example, where the mark is, and nothing of the good one`, () => {
    assert.deepEqual(codesOf(assertMarked(example, bad)), [code, ...beside].sort());
    assert.deepEqual(findingsIn(example, good), []);
    for (const text of odd) assertMarked(example, text);
    for (const quiet of silent) {
      const said = findingsIn(example, quiet).filter((finding) => finding.code === code);
      assert.deepEqual(said, [], quiet);
    }
  });
}

/** Asserts that the example's finding stands exactly where the text is marked; all findings of the text. */
function assertMarked(example: RuleExample, marked: string) {
  const text = marked.replaceAll(/[⟦⟧]/g, "");
  const found = findingsIn(example, text);
  const document = TextDocument.create("file:///a", "yaml", 1, text);
  const ranges = found
    .filter((finding) => finding.code === example.code)
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
  const places = ranges.map(({ start, end }) => text.slice(start, end));
  assert.ok(mark(text, ranges) === marked, `${example.code}: marks ${places.join(", ")}, in ${marked}`);
  return found;
}

function codesOf(found: readonly { readonly code: string }[]): string[] {
  return [...new Set(found.map(({ code }) => code))].sort();
}

test("every finding of the registry has its example", () => {
  assert.deepEqual(
    examples.map(({ code }) => code),
    findingCodes,
  );
});

test("the page of rules has every finding, with what is said today", () => {
  const page = new URL("../../../samples/RULES.md", import.meta.url);
  const text = rulesPage();
  if (process.env.UPDATE === "1") writeFileSync(page, text);
  assert.equal(readFileSync(page, "utf8"), text);
  for (const code of findingCodes) assert.match(text, new RegExp(`\\\`${code}\\\``));
});

test("what a rule says is exact", () => {
  const said = (code: string) => {
    const example = ruleExamples.find((one) => one.code === code);
    assert.ok(example);
    const findings = findingsIn(example, example.bad.replaceAll(/[⟦⟧]/g, ""));
    return findings.find((finding) => finding.code === code)?.message.replaceAll("\u00a0", " ");
  };
  assert.equal(
    said("name-size"),
    "The name says 3B; the card says 4.20 B non-embedding. One of them is wrong, or another model is meant.",
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

/** What is said of release dates that look like another day. */
function dateDoubts(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return openText(text, others)
    .findings.filter(({ code }) => code === "date-of-evaluation")
    .map(({ message }) => message);
}

test("each sign that a release date is another day is named", () => {
  const card = (date: string, more: string) =>
    `name: Tern-3B\nrelease_date: ${date}\nkind: base\nparameters: 3B\n${more}`;
  const dated = "benchmarks: { mmlu: { score: 62, date: 2025-01-12T08:30 } }\n";
  const advice = "A card is dated by the day its weights became public, not by an evaluation or an upload.";
  assert.deepEqual(dateDoubts(card("2025-01-12", dated)), [
    `12 Jan 2025 is also the day a score was measured. ${advice}`,
  ]);
  assert.deepEqual(dateDoubts(card("2025-06-01", dated)), [
    `1 Jun 2025 lies long after 12 Jan 2025, when a score was measured. ${advice}`,
  ]);
  assert.deepEqual(dateDoubts(card("2025-03-01", "sources: https://tern.example/blog/2024/09/19/tern\n")), [
    `1 Mar 2025 lies long after 19 Sep 2024, the date of the source https://tern.example/blog/2024/09/19/tern. ${advice}`,
  ]);
  const child = (name: string, date: string) =>
    `name: ${name}\nrelease_date: ${date}\nkind: instruct\nbase_model: seabirds/tern-3b\nparameters: 3B\n`;
  const first = { "a.modelcard.yaml": child("Tern-3B-Chat", "2024-10-02") };
  const both = { ...first, "b.modelcard.yaml": child("Tern-3B-Code", "2024-11-20") };
  assert.deepEqual(dateDoubts(card("2025-03-01", ""), first), [], "one may be dated wrongly itself");
  assert.deepEqual(dateDoubts(card("2025-03-01", ""), both), [
    `Two models made from Tern-3B appeared before 1 Mar 2025, the first, Tern-3B-Chat, on 2 Oct 2024. ${advice}`,
  ]);
});

test("an optional rule is looked for where it is chosen, and a comment can take it back", () => {
  const text = "name: A\nrelease_date: 2024-09-19\nkind: base\nparameters: 3B\nbenchmarks:\n  mmlu: 62\n";
  const said = (card: string, severities = {}) =>
    openText(card, {}, undefined, severities).findings.filter(({ code }) => /^(bench|supp)/.test(code));
  const chosen = { "benchmark-before-model": "hint" as const };
  assert.deepEqual(said(text), []);
  assert.deepEqual(
    said(text, chosen).map(({ severity, message }) => [severity, message]),
    [
      [
        "hint",
        "MMLU was published in Sep 2020 (https://arxiv.org/abs/2009.03300), 48 months before 19 Sep 2024, so its questions may be in the training data.",
      ],
    ],
  );
  const ignored = text.replace("62", "62 # densing-ignore benchmark-before-model");
  assert.deepEqual(said(ignored, chosen), []);
  assert.deepEqual(said(ignored), [], "the comment has its use where the rule is chosen");
});
