import { daysPerMonth } from "../../density/calendar.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { originEpochDay } from "../collection/trendPoint.ts";
import type { TrendLine } from "../fit/estimator.ts";
import { trendDensityOn } from "../fit/fitTrend.ts";
import type { TrendIntervals, ValueInterval } from "../fit/trendInterval.ts";

/** A statement about what was not observed: a value with its interval, never a value alone. */
export interface Forecast extends ValueInterval {
  readonly value: number;
  /** Days from the last model to the day spoken of; 0 or less within the data. */
  readonly extrapolationDays: number;
  /** Days from the first model to the last. */
  readonly dataSpanDays: number;
  /** Whether the interval is known to hold less than it says: from records it is. */
  readonly isIndicative: boolean;
  /** Whether the day lies more than a quarter of the data's span beyond it: no forecast, only "what if". */
  readonly isScenario: boolean;
}

/** Further beyond the data than this share of their span nothing is forecast. */
export const largestForecastShare = 0.25;

/** The only trends that may be extrapolated: those of which a doubling is claimed. */
export interface ClaimedTrend {
  readonly line: TrendLine;
  readonly intervals: TrendIntervals;
  readonly firstEpochDay: number;
  readonly lastEpochDay: number;
}

/** The trend to forecast from; `undefined` when no doubling is claimed. */
export function claimedTrend({ trend }: CollectionAnalysis): ClaimedTrend | undefined {
  const { verdict, line, intervals, points } = trend;
  const [first, last] = [points.at(0), points.at(-1)];
  const isClaimed = verdict === "doubling" && line !== undefined && line.doublingTimeDays !== undefined;
  if (!isClaimed || intervals === undefined || first === undefined || last === undefined) return undefined;
  return { line, intervals, firstEpochDay: first.epochDay, lastEpochDay: last.epochDay };
}

/** The frontier's density on a day. */
export function frontierOn(claimed: ClaimedTrend, epochDay: number): Forecast {
  const { line, intervals } = claimed;
  return forecast(
    claimed,
    epochDay,
    trendDensityOn(line, epochDay),
    intervals.densityOn(line.estimator, epochDay),
  );
}

/**
 * The day (since 1970-01-01) on which the frontier reaches a density, the t of `t + T log2(rho /
 * rho_max(t))`. Lines that do not rise never do: an end of the interval may be infinite.
 */
export function dayOfDensity(claimed: ClaimedTrend, density: number): Forecast {
  const { line, intervals } = claimed;
  const dayOf = (slope: number, intercept: number) =>
    slope > 0 ? originEpochDay + (Math.log(density) - intercept) / slope : Number.POSITIVE_INFINITY;
  const value = dayOf(line.slopePerDay, line.intercept);
  return forecast(claimed, value, value, intervals.percentiles(line.estimator, dayOf));
}

/**
 * By what factor the frontier's density grows in so many months: what waiting gains, and what a model
 * planned now and delivered then has lost to the frontier.
 */
export function growthInMonths(claimed: ClaimedTrend, months: number): Forecast {
  const { line, intervals, lastEpochDay } = claimed;
  const days = months * daysPerMonth;
  const factorOf = (slope: number) => Math.exp(slope * days);
  const interval = intervals.percentiles(line.estimator, factorOf);
  return forecast(claimed, lastEpochDay + days, factorOf(line.slopePerDay), interval);
}

function forecast(
  { line, intervals, firstEpochDay, lastEpochDay }: ClaimedTrend,
  epochDay: number,
  value: number,
  interval: ValueInterval,
): Forecast {
  return {
    value,
    ...interval,
    extrapolationDays: epochDay - lastEpochDay,
    dataSpanDays: lastEpochDay - firstEpochDay,
    isIndicative: intervals.of(line.estimator).isIndicative,
    isScenario: epochDay - lastEpochDay > largestForecastShare * (lastEpochDay - firstEpochDay),
  };
}
