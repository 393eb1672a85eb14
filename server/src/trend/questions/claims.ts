import { countedScore } from "../../density/basisScore.ts";
import type { BenchmarkId, Model, Score } from "../../density/model.ts";
import { samplingError } from "../../density/scoreError.ts";
import type { DensitySettings } from "../../density/settings.ts";
import { normalQuantile } from "../../numerics/normal.ts";
import { type ScoreDifference, scoreDifference } from "./scoreDifference.ts";

/** Something two scores must agree in before one may be called higher. */
export const comparedProperties = [
  "kind",
  "bits per weight",
  "shots",
  "chain of thought",
  "harness",
  "standard error",
] as const;
export type ComparedProperty = (typeof comparedProperties)[number];

/** What does not match; `undefined`: the card does not say. */
export interface Mismatch {
  readonly property: ComparedProperty;
  readonly first: string | undefined;
  readonly second: string | undefined;
}

/** What two scores on one benchmark allow to be said. */
export type ClaimVerdict =
  | { readonly kind: "first-higher" | "second-higher" | "within-noise" }
  | { readonly kind: "not-comparable"; readonly mismatches: readonly Mismatch[] };

/** Two models' scores on one benchmark. */
export interface Claim {
  readonly benchmark: BenchmarkId;
  readonly first: Score;
  readonly second: Score;
  /** First minus second, in points. */
  readonly differencePoints: number;
  /**
   * A difference up to this is within the sampling errors of the scores, at 95 % over all benchmarks
   * compared; `undefined`: an error is not known. Harness and prompts are not in it.
   */
  readonly noisePoints: number | undefined;
  /** Of no difference, of this benchmark alone; `undefined`: an error is not known. */
  readonly pValue: number | undefined;
  readonly verdict: ClaimVerdict;
}

/**
 * What may be claimed of two models on every benchmark both have: which is higher, only when kind,
 * protocol and harness match and the difference is beyond its sampling error, over all benchmarks that
 * can be compared together (Holm 1979). Of several results of a benchmark, the pair that matches best is
 * compared.
 */
export function claimsOf(first: Model, second: Model, settings: DensitySettings): readonly Claim[] {
  const general = modelMismatches(first, second);
  const pairs = [...first.scores].flatMap(([benchmark, firstScores]): ComparedPair[] => {
    const secondScores = second.scores.get(benchmark);
    if (secondScores === undefined) return [];
    const candidates = candidatePairs(settings, benchmark, firstScores, secondScores).map((pair) =>
      comparedPair(benchmark, pair, general, settings),
    );
    const [best] = candidates.sort((one, other) => one.mismatches.length - other.mismatches.length);
    return best === undefined ? [] : [best];
  });
  const comparable = pairs.flatMap(({ benchmark, mismatches, difference }) =>
    mismatches.length === 0 && difference !== undefined ? [{ benchmark, pValue: difference.pValue }] : [],
  );
  const levels = holmLevels(comparable);
  return pairs.map((pair) => claimOf(pair, levels.get(pair.benchmark) ?? claimLevel));
}

/** Two-sided level of every claim, over all benchmarks compared. */
const claimLevel = 0.05;

/**
 * The level each p value is held against by Holm's step-down: the smallest against the level over their
 * number, the next over one less, and so on; after the first that does not pass none does.
 */
function holmLevels(
  tests: readonly { readonly benchmark: BenchmarkId; readonly pValue: number }[],
): ReadonlyMap<BenchmarkId, number> {
  const levels = new Map<BenchmarkId, number>();
  let failedAt: number | undefined;
  for (const [place, { benchmark, pValue }] of [...tests]
    .sort((one, other) => one.pValue - other.pValue)
    .entries()) {
    const level: number = failedAt ?? claimLevel / (tests.length - place);
    levels.set(benchmark, level);
    if (pValue >= level) failedAt ??= level;
  }
  return levels;
}

/** The pair of scores of one benchmark that is compared. */
interface ComparedPair {
  readonly benchmark: BenchmarkId;
  readonly first: Score;
  readonly second: Score;
  readonly mismatches: readonly Mismatch[];
  readonly difference: ScoreDifference | undefined;
}

type ScorePair = readonly [first: Score, second: Score];

/** All pairs of scores whose unit is certain, the pair that densities count first. */
function candidatePairs(
  { reference }: DensitySettings,
  benchmark: BenchmarkId,
  firstScores: readonly Score[],
  secondScores: readonly Score[],
): ScorePair[] {
  const inOrder = (scores: readonly Score[]) => {
    const counted = countedScore(reference, benchmark, scores);
    const others = scores.filter((score) => score !== counted);
    return [...(counted === undefined ? [] : [counted]), ...others].filter(({ unitDoubted }) => !unitDoubted);
  };
  return inOrder(firstScores).flatMap((first) =>
    inOrder(secondScores).map((second): ScorePair => [first, second]),
  );
}

function comparedPair(
  benchmark: BenchmarkId,
  [first, second]: ScorePair,
  general: readonly Mismatch[],
  settings: DensitySettings,
): ComparedPair {
  const difference = scoreDifference(benchmark, first, second, settings);
  const mismatches = [...general, ...scoreMismatches(first, second)];
  if (difference === undefined) {
    const [firstText, secondText] = [first, second].map((score) =>
      samplingError(benchmark, score, settings)?.toPrecision(2),
    );
    mismatches.push({ property: "standard error", first: firstText, second: secondText });
  }
  return { benchmark, first, second, mismatches, difference };
}

/** @param level two-sided, what the p value of this benchmark is held against */
function claimOf({ benchmark, first, second, mismatches, difference }: ComparedPair, level: number): Claim {
  const differencePoints = first.percent - second.percent;
  return {
    benchmark,
    first,
    second,
    differencePoints,
    noisePoints: difference?.noisePoints(normalQuantile(level)),
    pValue: difference?.pValue,
    verdict: judge(differencePoints, difference?.pValue, level, mismatches),
  };
}

function judge(
  difference: number,
  pValue: number | undefined,
  level: number,
  mismatches: readonly Mismatch[],
): ClaimVerdict {
  if (pValue === undefined || mismatches.length > 0) return { kind: "not-comparable", mismatches };
  if (pValue >= level) return { kind: "within-noise" };
  return { kind: difference > 0 ? "first-higher" : "second-higher" };
}

function modelMismatches(first: Model, second: Model): Mismatch[] {
  const bits = [first, second].map(({ weightBits }) => (weightBits === undefined ? "full" : `${weightBits}`));
  return [
    ...(first.kind !== undefined && first.kind === second.kind
      ? []
      : [{ property: "kind" as const, first: first.kind, second: second.kind }]),
    ...(bits[0] === bits[1]
      ? []
      : [{ property: "bits per weight" as const, first: bits[0], second: bits[1] }]),
  ];
}

/**
 * What neither card says is the same where both results have one source; whether a model reasoned
 * first, also where both name one harness.
 */
function scoreMismatches(first: Score, second: Score): Mismatch[] {
  const isOneSource = first.source !== undefined && first.source === second.source;
  const harness = first.protocol.harness?.toLowerCase();
  const isOneHarness = harness !== undefined && harness === second.protocol.harness?.toLowerCase();
  const properties: readonly (readonly [ComparedProperty, (score: Score) => string | undefined])[] = [
    ["shots", ({ protocol }) => protocol.shots?.toString()],
    ["chain of thought", ({ protocol }) => withOrWithout(protocol.chainOfThought)],
    ["harness", ({ protocol }) => protocol.harness],
  ];
  return properties.flatMap(([property, textOf]) => {
    const [firstText, secondText] = [textOf(first), textOf(second)];
    const isSame =
      firstText === undefined && secondText === undefined
        ? isOneSource || (property === "chain of thought" && isOneHarness)
        : firstText?.toLowerCase() === secondText?.toLowerCase();
    return isSame ? [] : [{ property, first: firstText, second: secondText }];
  });
}

function withOrWithout(chainOfThought: boolean | undefined): string | undefined {
  if (chainOfThought === undefined) return undefined;
  return chainOfThought ? "with" : "without";
}
