import type { CodeLens } from "vscode-languageserver-types";
import type { AnalysedModel } from "../trend/analyseCollection.ts";
import { lensText } from "../trend/wording/lens.ts";
import { rankPhrase } from "../trend/wording/rank.ts";
import { analysedCard, type CardContext, editorRange } from "./cardContext.ts";

/** The client's command behind every part of a lens. */
export const showInTrendCommand = "densing.showInTrend";

/**
 * One line above each card: density, effective from actual size, rank on its date, place against the
 * trend. Editors draw a bar between the parts. A card that cannot be read has none.
 */
export function codeLensesOf(context: CardContext): CodeLens[] {
  return context.file.cards.flatMap((card) => {
    const analysed = analysedCard(context, card);
    if (analysed === undefined) return [];
    const { start } = editorRange(context, card.ranges.name);
    const range = { start: { line: start.line, character: 0 }, end: { line: start.line, character: 0 } };
    return lensParts(context, analysed).map((title) => ({
      range,
      command: {
        title,
        command: showInTrendCommand,
        arguments: [{ modelId: analysed.id, uri: context.document.uri }],
      },
    }));
  });
}

function lensParts({ analysis }: CardContext, analysed: AnalysedModel): string[] {
  const [density = "", ...others] = lensText(analysed, analysis.settings).split(" | ");
  const rank = rankPhrase(analysed, analysis);
  return [density, ...(rank === undefined ? [] : [rank]), ...others];
}

/** Keeps the last good lenses of each document while its text is momentarily invalid. */
export class LastGoodLenses {
  readonly #lenses = new Map<string, CodeLens[]>();

  /** The lenses to show: while a card cannot be read, those from when all could. */
  of(context: CardContext): CodeLens[] {
    const { uri } = context.document;
    const lenses = codeLensesOf(context);
    const isInvalid = context.file.cards.some(({ model }) => model === undefined);
    const last = this.#lenses.get(uri);
    if (isInvalid && last !== undefined && last.length > lenses.length) return last;
    this.#lenses.set(uri, lenses);
    return lenses;
  }

  forget(uri: string): void {
    this.#lenses.delete(uri);
  }
}
