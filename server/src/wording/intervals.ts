import { formatDays } from "../text/dates.ts";
import { formatCount, formatDecimal, noBreakSpace } from "../text/numbers.ts";
import type { Estimator } from "../trend/fit/estimator.ts";
import type { Trend } from "../trend/fit/fitTrend.ts";
import type { TrendInterval } from "../trend/fit/trendInterval.ts";

/**
 * The ends of a doubling time's interval: "84 to 144 days", "at least 84 days, or no growth" when no
 * growth is within it, "no growth" when nothing else is.
 */
export function intervalPhrase({ lowDays, highDays }: TrendInterval): string {
  if (lowDays === undefined) return "no growth";
  if (highDays === undefined) return `at least ${formatDays(lowDays)}, or no growth`;
  return `${wholeDays(lowDays)} to ${formatDays(highDays)}`;
}

/** The same within brackets behind a doubling time: "96 to 274", "at least 96, or no growth". */
export function briefIntervalPhrase({ lowDays, highDays }: TrendInterval): string {
  if (lowDays === undefined) return "no growth";
  if (highDays === undefined) return `at least ${wholeDays(lowDays)}, or no growth`;
  return `${wholeDays(lowDays)} to ${wholeDays(highDays)}`;
}

/** How a trend's intervals are made; `undefined` where there are none. */
export function intervalMethod({ intervals }: Trend, estimator: Estimator): string | undefined {
  if (intervals === undefined) return undefined;
  const { samples, seed, families } = intervals.of(estimator);
  return `Intervals: percentile bootstrap over ${familiesPhrase(families)}, ${formatCount(samples)} draws, seed ${seed}. ${indicativeNote}`;
}

/** "24 families"; "one family". */
export function familiesPhrase(count: number): string {
  return count === 1 ? "one family" : `${formatCount(count)} families`;
}

/** What an interval of records is worth. */
export const indicativeNote =
  "Of records they are indicative: in simulations they held the truth three times of four.";

/** "95 % interval"; "indicative interval" of one that is known to hold less. */
export function intervalName({ level, isIndicative }: Pick<TrendInterval, "level" | "isIndicative">): string {
  return isIndicative ? "indicative interval" : `${levelPhrase(level)} interval`;
}

/** The level as a share in percent: "95 %". */
export function levelPhrase(level: number): string {
  return `${formatDecimal(level * 100, 0)}${noBreakSpace}%`;
}

function wholeDays(days: number): string {
  return formatDecimal(days, 0);
}
