import { studentTQuantile } from "../numerics/studentTQuantile.ts";
import { scoreRange } from "./credibleSize.ts";
import { type OutOfRange, sizeInRange } from "./effectiveParameters.ts";
import type { ReferenceCurve } from "./reference.ts";
import { normalQuantile95 } from "./scoreError.ts";

/** An end of an interval: a density, or why there is none: the score there leaves the curve's range. */
export type IntervalEnd =
  | { readonly kind: "density"; readonly density: number }
  | { readonly kind: "open"; readonly reason: OutOfRange };

/** Errors of a score in points, as far as they are known. */
export interface ScoreErrors {
  /** Of the score itself: a finite number of questions. */
  readonly samplingPoints: number | undefined;
  /** Of the reference: how far its own models lie from its curve, for the degrees of freedom of its fit. */
  readonly residualPoints: number | undefined;
  /** Between two honest reports of one model: prompts, harness, decoding. */
  readonly reportPoints: number | undefined;
  /** Of the residual; `undefined`: as if it were known exactly. */
  readonly residualDegreesOfFreedom: number | undefined;
}

/** Two-sided 95 % interval of a density. */
export interface DensityInterval extends ScoreErrors {
  readonly low: IntervalEnd;
  readonly high: IntervalEnd;
}

/** Nominal level of every density interval. */
export const densityIntervalLevel = 0.95;

/** Coefficients of a curve's fit from size or loss to score. */
const coefficientsOf: Readonly<Record<ReferenceCurve["kind"], number>> = { laws: 4, ladder: 3 };

/**
 * The residual of a curve as an estimate of how far a model lies from it: the root mean square error of
 * its n points divides by n, the estimate by the degrees of freedom that its coefficients leave.
 * @returns points; `undefined` when the residual is not known
 */
export function residualForDegreesOfFreedom(curve: ReferenceCurve): number | undefined {
  const { residualPoints, residualDegreesOfFreedom: spare, kind } = curve;
  if (residualPoints === undefined || spare === undefined) return residualPoints;
  return residualPoints * Math.sqrt((spare + coefficientsOf[kind]) / spare);
}

/**
 * How far a score may lie from what the model would earn on the reference's curve: half the width of its
 * 95 % interval, `t hypot(sampling, residual, report)`, with Student's t for the degrees of freedom of the
 * residual.
 * @returns points; `undefined` when no error is known
 */
export function reachOf(errors: ScoreErrors): number | undefined {
  const { samplingPoints, residualPoints, reportPoints, residualDegreesOfFreedom: spare } = errors;
  if (samplingPoints === undefined && residualPoints === undefined && reportPoints === undefined)
    return undefined;
  const quantile =
    residualPoints === undefined || spare === undefined
      ? normalQuantile95
      : studentTQuantile(densityIntervalLevel, spare);
  return quantile * Math.hypot(samplingPoints ?? 0, residualPoints ?? 0, reportPoints ?? 0);
}

/**
 * 95 % interval of a density: sampling error, the reference's residual and the spread between reports,
 * independent in points of score, carried through the inverse end by end. So it is asymmetric, and open
 * where an end leaves the validated range. What is common to all models is not in it: the residual of the
 * loss law, D0, another reference.
 *
 * A score above the range keeps its lower end, at most that of the highest score in range.
 * @param actualParameters what densities divide by
 * @param tokens D0
 * @returns `undefined` when no error is known
 */
export function densityInterval(
  curve: ReferenceCurve,
  percent: number,
  errors: ScoreErrors,
  actualParameters: number,
  tokens: number,
): DensityInterval | undefined {
  const reach = reachOf(errors);
  if (reach === undefined) return undefined;
  const endAt = (score: number) => intervalEnd(sizeInRange(curve, score, tokens), actualParameters);
  const { samplingPoints, residualPoints, reportPoints, residualDegreesOfFreedom } = errors;
  return {
    low: endAt(Math.min(percent - reach, scoreRange(curve, tokens).upTo)),
    high: endAt(percent + reach),
    samplingPoints,
    residualPoints,
    reportPoints,
    residualDegreesOfFreedom,
  };
}

/** An interval end at a size in parameters. */
export function intervalEnd(size: number | OutOfRange, actualParameters: number): IntervalEnd {
  return typeof size === "number"
    ? { kind: "density", density: size / actualParameters }
    : { kind: "open", reason: size };
}
