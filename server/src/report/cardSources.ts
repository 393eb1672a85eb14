import { counted } from "../text/numbers.ts";
import type { ReportContext } from "./jsonContract.ts";

/**
 * Where the cards in the trend say that their facts come from: each site with the number of models,
 * the most used first; what is no address counts as it is written. `undefined` without models.
 */
export function cardSources({
  analysis,
  cards,
}: Pick<ReportContext, "analysis" | "cards">): string | undefined {
  const { points } = analysis.trend;
  if (points.length === 0) return undefined;
  const sitesOfCards = points.map(({ id }) => sitesOf(cards.get(id)?.places.sources ?? []));
  const counts = new Map<string, number>();
  for (const sites of sitesOfCards) for (const site of sites) counts.set(site, (counts.get(site) ?? 0) + 1);
  const used = [...counts].sort(
    ([firstSite, first], [secondSite, second]) => second - first || (firstSite < secondSite ? -1 : 1),
  );
  const without = sitesOfCards.filter((sites) => sites.size === 0).length;
  const items = [
    ...used.map(([site, count]) => `${site} (${counted(count, "model")})`),
    ...(without === 0 ? [] : [`no source on ${counted(without, "card")}`]),
  ];
  return `Sources of the cards: ${items.join(", ")}.`;
}

function sitesOf(sources: readonly { readonly text: string }[]): ReadonlySet<string> {
  return new Set(sources.map(({ text }) => (URL.canParse(text) ? new URL(text).host : "") || text));
}
