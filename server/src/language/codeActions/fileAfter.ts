import { TextDocument } from "vscode-languageserver-textdocument";
import type { CardFile } from "../../cards/card.ts";
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

/** Whether a file has an error that it, or an earlier state of it, did not have. */
export function hasNewError(before: CardFile, after: CardFile): boolean {
  const left = new Map<string, number>();
  for (const error of errorsOf(before)) left.set(error, (left.get(error) ?? 0) + 1);
  return errorsOf(after).some((error) => {
    const count = left.get(error) ?? 0;
    left.set(error, count - 1);
    return count === 0;
  });
}

/** What the errors of a file say, those between its cards among them; in which line may change. */
function errorsOf({ cards, findings }: CardFile): string[] {
  return [...findings, ...cards.flatMap((card) => card.findings)].flatMap(({ severity, code, message }) =>
    severity === "error" ? [`${code} ${message.replaceAll(/\bline \d+/g, "line")}`] : [],
  );
}
