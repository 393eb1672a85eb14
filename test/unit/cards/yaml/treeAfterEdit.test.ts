import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { readCards, rereadCards } from "../../../../server/src/cards/readCards.ts";
import { treeAfterEdit } from "../../../../server/src/cards/yaml/treeAfterEdit.ts";
import { anyPlace, cardText, streams } from "../../../support/cardTexts.ts";
import { onlyCard } from "../../../support/markedCards.ts";
import { markedText } from "../../../support/markedText.ts";
import { writtenCards } from "../../../support/writtenCards.ts";
import { wrongCards } from "../../../support/wrongCards.ts";

/** Keys pressed at one place: letters, digits, and the signs that mean something to YAML. */
const typed = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."0179abeEx.-+%_/ nul():;=?@~&,"), maxLength: 3 }),
  fc.string({ unit: fc.constantFrom(..."1a. \t\n\r,:#[]{}&*!|>'\"?~é"), maxLength: 3 }),
);

/** Cards that repeat what they have said before. */
const anchoredCards = fc.constantFrom(
  `name: Tern-3B
parameters: &counts
  total: 3.1B
  non_embedding: 2.8B
quantization: { bits: 4, method: &method GPTQ }
benchmarks:
  mmlu: &first
    score: 62.5
    source: &scores https://example.com/tern
  bbh: { <<: *first, score: 50, source: *scores }
  math: [*first, { score: 30, harness: *method }]
notes: *counts
`,
  `benchmarks:
  mmlu: { score: &half 50, shots: 5 }
  bbh: *half
name: &name Tern
tags: &tags [a, b]
family: *name
sources: *tags
`,
);

const edit = fc.record({ place: anyPlace, length: fc.nat(3), typed });

/** A text, and the same after every one of some edits. */
const sessions = fc
  .record({
    text: fc.oneof(fc.nat(9).map(cardText), anchoredCards, writtenCards, wrongCards, streams),
    edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  })
  .map(({ text, edits }) => {
    const texts = [text];
    for (const { place, length, typed } of edits) {
      const before = texts.at(-1) ?? "";
      const start = Math.floor(place * before.length);
      texts.push(before.slice(0, start) + typed + before.slice(start + length));
    }
    return texts;
  });

/** Whether what is typed at the mark needs no parsing. */
function isEditedInTree(marked: string, typed = "5"): boolean {
  const { text, offsets } = markedText(marked);
  const [offset = 0] = offsets;
  const { tree } = onlyCard(text);
  assert.ok(tree);
  const after = text.slice(0, offset) + typed + text.slice(offset);
  return treeAfterEdit(tree, text, after) !== undefined;
}

suite("a card after an edit", () => {
  test("equals the card read afresh, whatever is typed wherever", () => {
    fc.assert(
      fc.property(sessions, ([first = "", ...texts]) => {
        let previous = { text: first, file: readCards(first) };
        for (const text of texts) {
          const file = rereadCards(text, previous);
          assert.deepEqual(file, readCards(text));
          previous = { text, file };
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("equals the card read afresh where the value decides how others are read", () => {
    for (const [before, after] of [
      // What follows the comma is a part of the number, or a key.
      ["{ name: Tern, parameters: x, 000 }", "{ name: Tern, parameters: 17, 000 }"],
      // Entries that are not indented are kept apart, with places of their own.
      [
        "name: Tern\nbenchmarks:\n  mmlu:\n  score: 74\n",
        "name: Tern-3B\nbenchmarks:\n  mmlu:\n  score: 74\n",
      ],
      ["name: &name Tern\nfamily: *name\n", "name: &name Gull\nfamily: *name\n"],
      ["a: &a { b: 5 }\nc: { d: *a }\n", "a: &a { b: 6 }\nc: { d: *a }\n"],
    ] as const) {
      const file = readCards(before);
      assert.deepEqual(rereadCards(after, { text: before, file }), readCards(after));
    }
  });

  test("is not parsed when the edit stays inside a value", () => {
    for (const marked of [
      "name: Tern-‸",
      "name: Tern 3‸B # with a comment\r\nkind: base",
      "benchmarks:\n  mmlu: 74.‸2\n  bbh:\n    - score: 70\n",
      "benchmarks:\n  bbh:\n    - score: 7‸0.4\n      shots: 3\n",
      "benchmarks: { mmlu: { score: 7‸4, shots: 5 }, bbh: 70 }",
      "base_model: [Tern-‸3B, Gull-3B]",
      "mmlu: &first\n  score: 6‸2\nbbh: *first",
      "parameters: ‸7B",
      'name: "Tern: #‸3B"',
      "{ name: 'Tern, ‸3B', kind: base }",
      "source: https://example.com/tern‸?page=2",
    ])
      assert.ok(isEditedInTree(marked), marked);
  });

  test("is parsed when what is typed, or stands around it, may mean something to YAML", () => {
    for (const marked of [
      "na‸me: Tern",
      'name: "Tern\\‸n"',
      "name: 'It''s ‸Tern'",
      "name: Tern\n  -‸3B",
      "name: ‸",
      "notes: >\n  Tern ‸3B\n",
      "name: &tern Tern‸\nnotes: *tern",
      "name: !!str Tern‸",
      "{ parameters: 1‸7, 000 }",
      "benchmarks:\n  mmlu:\n  score: 7‸4",
    ])
      assert.ok(!isEditedInTree(marked), marked);
    for (const sign of [": ", " #", " ", ",", "\n", "'", "}"])
      assert.ok(!isEditedInTree("{ name: Tern‸ }", sign), sign);
  });
});
