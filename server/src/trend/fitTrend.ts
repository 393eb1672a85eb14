import { fitLine, type LineFit } from "../numerics/leastSquares.ts";
import { findRecords } from "./records.ts";
import { compareTrendPoints, fitCoordinates, originEpochDay, type TrendPoint } from "./trendPoint.ts";
import { type TrendTest, testTrend } from "./trendTest.ts";

/** Which models the line is fitted to: the frontier (the paper's method) or all of them. */
export const estimators = ["records", "all"] as const;
export type Estimator = (typeof estimators)[number];

export type Verdict = "doubling" | "no-doubling-can-be-claimed" | "too-few-models";

/** Below these counts no line is fitted. */
export const fewestModels = 5;
export const fewestRecords = 3;

/** The largest p value of the all-model test at which a doubling is still claimed. */
export const significanceLevel = 0.05;

/** ln density = intercept + slopePerDay t, t in days since the origin. */
export interface TrendLine {
  readonly estimator: Estimator;
  readonly slopePerDay: number;
  readonly intercept: number;
  readonly rSquared: number;
  /** Number of points the line was fitted to. */
  readonly pointCount: number;
  /** ln 2 / slope; `undefined` when the slope is not positive. */
  readonly doublingTimeDays: number | undefined;
}

/** How the maximum density of a set of models grows. */
export interface Trend {
  /** In date order. */
  readonly points: readonly TrendPoint[];
  readonly records: readonly TrendPoint[];
  /** The line of the chosen estimator; `undefined` with too few models or a single date. */
  readonly line: TrendLine | undefined;
  /** The line of every estimator, in the order of `estimators`; empty with too few models. */
  readonly lines: readonly TrendLine[];
  readonly test: TrendTest | undefined;
  readonly verdict: Verdict;
}

/**
 * Fits `ln(rho_max) = A t + B` (equation 8 of Xiao et al. 2025). The paper's procedure is the
 * estimator `records`: ordinary least squares through the frontier.
 * @param runOf the training run a model is a checkpoint of, else its own id
 */
export function fitTrend(
  models: readonly TrendPoint[],
  estimator: Estimator,
  runOf: (point: TrendPoint) => string = ({ id }) => id,
): Trend {
  const points = [...models].sort(compareTrendPoints);
  const records = findRecords(points);
  const enough = points.length >= fewestModels && records.length >= fewestRecords;
  const lines = enough
    ? [trendLine("records", records), trendLine("all", points)].filter((line) => line !== undefined)
    : [];
  const test = enough ? testTrend(points, runOf) : undefined;
  return {
    points,
    records,
    line: lines.find((line) => line.estimator === estimator),
    lines,
    test,
    verdict: judge(enough, test),
  };
}

/** The verdict until quantile intervals exist: enough models, and a rise over all of them. */
function judge(enough: boolean, test: TrendTest | undefined): Verdict {
  if (!enough) return "too-few-models";
  const rises = test !== undefined && test.slopePerDay > 0 && test.pValue < significanceLevel;
  return rises ? "doubling" : "no-doubling-can-be-claimed";
}

function trendLine(estimator: Estimator, points: readonly TrendPoint[]): TrendLine | undefined {
  const fit: LineFit | undefined = fitLine(points.map(fitCoordinates));
  return (
    fit && {
      estimator,
      slopePerDay: fit.slope,
      intercept: fit.intercept,
      rSquared: fit.rSquared,
      pointCount: fit.count,
      doublingTimeDays: doublingTimeDays(fit.slope),
    }
  );
}

/** ln 2 over the slope per day; `undefined` when nothing grows. */
export function doublingTimeDays(slopePerDay: number): number | undefined {
  return slopePerDay > 0 ? Math.LN2 / slopePerDay : undefined;
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
