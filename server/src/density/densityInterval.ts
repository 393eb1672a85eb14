import { effectiveParameters } from "./effectiveParameters.ts";
import type { ReferenceCurve } from "./reference.ts";
import { normalQuantile95 } from "./scoreError.ts";

/** An end of an interval: a density, or why there is none: the score there leaves the curve's range. */
export type IntervalEnd =
  | { readonly kind: "density"; readonly density: number }
  | { readonly kind: "open"; readonly reason: "below-floor" | "saturated" };

/** Errors of a score in points, as far as they are known. */
export interface ScoreErrors {
  /** Of the score itself: a finite number of questions. */
  readonly samplingPoints: number | undefined;
  /** Of the reference: how far its own models lie from its curve. */
  readonly residualPoints: number | undefined;
}

/** Two-sided 95 % interval of a density. */
export interface DensityInterval extends ScoreErrors {
  readonly low: IntervalEnd;
  readonly high: IntervalEnd;
}

/** Nominal level of every density interval. */
export const densityIntervalLevel = 0.95;

/**
 * 95 % interval of a density: sampling error and the reference's residual, independent and normal in
 * points of score, carried through the inverse end by end. So it is asymmetric, and open where an end
 * leaves the validated range. What another reference would say is not in it.
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
  const { samplingPoints, residualPoints } = errors;
  if (samplingPoints === undefined && residualPoints === undefined) return undefined;
  const reach = normalQuantile95 * Math.hypot(samplingPoints ?? 0, residualPoints ?? 0);
  const endAt = (score: number): IntervalEnd => {
    const size = effectiveParameters(curve, score, tokens, Number.POSITIVE_INFINITY);
    return size.kind === "size"
      ? { kind: "density", density: size.parameters / actualParameters }
      : { kind: "open", reason: size.reason };
  };
  return { low: endAt(percent - reach), high: endAt(percent + reach), samplingPoints, residualPoints };
}
