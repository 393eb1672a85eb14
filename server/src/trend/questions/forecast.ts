import { daysPerMonth } from "../../density/calendar.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { originEpochDay } from "../collection/trendPoint.ts";
import type { TrendLine } from "../fit/estimator.ts";
import { trendDensityOn } from "../fit/fitTrend.ts";
import type { TrendIntervals, ValueInterval } from "../fit/trendInterval.ts";
import { type Backtest, earnedInterval } from "./backtest.ts";
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
  /** How many past forecasts it is at least as wide as the error of; `undefined`: its width is that of the line. */
  readonly pastForecasts: number | undefined;
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
  /** What past forecasts of this collection missed by; `undefined`: not asked, or there was none. */
  readonly earned?: EarnedError | undefined;
}

/** The error of past forecasts: the next one is at least as wide. */
export interface EarnedError {
  /** Root mean square of ln(forecast / actual). */
  readonly logError: number;
  readonly forecasts: number;
}

/** The trend to forecast from; `undefined` when no doubling is claimed. */
export function claimedTrend({ trend, settings }: CollectionAnalysis): ClaimedTrend | undefined {
  const { verdict, line, intervals, points } = trend;
  const [first, last] = [points.at(0), points.at(-1)];
  const isClaimed = verdict === "doubling" && line !== undefined && line.doublingTimeDays !== undefined;
  if (!isClaimed || intervals === undefined || first === undefined || last === undefined) return undefined;
  const growth = growthChangeOf(trend, settings.seed).get();
  const change =
    growth?.hinge === undefined || growth.finding === "constant"
      ? undefined
      : { finding: growth.finding, hinge: growth.hinge };
  return { line, intervals, firstEpochDay: first.epochDay, lastEpochDay: last.epochDay, change };
}

/** The same with the width that a backtest gives its forecasts. */
export function backtestedTrend(
  analysis: CollectionAnalysis,
  { forecasts, logError }: Backtest,
): ClaimedTrend | undefined {
  const claimed = claimedTrend(analysis);
  return claimed && logError !== undefined
    ? { ...claimed, earned: { logError, forecasts: forecasts.length } }
    : claimed;
}

/** The frontier's density on a day. */
export function frontierOn(claimed: ClaimedTrend, epochDay: number): Forecast {
  const { line, intervals } = claimed;
  const value = trendDensityOn(line, epochDay);
  return forecast(claimed, epochDay, value, {
    interval: intervals.densityOn(line.estimator, epochDay),
    earnedEnds: (logError) => earnedInterval(value, logError),
    atLaterPace: (slope, bend) => trendDensityOn(line, bend) * Math.exp(slope * (epochDay - bend)),
  });
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
  return forecast(claimed, value, value, {
    interval: intervals.percentiles(line.estimator, dayOf),
    earnedEnds: (logError) => {
      const reach = Math.log(earnedInterval(1, logError).high) / line.slopePerDay;
      return { low: value - reach, high: value + reach };
    },
    atLaterPace: (slope, bend) =>
      slope > 0 ? bend + Math.log(density / trendDensityOn(line, bend)) / slope : Number.POSITIVE_INFINITY,
  });
}

/**
 * By what factor the frontier's density grows in so many months: what waiting gains, and what a model
 * planned now and delivered then has lost to the frontier.
 */
export function growthInMonths(claimed: ClaimedTrend, months: number): Forecast {
  const { line, intervals, lastEpochDay } = claimed;
  const days = months * daysPerMonth;
  const factorOf = (slope: number) => Math.exp(slope * days);
  const value = factorOf(line.slopePerDay);
  return forecast(claimed, lastEpochDay + days, value, {
    interval: intervals.percentiles(line.estimator, factorOf),
    earnedEnds: (logError) => earnedInterval(value, logError),
    atLaterPace: factorOf,
  });
}

/** What a forecast is laid beside, in its unit. */
interface Around {
  /** Of the line. */
  readonly interval: ValueInterval;
  /** The interval that the error of past forecasts gives. */
  readonly earnedEnds: (logError: number) => ValueInterval;
  /** Its value where growth has had another slope since a day. */
  readonly atLaterPace: (slopePerDay: number, sinceEpochDay: number) => number;
}

function forecast(
  { line, intervals, firstEpochDay, lastEpochDay, change, earned }: ClaimedTrend,
  epochDay: number,
  value: number,
  { interval, earnedEnds, atLaterPace }: Around,
): Forecast {
  const extrapolationDays = epochDay - lastEpochDay;
  // Within the data nothing is forecast.
  const isAhead = extrapolationDays > 0;
  const error = isAhead ? earned : undefined;
  const ends = error && earnedEnds(error.logError);
  return {
    value,
    low: Math.min(interval.low, ends?.low ?? interval.low),
    high: Math.max(interval.high, ends?.high ?? interval.high),
    extrapolationDays,
    dataSpanDays: lastEpochDay - firstEpochDay,
    atLaterPace: isAhead && change !== undefined ? laterPace(change, atLaterPace) : undefined,
    isIndicative: intervals.of(line.estimator).isIndicative,
    pastForecasts: error?.forecasts,
    isScenario: extrapolationDays > largestForecastShare * (lastEpochDay - firstEpochDay),
  };
}

function laterPace(
  { finding, hinge }: NonNullable<ClaimedTrend["change"]>,
  valueAt: (slopePerDay: number, sinceEpochDay: number) => number,
): LaterPace {
  const slopePerDay = hinge.afterDays === undefined ? 0 : Math.LN2 / hinge.afterDays;
  return { value: valueAt(slopePerDay, hinge.epochDay), sinceEpochDay: hinge.epochDay, finding };
}
