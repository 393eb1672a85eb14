import { TextDocument } from "vscode-languageserver-textdocument";
import type { CardFile } from "../../cards/card.ts";
import { rereadCards } from "../../cards/readCards.ts";
import type { PlacedFix } from "../../rules/rule.ts";
import type { CardContext } from "../cardContext.ts";
import { textEdit } from "./quickFix.ts";

/** What a file reads as once changes are made; only the cards they change are read. */
export function fileAfter(
  { document, file }: Pick<CardContext, "document" | "file">,
  fixes: readonly PlacedFix[],
): CardFile {
  const text = TextDocument.applyEdits(document, fixes.map(textEdit));
  return rereadCards(text, { text: document.getText(), file });
}

/** Number of errors of a file, those between its cards among them. */
export function errorsIn({ cards, findings }: CardFile): number {
  const all = [...findings, ...cards.flatMap((card) => card.findings)];
  return all.filter(({ severity }) => severity === "error").length;
}
