import { type OutOfRange, sizeInRange, sizeOfLossInRange } from "./effectiveParameters.ts";
import type { LawCurve, ReferenceCurve } from "./reference.ts";
import { normalQuantile95 } from "./scoreError.ts";

/** An end of an interval: a density, or why there is none: the score there leaves the curve's range. */
export type IntervalEnd =
  | { readonly kind: "density"; readonly density: number }
  | { readonly kind: "open"; readonly reason: OutOfRange };

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
  /** Of a loss: how far the reference's runs lie from its loss law, in nats per token. */
  readonly residualNats?: number;
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
  const endAt = (score: number) => intervalEnd(sizeInRange(curve, score, tokens), actualParameters);
  return { low: endAt(percent - reach), high: endAt(percent + reach), samplingPoints, residualPoints };
}

/**
 * 95 % interval of a density read off a loss: the residual of the reference's loss law alone. The error
 * of the loss itself is not known, and is not in it.
 * @returns `undefined` when the reference does not say how well its loss law fits
 */
export function lossDensityInterval(
  curve: LawCurve,
  loss: number,
  actualParameters: number,
  tokens: number,
): DensityInterval | undefined {
  const { residualNats } = curve;
  if (residualNats === undefined) return undefined;
  const reach = normalQuantile95 * residualNats;
  const endAt = (moved: number) => intervalEnd(sizeOfLossInRange(curve, moved, tokens), actualParameters);
  return {
    low: endAt(loss + reach),
    high: endAt(loss - reach),
    samplingPoints: undefined,
    residualPoints: undefined,
    residualNats,
  };
}

function intervalEnd(size: number | OutOfRange, actualParameters: number): IntervalEnd {
  return typeof size === "number"
    ? { kind: "density", density: size / actualParameters }
    : { kind: "open", reason: size };
}
