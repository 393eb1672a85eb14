import type { BenchmarkId, Score } from "../../density/model.ts";
import { samplingError } from "../../density/scoreError.ts";
import type { DensitySettings } from "../../density/settings.ts";
import { normalTwoSided } from "../../numerics/normal.ts";

/** How sure the difference of two scores is. */
export interface ScoreDifference {
  /** Two-sided p value of no difference. */
  readonly pValue: number;
  /** The difference that sampling errors explain at a number of standard errors, in points. */
  readonly noisePoints: (z: number) => number;
}

/** A score's ends at a number of standard errors, in percent. */
type EndsOf = (z: number) => readonly [low: number, high: number];

/**
 * The difference of two independent scores by Newcombe's hybrid of score intervals (Statistics in Medicine
 * 17, 873-890 (1998), method 10): each score keeps its own, asymmetric interval (Wilson's), so that 164 of
 * 164 against 160 of 164 is no sure difference. A stated standard error counts as the number of questions
 * that gives it; a mean of several benchmarks has a normal interval.
 * @returns `undefined` when the error of a score is not known
 */
export function scoreDifference(
  benchmark: BenchmarkId,
  first: Score,
  second: Score,
  settings: DensitySettings,
): ScoreDifference | undefined {
  const [firstEnds, secondEnds] = [first, second].map((score) => endsOf(benchmark, score, settings));
  if (firstEnds === undefined || secondEnds === undefined) return undefined;
  const isFirstHigher = first.percent >= second.percent;
  const [higher, lower] = isFirstHigher ? [first, second] : [second, first];
  const [higherEnds, lowerEnds] = isFirstHigher ? [firstEnds, secondEnds] : [secondEnds, firstEnds];
  const noisePoints = (z: number) =>
    Math.hypot(higher.percent - higherEnds(z)[0], lowerEnds(z)[1] - lower.percent);
  return { pValue: normalTwoSided(explainedAt(higher.percent - lower.percent, noisePoints)), noisePoints };
}

/** How many standard errors explain a difference; beyond 40 no p value is told from 0. */
function explainedAt(difference: number, noisePoints: (z: number) => number): number {
  let [low, high] = [0, 40];
  if (noisePoints(high) < difference) return high;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (noisePoints(middle) < difference) low = middle;
    else high = middle;
  }
  return low;
}

function endsOf(benchmark: BenchmarkId, score: Score, settings: DensitySettings): EndsOf | undefined {
  const { percent, standardErrorPercent, items } = score;
  const known = items ?? settings.benchmarkFacts.get(benchmark)?.items;
  const isStated = standardErrorPercent !== undefined && standardErrorPercent > 0;
  const questions =
    isStated && percent > 0 && percent < 100
      ? (percent * (100 - percent)) / standardErrorPercent ** 2
      : known;
  if (questions !== undefined) return (z) => wilson(percent, questions, z);
  const error = isStated ? standardErrorPercent : samplingError(benchmark, { ...score }, settings);
  return error === undefined || error === 0 ? undefined : (z) => [percent - z * error, percent + z * error];
}

/** Wilson's score interval of a share of questions, in percent. */
function wilson(percent: number, questions: number, z: number): readonly [number, number] {
  const share = percent / 100;
  const weight = z ** 2 / questions;
  const centre = share + weight / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / questions + weight / (4 * questions));
  return [(100 * (centre - reach)) / (1 + weight), (100 * (centre + reach)) / (1 + weight)];
}
