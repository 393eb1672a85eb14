import { fitLine } from "../../numerics/leastSquares.ts";
import { fitQuantileLine } from "../../numerics/quantileRegression.ts";
import { findRecords } from "../collection/records.ts";
import { fitCoordinates, type TrendPoint } from "../collection/trendPoint.ts";

/**
 * What a line is fitted to and how: least squares through the records (the paper's method), the exact
 * quantile tau over all models, or least squares over all models.
 */
export const estimators = ["records", "quantile", "all"] as const;
export type Estimator = (typeof estimators)[number];

/** Quantile of the estimator `quantile` unless another is asked for. */
export const defaultTau = 0.9;

/** ln density = intercept + slopePerDay t, t in days since the origin. */
export interface TrendLine {
  readonly estimator: Estimator;
  /** Quantile of the estimator `quantile`, else `undefined`. */
  readonly tau: number | undefined;
  readonly slopePerDay: number;
  readonly intercept: number;
  /** Of least squares; a quantile line has none. */
  readonly rSquared: number | undefined;
  /** Number of points the line was fitted to. */
  readonly pointCount: number;
  /** ln 2 / slope; `undefined` when the slope is not positive. */
  readonly doublingTimeDays: number | undefined;
}

/** The line of an estimator; `undefined` when the points share one date. */
export function trendLine(
  estimator: Estimator,
  points: readonly TrendPoint[],
  tau: number,
): TrendLine | undefined {
  if (estimator === "quantile") {
    const fit = fitQuantileLine(points.map(fitCoordinates), tau);
    return fit && { estimator, tau, ...lineOf(fit), rSquared: undefined, pointCount: points.length };
  }
  const fit = fitLine((estimator === "records" ? findRecords(points) : points).map(fitCoordinates));
  return fit && { estimator, tau: undefined, ...lineOf(fit), rSquared: fit.rSquared, pointCount: fit.count };
}

function lineOf({ slope, intercept }: { readonly slope: number; readonly intercept: number }) {
  return { slopePerDay: slope, intercept, doublingTimeDays: doublingTimeDays(slope) };
}

/** ln 2 over the slope per day; `undefined` when nothing grows. */
export function doublingTimeDays(slopePerDay: number): number | undefined {
  return slopePerDay > 0 ? Math.LN2 / slopePerDay : undefined;
}
