import { type Basis, type BasisScore, basisScore, countedScore } from "./basisScore.ts";
import { type ActualSize, actualSize, type Denominator, type SizeFlag } from "./denominator.ts";
import { type DensityInterval, densityInterval } from "./densityInterval.ts";
import { type EffectiveSize, type EffectiveSizeFlag, effectiveParameters } from "./effectiveParameters.ts";
import { meanEffectiveSize, meanInterval } from "./geometricMean.ts";
import { doubtsOfBasis, doubtsOfScore } from "./measurementDoubts.ts";
import type { BenchmarkId, Model, Score } from "./model.ts";
import type { Reference } from "./reference.ts";
import { type BenchmarkFacts, basisSamplingError, samplingError } from "./scoreError.ts";

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

/** Facts a reader needs to judge a density. The closed set of flags in reports and on hovers. */
export const densityFlags = [
  "extrapolated",
  "imprecise",
  "below-floor",
  "saturated",
  "total-parameters-used",
  "active-parameters-unknown",
  "unit-doubted",
  "month-only",
  "kind-missing",
  "near-chance",
  "protocol-differs",
  "harness-differs",
  "instruct-on-base-reference",
  "available-basis",
] as const;
export type DensityFlag = (typeof densityFlags)[number];

/** One score seen through the reference. Sizes in parameters; a density has no unit. */
export interface BenchmarkDensity {
  readonly benchmark: BenchmarkId;
  readonly score: Score;
  /** `undefined`: the reference has no curve for this benchmark, or the score's unit is in doubt. */
  readonly effectiveSize: EffectiveSize | undefined;
  readonly density: number | undefined;
  /** `undefined` without a density or when no error is known. */
  readonly interval: DensityInterval | undefined;
  readonly flags: readonly DensityFlag[];
}

/** Why a model has no density. */
export type NoDensityReason = "no-size" | "no-basis-score" | "out-of-range";

/** The capability density of one model, with everything it was computed from. */
export interface ModelDensity {
  readonly basisScore: BasisScore;
  readonly actualSize: ActualSize | undefined;
  readonly effectiveSize: EffectiveSize | undefined;
  /** Effective over actual parameters, or the reason there is none. */
  readonly result:
    | {
        readonly kind: "density";
        readonly density: number;
        readonly effectiveParameters: number;
        readonly actualParameters: number;
      }
    | { readonly kind: "none"; readonly reason: NoDensityReason };
  /** `undefined` without a density or when no error is known. */
  readonly interval: DensityInterval | undefined;
  /** In the order of the card. */
  readonly benchmarks: readonly BenchmarkDensity[];
  readonly flags: readonly DensityFlag[];
}

/**
 * Capability density of a model: effective parameters over actual parameters, equation 5 of
 * Xiao et al. (2025), for the basis and for every score the reference has a curve for.
 */
export function capabilityDensity(model: Model, settings: DensitySettings): ModelDensity {
  const { reference } = settings;
  const size = actualSize(model, settings.denominator, reference.hardware);
  const score = basisScore(model, settings.basis, reference);
  const benchmarks = [...model.scores].flatMap(([id, scores]) =>
    benchmarkDensity(settings, id, scores, size),
  );
  const effective = effectiveSizeOf(score, settings);
  const result = divide(effective, size);
  return {
    basisScore: score,
    actualSize: size,
    effectiveSize: effective,
    result,
    interval:
      result.kind === "density"
        ? basisInterval(score, benchmarks, result.actualParameters, settings)
        : undefined,
    benchmarks,
    flags: flagsOf(model, score, size, effective, settings),
  };
}

/** The result alone, for those who only ask whether there is one: a small part of the cost. */
export function densityResult(model: Model, settings: DensitySettings): ModelDensity["result"] {
  const { reference } = settings;
  const score = basisScore(model, settings.basis, reference);
  return divide(
    effectiveSizeOf(score, settings),
    actualSize(model, settings.denominator, reference.hardware),
  );
}

function effectiveSizeOf(score: BasisScore, settings: DensitySettings): EffectiveSize | undefined {
  switch (score.kind) {
    case "single":
    case "mean":
      return invert(settings, settings.basis, score.percent);
    case "available":
      return meanEffectiveSize(
        score.of.flatMap((part) => invert(settings, part.benchmark, part.score.percent) ?? []),
      );
    default:
      return undefined;
  }
}

function basisInterval(
  score: BasisScore,
  benchmarks: readonly BenchmarkDensity[],
  actualParameters: number,
  settings: DensitySettings,
): DensityInterval | undefined {
  switch (score.kind) {
    case "single":
    case "mean":
      return intervalOf(
        settings,
        settings.basis,
        score.percent,
        basisSamplingError(score, settings),
        actualParameters,
      );
    case "available":
      return meanInterval(
        benchmarks.filter(({ benchmark }) => score.of.some((part) => part.benchmark === benchmark)),
      );
    default:
      return undefined;
  }
}

function divide(effective: EffectiveSize | undefined, size: ActualSize | undefined): ModelDensity["result"] {
  if (effective === undefined)
    return { kind: "none", reason: size === undefined ? "no-size" : "no-basis-score" };
  if (effective.kind === "none")
    return { kind: "none", reason: size === undefined ? "no-size" : "out-of-range" };
  if (size === undefined) return { kind: "none", reason: "no-size" };
  return {
    kind: "density",
    density: effective.parameters / size.parameters,
    effectiveParameters: effective.parameters,
    actualParameters: size.parameters,
  };
}

function benchmarkDensity(
  settings: DensitySettings,
  benchmark: BenchmarkId,
  scores: readonly Score[],
  size: ActualSize | undefined,
): BenchmarkDensity[] {
  const score = countedScore(settings.reference, benchmark, scores);
  if (score === undefined) return [];
  const nothing = { effectiveSize: undefined, density: undefined, interval: undefined };
  if (score.unitDoubted) return [{ benchmark, score, ...nothing, flags: ["unit-doubted"] }];
  const effectiveSize = invert(settings, benchmark, score.percent);
  const flags = new Set<DensityFlag>(effectiveSizeFlags(effectiveSize));
  for (const { flag } of doubtsOfScore(benchmark, score, settings)) flags.add(flag);
  const common = { benchmark, score, effectiveSize, flags: densityFlags.filter((flag) => flags.has(flag)) };
  if (effectiveSize?.kind !== "size" || size === undefined)
    return [{ ...common, density: undefined, interval: undefined }];
  const sampling = samplingError(benchmark, score, settings);
  return [
    {
      ...common,
      density: effectiveSize.parameters / size.parameters,
      interval: intervalOf(settings, benchmark, score.percent, sampling, size.parameters),
    },
  ];
}

function intervalOf(
  { reference, trainingTokens }: DensitySettings,
  id: BenchmarkId,
  percent: number,
  samplingPoints: number | undefined,
  actualParameters: number,
): DensityInterval | undefined {
  const curve = reference.curves.get(id);
  if (curve === undefined) return undefined;
  const errors = { samplingPoints, residualPoints: curve.residualPoints };
  return densityInterval(curve, percent, errors, actualParameters, trainingTokens);
}

function invert(settings: DensitySettings, id: BenchmarkId, percent: number): EffectiveSize | undefined {
  const curve = settings.reference.curves.get(id);
  return (
    curve &&
    effectiveParameters(curve, percent, settings.trainingTokens, settings.reference.largestFittedParameters)
  );
}

function flagsOf(
  model: Model,
  score: BasisScore,
  size: ActualSize | undefined,
  effective: EffectiveSize | undefined,
  settings: DensitySettings,
): DensityFlag[] {
  const flags = new Set<DensityFlag>(effectiveSizeFlags(effective));
  for (const flag of size?.flags ?? []) flags.add(flag satisfies SizeFlag);
  if (score.kind === "unit-doubted") flags.add("unit-doubted");
  if (model.releaseDate?.precision === "month") flags.add("month-only");
  if (model.kind === undefined) flags.add("kind-missing");
  if (score.kind === "available") flags.add("available-basis");
  if (model.kind === "instruct") flags.add("instruct-on-base-reference");
  for (const { flag } of doubtsOfBasis(score, settings)) flags.add(flag);
  return densityFlags.filter((flag) => flags.has(flag));
}

function effectiveSizeFlags(
  effective: EffectiveSize | undefined,
): readonly (EffectiveSizeFlag | "below-floor" | "saturated")[] {
  if (effective === undefined) return [];
  return effective.kind === "none" ? [effective.reason] : effective.flags;
}
