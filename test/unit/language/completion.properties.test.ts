import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { accepted, afterItem, filledIn, offered } from "../../support/completions.ts";
import { markedText } from "../../support/markedText.ts";
import { writtenCards } from "../../support/writtenCards.ts";

function codesOf(text: string): string[] {
  const { cards, findings } = readCards(text);
  return [...findings, ...cards.flatMap((card) => card.findings)].map(({ code }) => code);
}

function isValid(text: string): boolean {
  return !codesOf(text).includes("syntax");
}

/** How many keys of a text are written twice, in whatever spelling. */
function duplicates(text: string): number {
  return codesOf(text).filter((code) => code === "duplicate-key" || code === "duplicate-benchmark").length;
}

/**
 * Checks that a text that is valid YAML stays so, with no key twice, whatever is accepted at its mark.
 * @param card before anything was begun in it; what it has twice is not read while a key is broken
 */
function checkAccepted(marked: string, card: string): void {
  const { text } = markedText(marked);
  if (!isValid(text)) return;
  const before = Math.max(duplicates(text), duplicates(card));
  for (const snippets of [true, false]) {
    const items = offered(marked, snippets);
    // Those in between differ from the first in their words alone.
    for (const item of items.filter((_, index) => index < 5 || index === items.length - 1)) {
      const after = afterItem(marked, filledIn(item));
      const change = `${JSON.stringify(marked)} becomes ${JSON.stringify(after)}`;
      assert.ok(isValid(after), change);
      assert.ok(duplicates(after) <= before, `a key twice: ${change}`);
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
      checkAccepted(`${text.slice(0, offset)}‸${text.slice(offset)}`.replaceAll("\n", newline), text);
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
        checkAccepted(marked.replaceAll("\n", newline), text);
      },
    ),
    { numRuns: 1000 },
  );
});

test("property: a key that is begun again above its block is offered, and gives the card back", () => {
  const keyAboveBlock = /^( *)([a-z_]{3,}):(?= *(?:#.*)?\n(?:\s*(?:#.*)?\n)*\1 +[^\s#])/gm;
  let answers = 0;
  fc.assert(
    fc.property(writtenCards, newlines, (text, newline) => {
      for (const { index, 0: all, 1: blanks = "", 2: key = "" } of text.matchAll(keyAboveBlock)) {
        const begun = `${blanks}${key.slice(0, 2)}‸`;
        const marked = `${text.slice(0, index)}${begun}${text.slice(index + all.length)}`;
        const after = accepted(marked.replaceAll("\n", newline), key);
        assert.equal(after, text.replaceAll("\n", newline), marked);
        answers += 1;
      }
    }),
    { numRuns: 400 },
  );
  assert.ok(answers > 20, `${answers}`);
});
