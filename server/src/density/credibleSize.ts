import { referenceScore } from "./laws.ts";
import type { ReferenceCurve } from "./reference.ts";

/** Effective sizes beyond this are not believed: the end of every range that nobody measured. */
const largestCredibleParameters = 1e12;

/** The score (percent) of the largest credible size: above it a curve is not to be read. */
export function highestCredibleScore(curve: ReferenceCurve, trainingTokens: number): number {
  return referenceScore(curve, largestCredibleParameters, trainingTokens);
}

/** The score (percent) of an infinitely small model. */
export function floorOf(curve: ReferenceCurve): number {
  return curve.kind === "ladder" ? curve.ladder.d : curve.scoreLaw.d;
}

/**
 * The scores (percent) a curve may be inverted for: above `above`, up to and including `upTo`. A range
 * that was measured holds, but a curve of laws is read no further than the largest credible size at the
 * D0 in use; what nobody measured begins at the floor of the curve. A law with an irreducible loss says
 * itself where scores end: it is read up to there.
 */
export function scoreRange(
  curve: ReferenceCurve,
  trainingTokens: number,
): { readonly above: number; readonly upTo: number } {
  const { validatedScores: measured } = curve;
  if (curve.kind === "ladder" && measured !== undefined) return measured;
  const endsByItself = curve.kind === "laws" && curve.lossLaw.e !== undefined;
  const credible = Math.min(
    endsByItself
      ? referenceScore(curve, Number.POSITIVE_INFINITY, trainingTokens)
      : highestCredibleScore(curve, trainingTokens),
    100,
  );
  return {
    above: measured?.above ?? Math.max(floorOf(curve), 0),
    upTo: Math.min(measured?.upTo ?? credible, credible),
  };
}
