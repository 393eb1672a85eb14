import { counted } from "../text/numbers.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { datedPrices } from "../trend/questions/corollaries.ts";
import { claimedTrend } from "../trend/questions/forecast.ts";
import type { PanelContent } from "./panelContent.ts";

/** What the strip below the prices leaves out, and why. */
export interface PricesLeftOut {
  readonly count: string | undefined;
  readonly cards: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
}

/**
 * Whether the choices of the strip move anything in a view: prices know density only where a doubling is
 * claimed, and ability only where a model with a price has scores.
 */
export function hasEffect({ view }: PanelContent, analysis: CollectionAnalysis): boolean {
  return (
    view !== "prices" ||
    claimedTrend(analysis) !== undefined ||
    analysis.settings.capableParameters !== undefined ||
    datedPrices(analysis).some(({ id }) => analysis.modelById(id)?.density.effectiveSize?.kind === "size")
  );
}

/** The cards that the view of prices does not draw; `undefined` in another view. */
export function pricesLeftOut(
  content: PanelContent,
  analysis: CollectionAnalysis,
): PricesLeftOut | undefined {
  if (content.view !== "prices") return undefined;
  const { figure } = content;
  const drawn = new Set(figure.kind === "prices" ? figure.points.map(({ id }) => id) : []);
  const unreadable = analysis.excluded.filter(({ reason }) => reason === "unreadable");
  const cards = [
    ...analysis.models.map(({ id, model: { name, price } }) => ({
      id,
      name,
      reason: price === undefined ? "No price." : "Less able than chosen, or ability not known.",
    })),
    ...unreadable.map(({ id, name }) => ({ id, name, reason: "The card could not be read." })),
  ].filter(({ id }) => !drawn.has(id));
  return {
    count:
      cards.length === 0
        ? undefined
        : analysis.settings.capableParameters === undefined
          ? `${counted(cards.length, "card")} without a price`
          : `${counted(cards.length, "card")} left out`,
    cards,
  };
}
