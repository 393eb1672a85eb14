import { epochDayOf, partsOfEpochDay } from "../../density/calendar.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import type { TrendPoint } from "../collection/trendPoint.ts";
import type { Estimator } from "../fit/estimator.ts";
import { fitTrend, trendDensityOn } from "../fit/fitTrend.ts";
import type { ValueInterval } from "../fit/trendInterval.ts";
import { keptSteps } from "../keptSteps.ts";
import { finish, type Steps } from "../steps.ts";

/** A forecast as it would have been made on a past day, and what came. */
export interface PastForecast {
  /** The last day whose models were known. */
  readonly madeOnEpochDay: number;
  readonly forDay: number;
  readonly models: number;
  /** Of the densest model by that day. */
  readonly forecast: number;
  /** Ends of the interval of the line. */
  readonly low: number;
  readonly high: number;
  /** Density of the densest model that had come by that day. */
  readonly actual: number;
  readonly outcome: "hit" | "too-high" | "too-low";
}

/** How well a method would have forecast this very collection. */
export interface Backtest {
  readonly estimator: Estimator;
  readonly forecasts: readonly PastForecast[];
  readonly hits: number;
  /** Forecasts whose whole interval lay above what came. */
  readonly tooHigh: number;
  readonly tooLow: number;
  /** Forecasts above what came, hits or not. */
  readonly above: number;
  /** Root mean square of ln(forecast / actual): the width that a forecast has earned; `undefined` without one. */
  readonly logError: number | undefined;
}

const daysAhead = 183;

/**
 * Fits the trend again at each past half-year end and forecasts the densest model half a year on. The
 * densest model by a day is what a line through records speaks of.
 */
export function backtest(analysis: CollectionAnalysis, estimator: Estimator): Backtest {
  return finish(backtestSteps(analysis, estimator));
}

/** The same in steps of one draw. */
export function* backtestSteps(
  { trend, settings }: CollectionAnalysis,
  estimator: Estimator,
): Steps<Backtest> {
  const { points } = trend;
  const forecasts: PastForecast[] = [];
  for (const madeOnEpochDay of halfYearEnds(points)) {
    const known = points.filter(({ epochDay }) => epochDay <= madeOnEpochDay);
    const past = fitTrend(known, estimator, settings);
    const { line, intervals } = past;
    if (line === undefined || intervals === undefined) continue;
    yield* intervals.steps([estimator]);
    const forDay = madeOnEpochDay + daysAhead;
    const forecast = trendDensityOn(line, forDay);
    const { low, high } = intervals.densityOn(estimator, forDay);
    const actual = Math.max(
      ...points.filter(({ epochDay }) => epochDay <= forDay).map(({ density }) => density),
    );
    const outcome = actual < low ? "too-high" : actual > high ? "too-low" : "hit";
    forecasts.push({ madeOnEpochDay, forDay, models: known.length, forecast, low, high, actual, outcome });
  }
  const count = (outcome: PastForecast["outcome"]) =>
    forecasts.filter((each) => each.outcome === outcome).length;
  const squares = forecasts.map(({ forecast, actual }) => Math.log(forecast / actual) ** 2);
  return {
    estimator,
    forecasts,
    hits: count("hit"),
    tooHigh: count("too-high"),
    tooLow: count("too-low"),
    above: forecasts.filter(({ forecast, actual }) => forecast > actual).length,
    logError:
      squares.length === 0
        ? undefined
        : Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length),
  };
}

/** The backtest of an analysis, made once however many ask. */
export const backtestOf = keptSteps((analysis: CollectionAnalysis, estimator: Estimator) =>
  backtestSteps(analysis, estimator),
);

/** The estimators to lay beside each other: the one in force, then the paper's and the one that covers. */
export function* backtestsSteps(analysis: CollectionAnalysis): Steps<readonly Backtest[]> {
  const asked = new Set<Estimator>([analysis.settings.estimator, "quantile", "records"]);
  const results = [...asked].map((estimator) => backtestOf(analysis, estimator));
  for (const result of results) yield* result.steps();
  return results.map((result) => result.get());
}

/** 30 June and 31 December of the years of points, as long as half a year of data follows. */
function halfYearEnds(points: readonly TrendPoint[]): number[] {
  const [first, last] = [points.at(0), points.at(-1)];
  if (first === undefined || last === undefined) return [];
  const years = [partsOfEpochDay(first.epochDay).year, partsOfEpochDay(last.epochDay).year] as const;
  return Array.from({ length: years[1] - years[0] + 1 }, (_, place) => years[0] + place)
    .flatMap((year) => [epochDayOf(year, 6, 30), epochDayOf(year, 12, 31)])
    .filter((day) => day !== undefined && day > first.epochDay && day + daysAhead <= last.epochDay)
    .flatMap((day) => day ?? []);
}

/** 97.5 % of a normal distribution lie below. */
const normalQuantile = 1.959964;

/** The range that a backtest's error gives a forecast. */
export function earnedInterval(value: number, logError: number): ValueInterval {
  const factor = Math.exp(normalQuantile * logError);
  return { low: value / factor, high: value * factor };
}
