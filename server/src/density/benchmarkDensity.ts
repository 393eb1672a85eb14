import { countedScore } from "./basisScore.ts";
import type { ActualSize } from "./denominator.ts";
import { type DensityFlag, inOrder } from "./densityFlags.ts";
import { type DensityInterval, densityInterval } from "./densityInterval.ts";
import type { EffectiveSize } from "./effectiveParameters.ts";
import { judgedSize, scoreErrors } from "./judgedSize.ts";
import { doubtsOfScore } from "./measurementDoubts.ts";
import type { BenchmarkId, Loss, Model, Score } from "./model.ts";
import { effectiveSizeAt, type Reading } from "./reading.ts";
import { samplingError } from "./scoreError.ts";
import type { DensitySettings } from "./settings.ts";

/** A density known from one side. */
export interface DensityBound {
  readonly side: "at-most" | "at-least";
  readonly density: number;
}

/** The bound of a density whose size is known from one side. */
export function densityBound(
  effective: EffectiveSize | undefined,
  actualParameters: number,
): DensityBound | undefined {
  if (effective?.kind !== "none" || effective.bound === undefined) return undefined;
  const { side, parameters } = effective.bound;
  return { side, density: parameters / actualParameters };
}

/** What one curve of the reference says of a model. Sizes in parameters; a density has no unit. */
interface CurveDensity {
  readonly benchmark: BenchmarkId;
  /** `undefined`: the reference has no curve that can be read here, or the score's unit is in doubt. */
  readonly effectiveSize: EffectiveSize | undefined;
  readonly density: number | undefined;
  /** What is known instead of a density: near chance at most, above the range at least so much. */
  readonly bound: DensityBound | undefined;
  /** `undefined` without a density or a bound, and when no error is known. */
  readonly interval: DensityInterval | undefined;
  readonly flags: readonly DensityFlag[];
}

/** One score seen through the reference. */
export interface BenchmarkDensity extends CurveDensity {
  readonly score: Score;
}

/** One loss seen through the reference's loss law. */
export interface LossDensity extends CurveDensity {
  readonly loss: Loss;
}

/** The density of every score that counts. */
export function benchmarkDensities(
  model: Model,
  size: ActualSize | undefined,
  settings: DensitySettings,
): BenchmarkDensity[] {
  return [...model.scores].flatMap(([benchmark, scores]) => {
    const score = countedScore(settings.reference, benchmark, scores);
    return score === undefined ? [] : [benchmarkDensity(benchmark, score, size, settings)];
  });
}

function benchmarkDensity(
  benchmark: BenchmarkId,
  score: Score,
  size: ActualSize | undefined,
  settings: DensitySettings,
): BenchmarkDensity {
  const nothing = { effectiveSize: undefined, density: undefined, bound: undefined, interval: undefined };
  if (score.unitDoubted) return { benchmark, score, ...nothing, flags: ["unit-doubted"] };
  const { percent } = score;
  const sampling = samplingError(benchmark, score, settings);
  const effectiveSize = judgedSize(settings, benchmark, { kind: "score", percent }, sampling);
  const doubts = doubtsOfScore(benchmark, score, settings).map(({ flag }) => flag);
  const flags = inOrder([...effectiveSizeFlags(effectiveSize), ...doubts]);
  if (effectiveSize === undefined || size === undefined)
    return { benchmark, score, ...nothing, effectiveSize, flags };
  return {
    benchmark,
    score,
    effectiveSize,
    density: effectiveSize.kind === "size" ? effectiveSize.parameters / size.parameters : undefined,
    bound: densityBound(effectiveSize, size.parameters),
    interval: intervalOfScore(settings, benchmark, percent, sampling, size.parameters),
    flags,
  };
}

/** The density of every loss; of several losses of one benchmark the first counts. */
export function lossDensities(
  model: Model,
  size: ActualSize | undefined,
  settings: DensitySettings,
): LossDensity[] {
  return [...model.losses].flatMap(([benchmark, [loss]]) =>
    loss === undefined ? [] : [lossDensity(benchmark, loss, size, settings)],
  );
}

function lossDensity(
  benchmark: BenchmarkId,
  loss: Loss,
  size: ActualSize | undefined,
  settings: DensitySettings,
): LossDensity {
  const effectiveSize = judgedSize(settings, benchmark, { kind: "loss", loss }, undefined);
  return {
    benchmark,
    loss,
    effectiveSize,
    density:
      effectiveSize?.kind === "size" && size !== undefined
        ? effectiveSize.parameters / size.parameters
        : undefined,
    bound: size && densityBound(effectiveSize, size.parameters),
    // The error of a loss is not known; what the loss law's residual does is common to all models.
    interval: undefined,
    flags: effectiveSizeFlags(effectiveSize),
  };
}

/** The effective size at a score or a loss; `undefined` without a curve that can be read there. */
export function sizeOfReading(
  { reference, trainingTokens }: DensitySettings,
  benchmark: BenchmarkId,
  reading: Reading,
): EffectiveSize | undefined {
  const curve = reference.curves.get(benchmark);
  return curve && effectiveSizeAt(curve, reading, trainingTokens, reference.largestFittedParameters);
}

/** The interval of a density read off a score with this sampling error. */
export function intervalOfScore(
  settings: DensitySettings,
  benchmark: BenchmarkId,
  percent: number,
  samplingPoints: number | undefined,
  actualParameters: number,
): DensityInterval | undefined {
  const curve = settings.reference.curves.get(benchmark);
  if (curve === undefined) return undefined;
  const errors = scoreErrors(curve, benchmark, samplingPoints, settings);
  return densityInterval(curve, percent, errors, actualParameters, settings.trainingTokens);
}

/** What is doubtful about a size, or why there is none. */
export function effectiveSizeFlags(effective: EffectiveSize | undefined): readonly DensityFlag[] {
  if (effective === undefined) return [];
  return effective.kind === "none" ? [effective.reason] : effective.flags;
}
