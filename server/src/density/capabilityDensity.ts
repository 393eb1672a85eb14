import { type BasisScore, basisScore } from "./basisScore.ts";
import {
  type BenchmarkDensity,
  benchmarkDensities,
  type DensityBound,
  densityBound,
  effectiveSizeFlags,
  intervalOfScore,
  type LossDensity,
  lossDensities,
} from "./benchmarkDensity.ts";
import { type ActualSize, actualSize } from "./denominator.ts";
import { type DensityFlag, inOrder } from "./densityFlags.ts";
import type { DensityInterval } from "./densityInterval.ts";
import type { EffectiveSize } from "./effectiveParameters.ts";
import { meanEffectiveSize, meanInterval } from "./geometricMean.ts";
import { judgedSize } from "./judgedSize.ts";
import { doubtsOfBasis } from "./measurementDoubts.ts";
import type { Model } from "./model.ts";
import { basisReadings } from "./reading.ts";
import { basisSamplingError, samplingError } from "./scoreError.ts";
import type { DensitySettings } from "./settings.ts";

export type { DensityFlag } from "./densityFlags.ts";

/** Why a model has no density. */
export type NoDensityReason = "no-size" | "no-basis-score" | "near-chance" | "out-of-range";

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
    | {
        readonly kind: "none";
        readonly reason: NoDensityReason;
        /** What is known nevertheless: at most so much near chance, at least so much above the range. */
        readonly bound?: DensityBound & {
          readonly effectiveParameters: number;
          readonly actualParameters: number;
        };
      };
  /** `undefined` without a density or a bound, and when no error is known. */
  readonly interval: DensityInterval | undefined;
  /** In the order of the card. */
  readonly benchmarks: readonly BenchmarkDensity[];
  /** What each loss says by itself, in the order of the card; also where a score counts instead. */
  readonly losses: readonly LossDensity[];
  readonly flags: readonly DensityFlag[];
}

/**
 * Capability density of a model: effective parameters over actual parameters, equation 5 of
 * Xiao et al. (2025), for the basis and for every score or loss the reference has a curve for.
 */
export function capabilityDensity(model: Model, settings: DensitySettings): ModelDensity {
  return new ReadDensity(model, settings);
}

/**
 * A trend of ten thousand models needs their densities alone, so the interval and the benchmarks are
 * computed when someone asks, and kept.
 */
class ReadDensity implements ModelDensity {
  readonly basisScore: BasisScore;
  readonly actualSize: ActualSize | undefined;
  readonly effectiveSize: EffectiveSize | undefined;
  readonly result: ModelDensity["result"];
  readonly flags: readonly DensityFlag[];
  readonly #model: Model;
  readonly #settings: DensitySettings;
  #interval: { readonly known: DensityInterval | undefined } | undefined;
  #benchmarks: readonly BenchmarkDensity[] | undefined;
  #losses: readonly LossDensity[] | undefined;

  constructor(model: Model, settings: DensitySettings) {
    const { reference, basis, denominator } = settings;
    this.#model = model;
    this.#settings = settings;
    this.basisScore = basisScore(model, basis, reference);
    this.actualSize = actualSize(model, denominator, reference.hardware);
    this.effectiveSize = effectiveSizeOf(this.basisScore, settings);
    this.result = divide(this.effectiveSize, this.actualSize);
    this.flags = flagsOf(model, this.basisScore, this.actualSize, this.effectiveSize, settings);
  }

  get benchmarks(): readonly BenchmarkDensity[] {
    this.#benchmarks ??= benchmarkDensities(this.#model, this.actualSize, this.#settings);
    return this.#benchmarks;
  }

  get losses(): readonly LossDensity[] {
    this.#losses ??= lossDensities(this.#model, this.actualSize, this.#settings);
    return this.#losses;
  }

  get interval(): DensityInterval | undefined {
    this.#interval ??= { known: basisInterval(this, this.#settings) };
    return this.#interval.known;
  }
}

function effectiveSizeOf(score: BasisScore, settings: DensitySettings): EffectiveSize | undefined {
  const sizes: EffectiveSize[] = [];
  for (const { benchmark, reading } of basisReadings(score, settings.basis)) {
    const part = score.kind === "available" ? score.of.find((one) => one.benchmark === benchmark) : undefined;
    const sampling = part
      ? samplingError(benchmark, part.score, settings)
      : basisSamplingError(score, settings);
    const size = judgedSize(settings, benchmark, reading, sampling);
    if (size !== undefined) sizes.push(size);
  }
  return score.kind === "available" ? meanEffectiveSize(sizes) : sizes[0];
}

function basisInterval(density: ModelDensity, settings: DensitySettings): DensityInterval | undefined {
  const { basisScore: score, actualSize, benchmarks, losses } = density;
  if (actualSize === undefined) return undefined;
  switch (score.kind) {
    case "single":
    case "mean": {
      const sampling = basisSamplingError(score, settings);
      return intervalOfScore(settings, settings.basis, score.percent, sampling, actualSize.parameters);
    }
    case "available":
      return availableInterval(density.result, [
        ...benchmarks.filter(({ benchmark }) => score.of.some((part) => part.benchmark === benchmark)),
        ...losses.filter(({ benchmark }) => score.losses.some((part) => part.benchmark === benchmark)),
      ]);
    default:
      return undefined;
  }
}

/** Each part at its density, or at its bound; a mean that is at most so much is open below. */
function availableInterval(
  result: ModelDensity["result"],
  parts: readonly (BenchmarkDensity | LossDensity)[],
): DensityInterval | undefined {
  const unknown = {
    samplingPoints: undefined,
    residualPoints: undefined,
    reportPoints: undefined,
    residualDegreesOfFreedom: undefined,
  };
  const read = parts.filter(({ effectiveSize }) => effectiveSize !== undefined);
  const mean = meanInterval(
    read.map(({ density, bound, interval }) => ({ density: density ?? bound?.density, interval })),
  );
  if (mean === undefined) return undefined;
  const most = result.kind === "none" && result.bound?.side === "at-most" ? result.bound.density : undefined;
  return { ...unknown, ...mean, ...(most !== undefined && { high: { kind: "density", density: most } }) };
}

function divide(effective: EffectiveSize | undefined, size: ActualSize | undefined): ModelDensity["result"] {
  if (size === undefined) return { kind: "none", reason: "no-size" };
  if (effective === undefined) return { kind: "none", reason: "no-basis-score" };
  if (effective.kind === "none") {
    const bound = densityBound(effective, size.parameters);
    return {
      kind: "none",
      reason: effective.reason === "saturated" ? "out-of-range" : "near-chance",
      ...(bound !== undefined && {
        bound: {
          ...bound,
          effectiveParameters: bound.density * size.parameters,
          actualParameters: size.parameters,
        },
      }),
    };
  }
  return {
    kind: "density",
    density: effective.parameters / size.parameters,
    effectiveParameters: effective.parameters,
    actualParameters: size.parameters,
  };
}

function flagsOf(
  model: Model,
  score: BasisScore,
  size: ActualSize | undefined,
  effective: EffectiveSize | undefined,
  settings: DensitySettings,
): readonly DensityFlag[] {
  const flags: DensityFlag[] = [];
  for (const flag of effectiveSizeFlags(effective)) flags.push(flag);
  for (const flag of size?.flags ?? []) flags.push(flag);
  if (score.kind === "unit-doubted") flags.push("unit-doubted");
  if (model.releaseDate?.precision === "month") flags.push("month-only");
  if (model.kind === undefined) flags.push("kind-missing");
  if (score.kind === "available") flags.push("available-basis");
  if (score.kind === "loss" || (score.kind === "available" && score.losses.length > 0))
    flags.push("from-loss");
  if (model.kind === "instruct") flags.push("instruct-on-base-reference");
  for (const { flag } of doubtsOfBasis(score, settings)) flags.push(flag);
  return inOrder(flags);
}
