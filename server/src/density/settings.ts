import type { Basis } from "./basisScore.ts";
import type { Denominator } from "./denominator.ts";
import type { BenchmarkId } from "./model.ts";
import type { Reference } from "./reference.ts";

/** What a benchmark says about how sure a score on it is. Facts that are not certain are absent. */
export interface BenchmarkFacts {
  /** Number of questions a score is usually the mean of. */
  readonly items?: number;
  /** Expected score of guessing, in percent. */
  readonly chancePercent?: number;
  /** Standard deviation between two honest reports of one model, in points. */
  readonly reportSpreadPercent?: number;
  /** Its questions are kept back, or newer than the models they are asked of. */
  readonly isContaminationFree?: true;
}

/** What every density depends on; named beside every density that is shown. */
export interface DensitySettings {
  readonly reference: Reference;
  readonly basis: Basis;
  readonly denominator: Denominator;
  /** D0, training tokens of the reference model. */
  readonly trainingTokens: number;
  /** Questions and chance per benchmark, from the registry. */
  readonly benchmarkFacts: ReadonlyMap<BenchmarkId, BenchmarkFacts>;
}
