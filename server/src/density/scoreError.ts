import { type BasisScore, isMeanOfScores } from "./basisScore.ts";
import type { DensitySettings } from "./capabilityDensity.ts";
import type { BenchmarkId, Score } from "./model.ts";

/** What a benchmark says about how sure a score on it is. Facts that are not certain are absent. */
export interface BenchmarkFacts {
  /** Number of questions a score is usually the mean of. */
  readonly items?: number;
  /** Expected score of guessing, in percent. */
  readonly chancePercent?: number;
}

/** Two-sided 95 % of the normal distribution, in standard errors (NIST handbook, 1.3.6.7.1). */
export const normalQuantile95 = 1.959963984540054;

type Facts = Pick<DensitySettings, "benchmarkFacts">;

/**
 * Standard error of one score in points: the card's own, else that of a share of independent questions,
 * `100 sqrt(p (1 - p) / n)`.
 * @returns `undefined` when neither an error nor a number of questions is known
 */
export function samplingError(benchmark: BenchmarkId, score: Score, facts: Facts): number | undefined {
  return (
    score.standardErrorPercent ??
    binomialError(score.percent, score.items ?? facts.benchmarkFacts.get(benchmark)?.items)
  );
}

/**
 * Standard error of a basis score in points. Scores of a mean are independent; a mean that stands
 * without its scores counts as if each of them were equal to it.
 * @returns `undefined` when the error of any score is not known
 */
export function basisSamplingError(score: BasisScore, settings: DensitySettings): number | undefined {
  const { composite } = settings.reference;
  if (score.kind === "mean") {
    return errorOfMean(
      score.of.map((part, place) => samplingError(composite.of[place] ?? "", part, settings)),
    );
  }
  if (score.kind !== "single") return undefined;
  if (!isMeanOfScores(settings.basis, settings.reference))
    return samplingError(settings.basis, score.score, settings);
  return (
    score.score.standardErrorPercent ??
    errorOfMean(
      composite.of.map((id) => binomialError(score.percent, settings.benchmarkFacts.get(id)?.items)),
    )
  );
}

function errorOfMean(errors: readonly (number | undefined)[]): number | undefined {
  let squares = 0;
  for (const error of errors) {
    if (error === undefined) return undefined;
    squares += error ** 2;
  }
  return Math.sqrt(squares) / errors.length;
}

function binomialError(percent: number, items: number | undefined): number | undefined {
  return items === undefined ? undefined : Math.sqrt((percent * (100 - percent)) / items);
}
