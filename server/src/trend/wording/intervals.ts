import type { TrendInterval } from "../trendInterval.ts";
import { formatDays } from "./dates.ts";
import { formatDecimal, noBreakSpace } from "./numbers.ts";

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

/** The level as a share in percent: "95 %". */
export function levelPhrase(level: number): string {
  return `${formatDecimal(level * 100, 0)}${noBreakSpace}%`;
}

function wholeDays(days: number): string {
  return formatDecimal(days, 0);
}
