import { findRecords } from "../collection/records.ts";
import { compareTrendPoints, originEpochDay, runOf, type TrendPoint } from "../collection/trendPoint.ts";
import { memo } from "../memo.ts";
import { SteppedResult, type Steps } from "../steps.ts";
import { defaultTau, type Estimator, estimators, type TrendLine, trendLine } from "./estimator.ts";
import { quantileSlopeIsPositive } from "./quantileRise.ts";
import { defaultResampling, type Resampling } from "./resampling.ts";
import { TrendIntervals } from "./trendInterval.ts";
import { type TrendSample, trendSample } from "./trendSample.ts";
import { type TrendTest, testTrend } from "./trendTest.ts";

export type Verdict = "doubling" | "no-doubling-can-be-claimed" | "too-few-models";

/** Below these counts no line is fitted. */
export const fewestModels = 5;
export const fewestRecords = 3;

/** No line is fitted to fewer release days, or to a shorter span of them, however many models there are. */
export const fewestReleaseDays = 5;
export const shortestSpanDays = 90;

/** How far models are spread over time. */
export interface ReleaseSpan {
  /** Different days. */
  readonly releaseDays: number;
  /** From the first to the last. */
  readonly spanDays: number;
}

/** The span of points; both 0 without any. */
export function releaseSpan(points: readonly TrendPoint[]): ReleaseSpan {
  const days = points.map(({ epochDay }) => epochDay);
  const [first, last] = days.reduce(
    ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return { releaseDays: new Set(days).size, spanDays: days.length === 0 ? 0 : last - first };
}

/** Whether models are spread widely enough for a line. */
export function isLongEnough({ releaseDays, spanDays }: ReleaseSpan): boolean {
  return releaseDays >= fewestReleaseDays && spanDays >= shortestSpanDays;
}

/** The largest p value of the all-model test at which a doubling is still claimed. */
export const significanceLevel = 0.05;

/**
 * How the maximum density of a set of models grows. Everything beyond the points is computed when it is
 * first asked for, and kept: while somebody types, most of it is not.
 */
export interface Trend {
  /** In date order. */
  readonly points: readonly TrendPoint[];
  readonly records: readonly TrendPoint[];
  /** What the lines are fitted to: the points without copies within one training run. */
  readonly sample: TrendSample;
  /** The line of the chosen estimator; `undefined` with too few models or a single date. */
  readonly line: TrendLine | undefined;
  /** The line of every estimator, in the order of `estimators`; empty with too few models. */
  readonly lines: readonly TrendLine[];
  /** Computed when asked for; `undefined` with too few models. */
  readonly intervals: TrendIntervals | undefined;
  readonly test: TrendTest | undefined;
  readonly verdict: Verdict;
  /** Finds the verdict in steps, for those who cannot wait: of ten thousand models it takes a while. */
  readonly verdictSteps: () => Steps<void>;
}

/** What a trend depends on beside its models and its estimator. */
export interface TrendOptions extends Resampling {
  /** Quantile of the estimator `quantile`, between 0 and 1. */
  readonly tau: number;
}

export const defaultTrendOptions: TrendOptions = { tau: defaultTau, ...defaultResampling };

/**
 * Fits `ln(rho_max) = A t + B` (equation 8 of Xiao et al. 2025). The paper's procedure is the
 * estimator `records`: ordinary least squares through the frontier.
 */
export function fitTrend(
  models: readonly TrendPoint[],
  estimator: Estimator,
  options: TrendOptions = defaultTrendOptions,
): Trend {
  const points = [...models].sort(compareTrendPoints);
  const records = memo(() => findRecords(points));
  const sample = memo(() => trendSample(points));
  // Checkpoints of one run are one model, and its records are one record.
  const isEnough = memo(
    () =>
      sample().runCount >= fewestModels &&
      new Set(records().map(runOf)).size >= fewestRecords &&
      isLongEnough(releaseSpan(points)),
  );
  const lines = memo(() =>
    isEnough()
      ? estimators.map((each) => trendLine(each, sample(), options.tau)).filter((line) => line !== undefined)
      : [],
  );
  const intervals = memo(() =>
    lines().length === 0 ? undefined : new TrendIntervals(sample(), options.tau, options),
  );
  const test = memo(() => (isEnough() ? testTrend(sample()) : undefined));
  const verdict = new SteppedResult(judge());

  /** A doubling is claimed of a rise over all models, by test and by interval, that the quantile line confirms. */
  function* judge(): Steps<Verdict> {
    if (!isEnough()) return "too-few-models";
    const tested = test();
    const rises = tested !== undefined && tested.slopePerDay > 0 && tested.pValue < significanceLevel;
    const isConfirmed =
      rises && (yield* quantileSlopeIsPositive(sample(), options.tau, options)) && (yield* allModelsRise());
    return isConfirmed ? "doubling" : "no-doubling-can-be-claimed";
  }

  function* allModelsRise(): Steps<boolean> {
    const made = intervals();
    if (made === undefined) return false;
    yield* made.steps(["all"]);
    // Exactly 0 is a draw of one date: of five models so few differ that it may be the end.
    return made.of("all").slopeLow >= 0;
  }

  return {
    points,
    get records() {
      return records();
    },
    get sample() {
      return sample();
    },
    get line() {
      return lines().find((line) => line.estimator === estimator);
    },
    get lines() {
      return lines();
    },
    get intervals() {
      return intervals();
    },
    get test() {
      return test();
    },
    get verdict() {
      return verdict.get();
    },
    verdictSteps: () => verdict.steps(),
  };
}

/** The line's density on a day. */
export function trendDensityOn(line: TrendLine, epochDay: number): number {
  return Math.exp(line.intercept + line.slopePerDay * (epochDay - originEpochDay));
}

/**
 * How many days before (positive) or after the trend a model reached its density; `undefined` when
 * the line does not rise.
 */
export function daysAheadOfTrend(line: TrendLine, epochDay: number, density: number): number | undefined {
  if (!(line.slopePerDay > 0)) return undefined;
  return (Math.log(density) - line.intercept) / line.slopePerDay - (epochDay - originEpochDay);
}
