import { invertCurve, isImprecise } from "./effectiveParameters.ts";
import type { ReferenceCurve } from "./reference.ts";

/** Scores in percent, both ends included. */
export interface ScoreRange {
  readonly low: number;
  readonly high: number;
}

/** Scores are printed in tenths of a point. */
const stepsPerPoint = 10;
const highestScore = 100;

/**
 * The scores, in tenths of a point, at which a curve's inverse can be read: one point more moves the
 * effective parameters by no more than a quarter. Pure mathematics: the validated range, which may end
 * sooner, is the caller's business.
 * @param tokens D0; a ladder does not depend on it
 * @returns the longest such stretch; `undefined` when there is none
 */
export function readableScores(curve: ReferenceCurve, tokens: number): ScoreRange | undefined {
  let longest: ScoreRange | undefined;
  let low: number | undefined;
  for (let step = 0; step <= highestScore * stepsPerPoint; step++) {
    const score = step / stepsPerPoint;
    const parameters = invertCurve(curve, score, tokens);
    if (parameters === undefined || isImprecise(curve, score, parameters, tokens)) {
      low = undefined;
      continue;
    }
    low ??= score;
    if (longest === undefined || score - low > longest.high - longest.low) longest = { low, high: score };
  }
  return longest;
}
