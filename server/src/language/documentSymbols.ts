import { type DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { lensText } from "../wording/lens.ts";
import { analysedCard, type CardContext, editorRange } from "./cardContext.ts";

/** The outline: every card with its density, and its scores below it. */
export function documentSymbolsOf(context: CardContext): DocumentSymbol[] {
  return context.file.cards.map((card) => {
    const analysed = analysedCard(context, card);
    const range = editorRange(context, card.range);
    const scores = [...card.ranges.scores, ...card.ranges.losses].flatMap(([id, ranges]) =>
      ranges.map((scoreRange) => ({
        name: id,
        kind: SymbolKind.Number,
        range: editorRange(context, scoreRange),
        selectionRange: editorRange(context, scoreRange),
      })),
    );
    return {
      name: card.model?.name || card.name || `Card ${card.index + 1}`,
      detail: analysed === undefined ? "not readable" : lensText(analysed, context.analysis.settings),
      kind: SymbolKind.Object,
      range,
      selectionRange: editorRange(context, card.ranges.name),
      children: scores,
    };
  });
}
