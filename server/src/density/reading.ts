import type { Basis, BasisScore } from "./basisScore.ts";
import { type EffectiveSize, effectiveParameters, effectiveParametersOfLoss } from "./effectiveParameters.ts";
import type { BenchmarkId, Loss } from "./model.ts";
import type { ReferenceCurve } from "./reference.ts";

/** What a curve is read at: the score that people publish, or the loss that people who train have. */
export type Reading =
  | { readonly kind: "score"; readonly percent: number }
  | { readonly kind: "loss"; readonly loss: Loss };

/** A reading and whose curve it is read off. */
export interface CurveReading {
  readonly benchmark: BenchmarkId;
  readonly reading: Reading;
}

/** The readings a density on the basis is made of: one, several when `available`, none when missing. */
export function basisReadings(score: BasisScore, basis: Basis): readonly CurveReading[] {
  switch (score.kind) {
    case "single":
    case "mean":
      return [{ benchmark: basis, reading: { kind: "score", percent: score.percent } }];
    case "loss":
      return [{ benchmark: basis, reading: { kind: "loss", loss: score.loss } }];
    case "available":
      return [
        ...score.of.map(({ benchmark, score: { percent } }): CurveReading => {
          return { benchmark, reading: { kind: "score", percent } };
        }),
        ...score.losses.map(({ benchmark, loss }): CurveReading => {
          return { benchmark, reading: { kind: "loss", loss } };
        }),
      ];
    default:
      return [];
  }
}

/**
 * Effective parameters at a score or a loss.
 * @param tokens D0
 * @param largestFitted largest model of the reference's score fit, in parameters
 * @returns `undefined` for a loss on a ladder, which knows no losses
 */
export function effectiveSizeAt(
  curve: ReferenceCurve,
  reading: Reading,
  tokens: number,
  largestFitted: number,
): EffectiveSize | undefined {
  if (reading.kind === "score") return effectiveParameters(curve, reading.percent, tokens, largestFitted);
  return curve.kind === "laws"
    ? effectiveParametersOfLoss(curve, reading.loss, tokens, largestFitted)
    : undefined;
}
