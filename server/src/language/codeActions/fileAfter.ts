import { TextDocument } from "vscode-languageserver-textdocument";
import type { CardFile } from "../../cards/card.ts";
import { readCards, rereadCards } from "../../cards/readCards.ts";
import type { PlacedFix } from "../../rules/rule.ts";
import { type CardContext, cardAt } from "../cardContext.ts";
import { textEdit } from "./quickFix.ts";

/** What a file reads as once changes are made; only the cards they change are read. */
export function fileAfter(
  { document, file }: Pick<CardContext, "document" | "file">,
  fixes: readonly PlacedFix[],
): CardFile {
  const text = TextDocument.applyEdits(document, fixes.map(textEdit));
  return rereadCards(text, { text: document.getText(), file });
}

/** Whether a card has more errors once a change in it is made. */
export function bringsError(context: CardContext, { start, end, newText }: PlacedFix): boolean {
  const card = cardAt(context, start);
  if (card === undefined) return false;
  const { document } = context;
  const text = document.getText();
  const before = text.slice(card.range.start, card.range.end);
  const change = {
    start: document.offsetAt(start) - card.range.start,
    end: document.offsetAt(end) - card.range.start,
  };
  const after = readCards(before.slice(0, change.start) + newText + before.slice(change.end));
  return errorsIn(after) > errorsIn({ cards: [card], findings: [] });
}

/** Number of errors of a file, those between its cards among them. */
export function errorsIn({ cards, findings }: CardFile): number {
  const all = [...findings, ...cards.flatMap((card) => card.findings)];
  return all.filter(({ severity }) => severity === "error").length;
}
