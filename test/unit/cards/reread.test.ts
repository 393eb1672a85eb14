import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextDocument } from "vscode-languageserver-textdocument";
import { readCards, rereadCards } from "../../../server/src/cards/readCards.ts";
import { summariseCards, summariseFile } from "../../../server/src/collection/cardSummary.ts";
import { cardText, edits, streams } from "../../support/cardTexts.ts";

test("an edit in a stream, read again, equals reading afresh", () => {
  fc.assert(
    fc.property(streams, edits, (before, edit) => {
      const after = edit(before);
      const previous = { text: before, file: readCards(before) };
      assert.deepEqual(rereadCards(after, previous), readCards(after));
    }),
    { numRuns: 500 },
  );
});

test("what is kept of a stream that was read again equals what is kept of one read afresh", () => {
  fc.assert(
    fc.property(streams, edits, (before, edit) => {
      const after = edit(before);
      const file = readCards(before);
      summariseCards("a.yaml", file, TextDocument.create("a.yaml", "yaml", 0, before));
      const again = rereadCards(after, { text: before, file });
      const summary = summariseCards("a.yaml", again, TextDocument.create("a.yaml", "yaml", 1, after));
      assert.deepEqual(summary, summariseFile("a.yaml", after));
    }),
    { numRuns: 500 },
  );
});

test("cards that did not change keep their models, wherever they move", () => {
  const before = [1, 2, 3].map(cardText).join("---\n");
  const file = readCards(before);
  const after = before.replace("name: Model-2", "name: A-much-longer-name");
  const again = rereadCards(after, { text: before, file });
  const isKept = again.cards.map((card, index) => card.model === file.cards[index]?.model);
  assert.deepEqual(isKept, [true, false, true]);
  assert.equal(again.cards[0], file.cards[0]);
  assert.equal(after.slice(again.cards[2]?.ranges.name.start, again.cards[2]?.ranges.name.end), "Model-3");
});

test("an edit in a stream of a thousand cards reads one card", () => {
  const before = Array.from({ length: 1000 }, (_, index) => cardText(index)).join("---\n");
  const file = readCards(before);
  const known = new Set(file.cards.map(({ tree }) => tree));
  const again = rereadCards(before.replace("name: Model-500\n", "name: Model-500b\n"), {
    text: before,
    file,
  });
  assert.equal(again.cards.length, 1000);
  assert.equal(again.cards.filter(({ tree }) => !known.has(tree)).length, 1);
});
