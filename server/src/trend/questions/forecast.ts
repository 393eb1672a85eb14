import { daysPerMonth } from "../../density/calendar.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { originEpochDay } from "../collection/trendPoint.ts";
import type { TrendLine } from "../fit/estimator.ts";
import { trendDensityOn } from "../fit/fitTrend.ts";
import type { TrendIntervals, ValueInterval } from "../fit/trendInterval.ts";
import { type GrowthChange, type GrowthHinge, growthChangeOf } from "./growthChange.ts";

/** A statement about what was not observed: a value with its interval, never a value alone. */
export interface Forecast extends ValueInterval {
  readonly value: number;
  /** Days from the last model to the day spoken of; 0 or less within the data. */
  readonly extrapolationDays: number;
  /** Days from the first model to the last. */
  readonly dataSpanDays: number;
  /** Whether the interval is known to hold less than it says: from records it is. */
  readonly isIndicative: boolean;
  /** The same at the pace since growth changed; `undefined` while nothing speaks against one pace. */
  readonly atLaterPace: LaterPace | undefined;
  /** Whether the day lies more than a quarter of the data's span beyond it: no forecast, only "what if". */
  readonly isScenario: boolean;
}

/** What a forecast would be if growth went on as it did since it changed. */
export interface LaterPace {
  /** In the unit of the forecast; infinite where it is never reached. */
  readonly value: number;
  readonly sinceEpochDay: number;
  readonly finding: GrowthChange["finding"];
}

/** Further beyond the data than this share of their span nothing is forecast. */
export const largestForecastShare = 0.25;

/** The only trends that may be extrapolated: those of which a doubling is claimed. */
export interface ClaimedTrend {
  readonly line: TrendLine;
  readonly intervals: TrendIntervals;
  readonly firstEpochDay: number;
  readonly lastEpochDay: number;
  /** When and to what growth changed, if something speaks for it. */
  readonly change: { readonly finding: GrowthChange["finding"]; readonly hinge: GrowthHinge } | undefined;
}

/** The trend to forecast from; `undefined` when no doubling is claimed. */
export function claimedTrend({ trend, settings }: CollectionAnalysis): ClaimedTrend | undefined {
  const { verdict, line, intervals, points } = trend;
  const [first, last] = [points.at(0), points.at(-1)];
  const isClaimed = verdict === "doubling" && line !== undefined && line.doublingTimeDays !== undefined;
  if (!isClaimed || intervals === undefined || first === undefined || last === undefined) return undefined;
  const growth = growthChangeOf(trend, settings.seed);
  const change =
    growth?.hinge === undefined || growth.finding === "constant"
      ? undefined
      : { finding: growth.finding, hinge: growth.hinge };
  return { line, intervals, firstEpochDay: first.epochDay, lastEpochDay: last.epochDay, change };
}

/** The frontier's density on a day. */
export function frontierOn(claimed: ClaimedTrend, epochDay: number): Forecast {
  const { line, intervals } = claimed;
  return forecast(
    claimed,
    epochDay,
    trendDensityOn(line, epochDay),
    intervals.densityOn(line.estimator, epochDay),
    (slope, bend) => trendDensityOn(line, bend) * Math.exp(slope * (epochDay - bend)),
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
  return forecast(claimed, value, value, intervals.percentiles(line.estimator, dayOf), (slope, bend) =>
    slope > 0 ? bend + Math.log(density / trendDensityOn(line, bend)) / slope : Number.POSITIVE_INFINITY,
  );
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
  return forecast(claimed, lastEpochDay + days, factorOf(line.slopePerDay), interval, factorOf);
}

function forecast(
  { line, intervals, firstEpochDay, lastEpochDay, change }: ClaimedTrend,
  epochDay: number,
  value: number,
  interval: ValueInterval,
  atLaterPace: (slopePerDay: number, sinceEpochDay: number) => number,
): Forecast {
  return {
    value,
    ...interval,
    extrapolationDays: epochDay - lastEpochDay,
    dataSpanDays: lastEpochDay - firstEpochDay,
    atLaterPace: change && laterPace(change, atLaterPace),
    isIndicative: intervals.of(line.estimator).isIndicative,
    isScenario: epochDay - lastEpochDay > largestForecastShare * (lastEpochDay - firstEpochDay),
  };
}

function laterPace(
  { finding, hinge }: NonNullable<ClaimedTrend["change"]>,
  valueAt: (slopePerDay: number, sinceEpochDay: number) => number,
): LaterPace {
  const slopePerDay = hinge.afterDays === undefined ? 0 : Math.LN2 / hinge.afterDays;
  return { value: valueAt(slopePerDay, hinge.epochDay), sinceEpochDay: hinge.epochDay, finding };
}
