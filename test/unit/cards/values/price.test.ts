import assert from "node:assert/strict";
import { test } from "node:test";
import { readCards } from "../../../../server/src/cards/readCards.ts";
import { cardText } from "../../../support/cardText.ts";
import { epochDay } from "../../../support/models.ts";

function priceOf(line: string) {
  const [card] = readCards(`${cardText()}${line}\n`).cards;
  const [bare] = readCards(cardText()).cards;
  const known = new Set(bare?.findings.map(({ code }) => code));
  const said = card?.findings.map(({ code }) => code).filter((code) => !known.has(code));
  return { price: card?.model?.price, released: card?.model?.releaseDate?.epochDay, said };
}

test("a price is a number on the release date, or the price of input on its own day", () => {
  const plain = priceOf("price_per_million_tokens: 0.075");
  assert.deepEqual(plain.price, { dollarsPerMillionTokens: 0.075, epochDay: plain.released });
  assert.deepEqual(priceOf("price_per_million_tokens: { input: 2.5, output: 10, date: 2024-05-13 }"), {
    ...plain,
    price: { dollarsPerMillionTokens: 2.5, epochDay: epochDay("2024-05-13") },
  });
});

test("a price of nothing, of output alone, or with a day that is none is no price", () => {
  for (const line of ["0", "{ output: 10 }", "{ input: 1, date: }", "cheap"])
    assert.equal(priceOf(`price_per_million_tokens: ${line}`).price, undefined, line);
  const { price, said } = priceOf("price_per_million_tokens: { input: 1, date: 2024-02-30 }");
  assert.equal(price, undefined);
  assert.deepEqual(said, ["date-impossible"]);
});
