import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readCards } from "../../server/src/cards/readCards.ts";
import { afterItem, filledIn, offered } from "../support/completions.ts";
import { markedText } from "../support/markedText.ts";
import { writtenCards } from "../support/writtenCards.ts";

function isValid(text: string): boolean {
  const { cards, findings } = readCards(text);
  return ![...findings, ...cards.flatMap((card) => card.findings)].some(({ code }) => code === "syntax");
}

/** Checks that a text that is valid YAML stays so, whatever is accepted at its mark. */
function checkAccepted(marked: string): void {
  if (!isValid(markedText(marked).text)) return;
  for (const snippets of [true, false]) {
    const items = offered(marked, snippets);
    // Those in between differ from the first in their words alone.
    for (const item of items.filter((_, index) => index < 5 || index === items.length - 1)) {
      const after = afterItem(marked, filledIn(item));
      assert.ok(isValid(after), `${JSON.stringify(marked)} becomes ${JSON.stringify(after)}`);
    }
  }
}

const newlines = fc.constantFrom("\n", "\n", "\r\n");

test("property: the cards of the properties below are valid, and completion answers in most places", () => {
  const places = fc.sample(fc.tuple(writtenCards, fc.nat()), 300);
  let answers = 0;
  for (const [text, place] of places) {
    assert.ok(isValid(text), JSON.stringify(text));
    const offset = place % text.length;
    if (offered(`${text.slice(0, offset)}‸${text.slice(offset)}`).length > 0) answers += 1;
  }
  assert.ok(answers > 150, `${answers} of ${places.length}`);
});

test("property: a valid card stays valid, whatever is accepted at any of its places", () => {
  fc.assert(
    fc.property(writtenCards, fc.nat(), newlines, (text, place, newline) => {
      const offset = place % (text.length + 1);
      checkAccepted(`${text.slice(0, offset)}‸${text.slice(offset)}`.replaceAll("\n", newline));
    }),
    { numRuns: 1000 },
  );
});

test("property: the same where a person has begun a line, a word, quotes, brackets or another entry", () => {
  const begun = ["\n‸", "\n  ‸", "\n    ‸", " ‸", "\n  ki‸", '"‸"', "'‸'", "[‸]", "{‸}", "[‸", '"‸', ", ‸"];
  fc.assert(
    fc.property(
      writtenCards,
      fc.nat(),
      fc.constantFrom(...begun),
      fc.nat(3),
      newlines,
      (text, place, added, removed, newline) => {
        const offset = place % (text.length + 1);
        const marked = `${text.slice(0, offset)}${added}${text.slice(offset + removed)}`;
        checkAccepted(marked.replaceAll("\n", newline));
      },
    ),
    { numRuns: 1000 },
  );
});
