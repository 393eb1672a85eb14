import { type BasisScore, isMeanOfScores } from "./basisScore.ts";
import type { BenchmarkId, Score } from "./model.ts";
import type { DensitySettings } from "./settings.ts";

/** Two-sided 95 % of the normal distribution, in standard errors (NIST handbook, 1.3.6.7.1). */
export const normalQuantile95 = 1.959963984540054;

/**
 * Standard error of one score in points: the card's own, else that of a share of independent questions,
 * `100 sqrt(p (1 - p) / n)`. A mean that stands without its scores counts as if each of them were equal
 * to it.
 * @returns `undefined` when neither an error nor a number of questions is known
 */
export function samplingError(
  benchmark: BenchmarkId,
  { percent, standardErrorPercent, items }: Score,
  { benchmarkFacts, reference }: Pick<DensitySettings, "benchmarkFacts" | "reference">,
): number | undefined {
  if (standardErrorPercent !== undefined) return standardErrorPercent;
  return isMeanOfScores(benchmark, reference)
    ? errorOfMean(reference.composite.of.map((id) => binomialError(percent, benchmarkFacts.get(id)?.items)))
    : binomialError(percent, items ?? benchmarkFacts.get(benchmark)?.items);
}

/**
 * Standard error of a basis score in points. Scores of a mean are independent.
 * @returns `undefined` when the error of any score is not known
 */
export function basisSamplingError(score: BasisScore, settings: DensitySettings): number | undefined {
  if (score.kind === "single") return samplingError(settings.basis, score.score, settings);
  if (score.kind !== "mean") return undefined;
  const { composite } = settings.reference;
  return errorOfMean(score.of.map((part, place) => samplingError(composite.of[place] ?? "", part, settings)));
}

/**
 * Standard deviation between two honest reports of one model's score, in points. A composite nobody
 * measured it of has that of a mean of its parts.
 * @returns `undefined` when it is not known
 */
export function reportSpread(
  benchmark: BenchmarkId,
  { benchmarkFacts, reference }: Pick<DensitySettings, "benchmarkFacts" | "reference">,
): number | undefined {
  const known = benchmarkFacts.get(benchmark)?.reportSpreadPercent;
  if (known !== undefined || !isMeanOfScores(benchmark, reference)) return known;
  return errorOfMean(reference.composite.of.map((id) => benchmarkFacts.get(id)?.reportSpreadPercent));
}

/**
 * What guessing earns, in percent; of a composite the mean of its parts.
 * @returns `undefined` when it is not known
 */
export function chanceOf(
  benchmark: BenchmarkId,
  { benchmarkFacts, reference }: Pick<DensitySettings, "benchmarkFacts" | "reference">,
): number | undefined {
  const known = benchmarkFacts.get(benchmark)?.chancePercent;
  if (known !== undefined || !isMeanOfScores(benchmark, reference)) return known;
  let sum = 0;
  for (const id of reference.composite.of) {
    const chance = benchmarkFacts.get(id)?.chancePercent;
    if (chance === undefined) return undefined;
    sum += chance;
  }
  return sum / reference.composite.of.length;
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
