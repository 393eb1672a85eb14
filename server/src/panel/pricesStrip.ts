import { counted } from "../text/numbers.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { claimedTrend } from "../trend/questions/forecast.ts";
import type { PanelContent } from "./panelContent.ts";

/** What the strip below the prices leaves out, and why. */
export interface PricesLeftOut {
  readonly count: string | undefined;
  readonly cards: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
}

/** Whether the choices of the strip move anything in a view: prices know no density where no doubling is claimed. */
export function hasEffect({ view }: PanelContent, analysis: CollectionAnalysis): boolean {
  return view !== "prices" || claimedTrend(analysis) !== undefined;
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
    ...analysis.models.map(({ id, model: { name } }) => ({ id, name, reason: "No price." })),
    ...unreadable.map(({ id, name }) => ({ id, name, reason: "The card could not be read." })),
  ].filter(({ id }) => !drawn.has(id));
  return {
    count: cards.length === 0 ? undefined : `${counted(cards.length, "card")} without a price`,
    cards,
  };
}
