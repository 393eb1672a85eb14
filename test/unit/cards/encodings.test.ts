import assert from "node:assert/strict";
import { test } from "node:test";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { cardText } from "../../support/cardText.ts";

/** A text of another encoding, read as UTF-8: what a reader of files hands on. */
const readAsUtf8 = (bytes: Buffer) => bytes.toString("utf8");
const codesOf = (text: string) => readCards(text).findings.map(({ code }) => code);

test("a file in UTF-16 is named as that, in either order of bytes", () => {
  const little = Buffer.from(cardText(), "utf16le");
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, big]) {
    assert.deepEqual(codesOf(readAsUtf8(bytes)), ["encoding"]);
    assert.deepEqual(readCards(readAsUtf8(bytes)).cards, []);
  }
});

test("a file in Latin-1 is named at the first sign that was lost, and its cards are read", () => {
  const text = cardText().replace("name: ", "# Modèle\nname: ");
  const { cards, findings } = readCards(readAsUtf8(Buffer.from(text, "latin1")));
  assert.deepEqual(
    findings.map(({ code, range }) => [code, range.start]),
    [["encoding", text.indexOf("è")]],
  );
  assert.equal(cards.length, 1);
  assert.ok(cards[0]?.model);
});

test("zeros in one card hide no other card", () => {
  const { cards, findings } = readCards(`name: ${"\0".repeat(100)}\n---\n${cardText()}`);
  assert.deepEqual(findings, []);
  assert.equal(cards.length, 2);
  assert.ok(cards[1]?.model);
});
