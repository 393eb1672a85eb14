import { formatDate, formatDays, formatMonths } from "../text/dates.ts";
import {
  counted,
  countedInWords,
  formatDecimal,
  formatDollars,
  formatParameterLimit,
  formatPValue,
} from "../text/numbers.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { significanceLevel } from "../trend/fit/fitTrend.ts";
import {
  chipDoublingTimeDays,
  type DatedPrice,
  doublingTimeWithChips,
  type PriceTrend,
} from "../trend/questions/corollaries.ts";
import { claimedTrend } from "../trend/questions/forecast.ts";

/** What chips add to the trend; why nothing can be said when no doubling is claimed. */
export function chipsSentence(analysis: CollectionAnalysis): string {
  const days = claimedTrend(analysis)?.line.doublingTimeDays;
  return days === undefined
    ? "Density times chips: nothing to multiply, because no doubling can be claimed."
    : `Density times chips: where chip performance per price doubles every ${formatDays(chipDoublingTimeDays)} and density every ${formatDays(days)}, what a chip of one price can run doubles every ${formatDays(doublingTimeWithChips(days))}.`;
}

/** The fall of the lowest price. */
export function priceSentence(trend: PriceTrend | undefined, capable?: number): string {
  const [first, last] = [trend?.lowest.at(0), trend?.lowest.at(-1)];
  if (trend === undefined || first === undefined || last === undefined)
    return `Price of inference: no ${capable === undefined ? "card" : `model${ablePhrase(capable)}`} has a dated price_per_million_tokens.`;
  const { lowest, factor, halvingTimeDays, rSquared, test, verdict } = trend;
  const fall = `Price of inference per million tokens${capable === undefined ? "" : `, lowest among models${ablePhrase(capable)}`}: from ${dollars(first)} to ${dollars(last)}, ${formatDecimal(factor, 1)} times lower.`;
  if (verdict === "no-halving-can-be-claimed")
    return `${fall} No halving can be claimed (${formatPValue(test?.pValue ?? 1, significanceLevel)} over all prices).`;
  if (halvingTimeDays === undefined || test?.halvingTimeDays === undefined)
    return `${fall} No halving time: ${countedInWords(lowest.length, "lowest price")} do not show one.`;
  return `${fall} The lowest price halves every ${formatDays(halvingTimeDays)} (${formatMonths(halvingTimeDays)}), R² ${formatDecimal(rSquared ?? 0, 3)} over ${countedInWords(lowest.length, "price")} lower than all before them. ${noPriceInterval(lowest.length)} Over all ${counted(test.prices, "price")} they halve every ${formatDays(test.halvingTimeDays)} (${formatPValue(test.pValue, significanceLevel)}).`;
}

/** " with at least 20 B effective parameters". */
export function ablePhrase(capable: number): string {
  return ` with at least ${formatParameterLimit(capable)} effective parameters`;
}

const fewestToResample = 10;

/** Why a halving time stands without an interval. */
export function noPriceInterval(recordCount: number): string {
  return recordCount < fewestToResample
    ? `No interval: ${countedInWords(recordCount, "point")} are too few to resample.`
    : "No interval: the line goes through the price records alone, which can only fall.";
}

function dollars({ name, price, epochDay }: DatedPrice): string {
  return `${formatDollars(price)} (${name}, ${formatDate(epochDay)})`;
}
