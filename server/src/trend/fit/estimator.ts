import { fitLine, type LinePoint } from "../../numerics/leastSquares.ts";
import { quantileLineSolver } from "../../numerics/quantileRegression.ts";
import { at } from "../../numerics/typedArray.ts";
import { recordsOfSample, type TrendSample } from "./trendSample.ts";

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

/** The line of an estimator, in which a training run counts once; `undefined` when the points share one date. */
export function trendLine(estimator: Estimator, sample: TrendSample, tau: number): TrendLine | undefined {
  const { x, y, weight } = sample;
  const count = x.length;
  if (estimator === "quantile") {
    const fit = quantileLineSolver(count)({ x, y, weight, count }, tau, 0);
    return fit && { estimator, tau, ...lineOf(fit), rSquared: undefined, pointCount: count };
  }
  const fit = fitLine(fittedPoints(estimator, sample));
  return fit && { estimator, tau: undefined, ...lineOf(fit), rSquared: fit.rSquared, pointCount: fit.count };
}

/** What the line of an estimator is fitted to: days since the origin, ln density, what each counts for. */
export function fittedPoints(estimator: Estimator, sample: TrendSample): Required<LinePoint>[] {
  if (estimator !== "records")
    return Array.from(sample.x, (x, place) => ({
      x,
      y: at(sample.y, place),
      weight: at(sample.weight, place),
    }));
  const { places, weight } = recordsOfSample(sample);
  return Array.from(places, (point, place) => ({
    x: at(sample.x, point),
    y: at(sample.y, point),
    weight: at(weight, place),
  }));
}

function lineOf({ slope, intercept }: { readonly slope: number; readonly intercept: number }) {
  return { slopePerDay: slope, intercept, doublingTimeDays: doublingTimeDays(slope) };
}

/** ln 2 over the slope per day; `undefined` when nothing grows. */
export function doublingTimeDays(slopePerDay: number): number | undefined {
  return slopePerDay > 0 ? Math.LN2 / slopePerDay : undefined;
}
