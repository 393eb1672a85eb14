import type { CollectionAnalysis } from "../analyseCollection.ts";
import {
  chipDoublingTimeDays,
  type DatedPrice,
  doublingTimeWithChips,
  type PriceTrend,
} from "../corollaries.ts";
import { claimedTrend } from "../forecast.ts";
import { formatDate, formatDays, formatMonths } from "./dates.ts";
import { countedInWords, formatDecimal, noBreakSpace } from "./numbers.ts";

/** What chips add to the trend; why nothing can be said when no doubling is claimed. */
export function chipsSentence(analysis: CollectionAnalysis): string {
  const days = claimedTrend(analysis)?.line.doublingTimeDays;
  return days === undefined
    ? "Density times chips: nothing to multiply, because no doubling can be claimed."
    : `Density times chips: where chip performance per price doubles every ${formatDays(chipDoublingTimeDays)} and density every ${formatDays(days)}, what a chip of one price can run doubles every ${formatDays(doublingTimeWithChips(days))}.`;
}

/** The fall of the lowest price. */
export function priceSentence(trend: PriceTrend | undefined): string {
  const [first, last] = [trend?.lowest.at(0), trend?.lowest.at(-1)];
  if (trend === undefined || first === undefined || last === undefined)
    return "Price of inference: no card has a dated price_per_million_tokens.";
  const { lowest, factor, halvingTimeDays, rSquared } = trend;
  const fall = `Price of inference per million tokens: from ${dollars(first)} to ${dollars(last)}, ${formatDecimal(factor, 1)} times lower.`;
  if (halvingTimeDays === undefined)
    return `${fall} No halving time: ${countedInWords(lowest.length, "lowest price")} do not show one.`;
  return `${fall} The lowest price halves every ${formatDays(halvingTimeDays)} (${formatMonths(halvingTimeDays)}), R² ${formatDecimal(rSquared ?? 0, 3)} over ${countedInWords(lowest.length, "price")} lower than all before them. No interval: so few points are too few to resample.`;
}

function dollars({ name, price, epochDay }: DatedPrice): string {
  return `${Number(price.toPrecision(3))}${noBreakSpace}$ (${name}, ${formatDate(epochDay)})`;
}
