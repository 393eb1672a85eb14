import assert from "node:assert/strict";
import type { Card } from "../../server/src/cards/card.ts";
import type { SourceRange } from "../../server/src/cards/finding.ts";
import { readCards } from "../../server/src/cards/readCards.ts";
import type { Model } from "../../server/src/density/model.ts";

/**
 * Checks what is found in a text and where. Findings stand in the text as ⟦marks⟧; what they say is
 * listed in their order, as "severity code: message", with spaces for no-break spaces.
 * @returns the cards
 */
export function checkFindings(marked: string, expected: readonly string[]): readonly Card[] {
  const text = marked.replaceAll(/[⟦⟧]/g, "");
  const { cards, findings } = readCards(text);
  const found = [...findings, ...cards.flatMap((card) => card.findings)];
  assert.deepEqual(
    {
      text: mark(
        text,
        found.map(({ range }) => range),
      ),
      said: found.map(({ severity, code, message }) => said(`${severity} ${code}: ${message}`)),
    },
    { text: marked, said: expected },
  );
  return cards;
}

/** The only card of a text, with everything that is found in it left to the caller. */
export function onlyCard(text: string): Card {
  const { cards } = readCards(text);
  assert.equal(cards.length, 1, "the text holds one card");
  const [card] = cards;
  assert.ok(card);
  return card;
}

/** The model of the only card of a text. */
export function onlyModel(text: string): Model {
  const { model, findings } = onlyCard(text);
  assert.ok(model, `unreadable: ${findings.map(({ message }) => message).join(" ")}`);
  return model;
}

/** A card without findings, for tests that are about one key. */
export function cardWith(lines: string): string {
  return `name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 2.82B }\n${lines}`;
}

/** A text with marks around ranges; each range once. */
export function mark(text: string, ranges: readonly SourceRange[]): string {
  const unique = new Map(ranges.map((range) => [`${range.start} ${range.end}`, range]));
  const marks = [...unique.values()].flatMap(({ start, end }) => [
    { offset: start, sign: "⟦", order: end === start ? 2 : 3 },
    { offset: end, sign: "⟧", order: end === start ? 2.5 : 1 },
  ]);
  let result = text;
  for (const { offset, sign } of marks.sort(
    (first, second) => second.offset - first.offset || second.order - first.order,
  )) {
    result = result.slice(0, offset) + sign + result.slice(offset);
  }
  return result;
}

/** The text at a range. */
export function textAt(text: string, range: SourceRange | undefined): string | undefined {
  return range && text.slice(range.start, range.end);
}

/** No-break spaces as spaces, so that tests can be typed. */
export function said(message: string): string {
  return message.replaceAll("\u00A0", " ");
}
