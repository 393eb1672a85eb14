import type { BasisScore } from "./basisScore.ts";
import type { DensitySettings } from "./capabilityDensity.ts";
import type { BenchmarkId, EvaluationProtocol, Score } from "./model.ts";
import { normalQuantile95, samplingError } from "./scoreError.ts";

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
  const expected = settings.reference.protocols.get(benchmark) ?? {};
  const chancePercent = settings.benchmarkFacts.get(benchmark)?.chancePercent;
  const { shots, chainOfThought, harness } = score.protocol;
  const flags: MeasurementFlag[] = [];
  if (isNearChance(benchmark, score, chancePercent, settings)) flags.push("near-chance");
  if (differs(shots, expected.shots) || differs(chainOfThought, expected.chainOfThought))
    flags.push("protocol-differs");
  if (differs(harness?.toLowerCase(), expected.harness?.toLowerCase())) flags.push("harness-differs");
  return flags.map((flag) => ({ flag, benchmark, score, expected, chancePercent }));
}

/** Doubts about the scores that a score on the basis is made of. */
export function doubtsOfBasis(score: BasisScore, settings: DensitySettings): readonly MeasurementDoubt[] {
  const { basis, reference } = settings;
  if (score.kind === "single") return doubtsOfScore(basis, score.score, settings);
  if (score.kind === "available")
    return score.of.flatMap((part) => doubtsOfScore(part.benchmark, part.score, settings));
  if (score.kind !== "mean") return [];
  return score.of.flatMap((part, place) =>
    doubtsOfScore(reference.composite.of[place] ?? "", part, settings),
  );
}

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
