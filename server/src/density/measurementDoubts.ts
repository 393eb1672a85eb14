import type { BasisScore } from "./basisScore.ts";
import type { BenchmarkId, EvaluationProtocol, Score } from "./model.ts";
import { normalQuantile95, samplingError } from "./scoreError.ts";
import type { DensitySettings } from "./settings.ts";

/** What makes a score less comparable than its number looks. */
export type MeasurementFlag = "near-chance" | "protocol-differs" | "harness-differs";

/** A score beside how the reference measured, where the card says something else. */
export interface MeasurementDoubt {
  readonly flag: MeasurementFlag;
  readonly benchmark: BenchmarkId;
  readonly score: Score;
  /** How the reference models were measured. */
  readonly expected: EvaluationProtocol;
  /** Score of guessing. */
  readonly chancePercent: number | undefined;
}

/** Doubts about one score. What a card does not say is not doubted. */
export function doubtsOfScore(
  benchmark: BenchmarkId,
  score: Score,
  settings: DensitySettings,
): readonly MeasurementDoubt[] {
  const doubts: MeasurementDoubt[] = [];
  addDoubts(doubts, benchmark, score, settings);
  return doubts;
}

/** Doubts about the scores that a score on the basis is made of. */
export function doubtsOfBasis(score: BasisScore, settings: DensitySettings): readonly MeasurementDoubt[] {
  const { basis, reference } = settings;
  const doubts: MeasurementDoubt[] = [];
  switch (score.kind) {
    case "single":
      addDoubts(doubts, basis, score.score, settings);
      break;
    case "mean":
      score.of.forEach((part, place) => {
        addDoubts(doubts, reference.composite.of[place] ?? "", part, settings);
      });
      break;
    case "available":
      for (const part of score.of) addDoubts(doubts, part.benchmark, part.score, settings);
  }
  return doubts;
}

function addDoubts(
  doubts: MeasurementDoubt[],
  benchmark: BenchmarkId,
  score: Score,
  settings: DensitySettings,
): void {
  const expected = settings.reference.protocols.get(benchmark) ?? nothingExpected;
  const chancePercent = settings.benchmarkFacts.get(benchmark)?.chancePercent;
  const { protocol } = score;
  const flags: readonly (MeasurementFlag | false)[] = [
    isNearChance(benchmark, score, chancePercent, settings) && "near-chance",
    (differs(protocol.shots, expected.shots) || differs(protocol.chainOfThought, expected.chainOfThought)) &&
      "protocol-differs",
    differs(protocol.harness?.toLowerCase(), expected.harness?.toLowerCase()) && "harness-differs",
  ];
  for (const flag of flags)
    if (flag !== false) doubts.push({ flag, benchmark, score, expected, chancePercent });
}

const nothingExpected: EvaluationProtocol = {};

/** Not distinguishable from guessing: chance lies in the score's 95 % interval, or above it. */
function isNearChance(
  benchmark: BenchmarkId,
  score: Score,
  chancePercent: number | undefined,
  settings: DensitySettings,
): boolean {
  if (chancePercent === undefined) return false;
  const error = samplingError(benchmark, score, settings) ?? 0;
  return score.percent - normalQuantile95 * error <= chancePercent;
}

function differs<Value>(stated: Value | undefined, expected: Value | undefined): boolean {
  return stated !== undefined && expected !== undefined && stated !== expected;
}
