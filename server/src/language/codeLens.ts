import type { CodeLens } from "vscode-languageserver-types";
import type { Card } from "../cards/card.ts";
import type { AnalysedModel } from "../trend/collection/analyseCollection.ts";
import { lensText } from "../wording/lens.ts";
import { rankPhrase } from "../wording/rank.ts";
import { analysedCard, type CardContext, editorRange } from "./cardContext.ts";

/** The client's command behind every part of a lens. */
export const showInTrendCommand = "densing.showInTrend";

/**
 * One line above each card: density, effective from actual size, rank on its date, place against the
 * trend. Editors draw a bar between the parts.
 */
function lensesOf(context: CardContext, card: Card, { titles, modelId }: LensTexts): CodeLens[] {
  const { line } = editorRange(context, card.ranges.name).start;
  const place = { line, character: 0 };
  return titles.map((title) => ({
    range: { start: place, end: place },
    command: {
      title,
      command: showInTrendCommand,
      arguments: [{ modelId, uri: context.document.uri }],
    },
  }));
}

/** What a lens says of a card. */
interface LensTexts {
  readonly name: string;
  readonly modelId: string;
  readonly titles: readonly string[];
}

function lensTexts(context: CardContext, analysed: AnalysedModel): LensTexts {
  return { name: analysed.model.name, modelId: analysed.id, titles: lensParts(context, analysed) };
}

function lensParts({ analysis }: CardContext, analysed: AnalysedModel): string[] {
  const [density = "", ...others] = lensText(analysed, analysis.settings).split(" | ");
  const rank = rankPhrase(analysed, analysis);
  return [density, ...(rank === undefined ? [] : [rank]), ...others];
}

/** Lenses of cards; a card that is momentarily unreadable keeps what its lens said last. */
export class LastGoodLenses {
  /** By the document's URI, one for each of its cards. */
  readonly #textsOfCards = new Map<string, readonly (LensTexts | undefined)[]>();

  of(context: CardContext): CodeLens[] {
    const { uri } = context.document;
    const { cards } = context.file;
    const last = this.#textsOfCards.get(uri) ?? [];
    const texts = cards.map((card, position) => {
      const analysed = analysedCard(context, card);
      if (analysed !== undefined) return lensTexts(context, analysed);
      const known = last[position];
      // With a card more or fewer, one in the same place may be another one.
      return last.length === cards.length || card.name === known?.name ? known : undefined;
    });
    this.#textsOfCards.set(uri, texts);
    return cards.flatMap((card, position) => {
      const known = texts[position];
      return known === undefined ? [] : lensesOf(context, card, known);
    });
  }

  forget(uri: string): void {
    this.#textsOfCards.delete(uri);
  }
}
