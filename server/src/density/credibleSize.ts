import { referenceScore } from "./laws.ts";
import type { ReferenceCurve } from "./reference.ts";

/** Effective sizes beyond this are not believed: the end of a validated range. */
const largestCredibleParameters = 1e12;

/** The score (percent) of the largest credible size: above it a curve is not to be read. */
export function highestCredibleScore(curve: ReferenceCurve, trainingTokens: number): number {
  return referenceScore(curve, largestCredibleParameters, trainingTokens);
}
