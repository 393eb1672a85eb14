import { TextDocument } from "vscode-languageserver-textdocument";
import type { CardFile } from "../../cards/card.ts";
import { areAlike, type Finding } from "../../cards/finding.ts";
import type { LocatedFix } from "../../cards/locatedFinding.ts";
import { readCards, rereadCards } from "../../cards/readCards.ts";
import { type CardContext, cardAt } from "../cardContext.ts";
import { textEdit } from "./quickFix.ts";
import { cardTextAfter } from "./repair.ts";

/** What a file reads as once changes are made; only the cards they change are read. */
export function fileAfter(
  { document, file }: Pick<CardContext, "document" | "file">,
  fixes: readonly LocatedFix[],
): CardFile {
  const text = TextDocument.applyEdits(document, fixes.map(textEdit));
  return rereadCards(text, { text: document.getText(), file });
}

/** Whether a card has an error more once a change in it is made. */
export function bringsError(context: CardContext, { start, end, newText }: LocatedFix): boolean {
  const card = cardAt(context, start);
  if (card === undefined) return false;
  const { document } = context;
  const change = { start: document.offsetAt(start), end: document.offsetAt(end), newText };
  const after = readCards(cardTextAfter(document.getText(), card, change));
  return hasNewError({ cards: [card], findings: [] }, after);
}

/** Whether a file has an error that it did not have. */
export function hasNewError(before: CardFile, after: CardFile): boolean {
  const left = errorsOf(before);
  return errorsOf(after).some((error) => {
    const place = left.findIndex((other) => areAlike(error, other));
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
}

/** The errors of a file, those between its cards among them. */
function errorsOf({ cards, findings }: CardFile): Finding[] {
  return [...findings, ...cards.flatMap((card) => card.findings)].filter(
    ({ severity }) => severity === "error",
  );
}
