import { countedScore } from "../../density/basisScore.ts";
import type { BenchmarkId, Model, Score } from "../../density/model.ts";
import { normalQuantile95, samplingError } from "../../density/scoreError.ts";
import type { DensitySettings } from "../../density/settings.ts";

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
  /** A difference up to this is within the errors of the scores (95 %); `undefined`: an error is not known. */
  readonly noisePoints: number | undefined;
  readonly verdict: ClaimVerdict;
}

/**
 * What may be claimed of two models on every benchmark both have: which is higher, only when kind,
 * protocol and harness match and the difference exceeds `1.96 sqrt(se1^2 + se2^2)`. Of several results
 * of a benchmark, the pair that matches best is compared.
 */
export function claimsOf(first: Model, second: Model, settings: DensitySettings): readonly Claim[] {
  const general = modelMismatches(first, second);
  return [...first.scores].flatMap(([benchmark, firstScores]) => {
    const secondScores = second.scores.get(benchmark);
    if (secondScores === undefined) return [];
    const pairs = candidatePairs(settings, benchmark, firstScores, secondScores).map((pair) =>
      claimOf(benchmark, pair, general, settings),
    );
    const [best] = pairs.sort((one, other) => mismatchCount(one) - mismatchCount(other));
    return best === undefined ? [] : [best];
  });
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

function claimOf(
  benchmark: BenchmarkId,
  [first, second]: ScorePair,
  general: readonly Mismatch[],
  settings: DensitySettings,
): Claim {
  const errors = [first, second].map((score) => samplingError(benchmark, score, settings));
  const [firstError, secondError] = errors;
  const noisePoints =
    firstError === undefined || secondError === undefined
      ? undefined
      : normalQuantile95 * Math.hypot(firstError, secondError);
  const differencePoints = first.percent - second.percent;
  const mismatches = [...general, ...scoreMismatches(first, second)];
  if (noisePoints === undefined) {
    const [firstText, secondText] = errors.map((error) => error?.toPrecision(2));
    mismatches.push({ property: "standard error", first: firstText, second: secondText });
  }
  return {
    benchmark,
    first,
    second,
    differencePoints,
    noisePoints,
    verdict: judge(differencePoints, noisePoints, mismatches),
  };
}

function judge(difference: number, noise: number | undefined, mismatches: readonly Mismatch[]): ClaimVerdict {
  if (noise === undefined || mismatches.length > 0) return { kind: "not-comparable", mismatches };
  if (Math.abs(difference) <= noise) return { kind: "within-noise" };
  return { kind: difference > 0 ? "first-higher" : "second-higher" };
}

function mismatchCount({ verdict }: Claim): number {
  return verdict.kind === "not-comparable" ? verdict.mismatches.length : 0;
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
