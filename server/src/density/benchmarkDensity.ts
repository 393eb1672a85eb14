import { countedScore } from "./basisScore.ts";
import type { ActualSize } from "./denominator.ts";
import { type DensityFlag, inOrder } from "./densityFlags.ts";
import { type DensityInterval, densityInterval, lossDensityInterval } from "./densityInterval.ts";
import type { EffectiveSize } from "./effectiveParameters.ts";
import { doubtsOfScore } from "./measurementDoubts.ts";
import type { BenchmarkId, Loss, Model, Score } from "./model.ts";
import { effectiveSizeAt, type Reading } from "./reading.ts";
import { samplingError } from "./scoreError.ts";
import type { DensitySettings } from "./settings.ts";

/** What one curve of the reference says of a model. Sizes in parameters; a density has no unit. */
interface CurveDensity {
  readonly benchmark: BenchmarkId;
  /** `undefined`: the reference has no curve that can be read here, or the score's unit is in doubt. */
  readonly effectiveSize: EffectiveSize | undefined;
  readonly density: number | undefined;
  /** `undefined` without a density or when no error is known. */
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
  const nothing = { effectiveSize: undefined, density: undefined, interval: undefined };
  if (score.unitDoubted) return { benchmark, score, ...nothing, flags: ["unit-doubted"] };
  const { percent } = score;
  const effectiveSize = sizeOfReading(settings, benchmark, { kind: "score", percent });
  const doubts = doubtsOfScore(benchmark, score, settings).map(({ flag }) => flag);
  const flags = inOrder([...effectiveSizeFlags(effectiveSize), ...doubts]);
  if (effectiveSize?.kind !== "size" || size === undefined)
    return { benchmark, score, ...nothing, effectiveSize, flags };
  const sampling = samplingError(benchmark, score, settings);
  return {
    benchmark,
    score,
    effectiveSize,
    density: effectiveSize.parameters / size.parameters,
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
  const effectiveSize = sizeOfReading(settings, benchmark, { kind: "loss", loss });
  const flags = effectiveSizeFlags(effectiveSize);
  const curve = settings.reference.curves.get(benchmark);
  if (effectiveSize?.kind !== "size" || size === undefined || curve?.kind !== "laws")
    return { benchmark, loss, effectiveSize, density: undefined, interval: undefined, flags };
  return {
    benchmark,
    loss,
    effectiveSize,
    density: effectiveSize.parameters / size.parameters,
    interval: lossDensityInterval(curve, loss, size.parameters, settings.trainingTokens),
    flags,
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
  { reference, trainingTokens }: DensitySettings,
  benchmark: BenchmarkId,
  percent: number,
  samplingPoints: number | undefined,
  actualParameters: number,
): DensityInterval | undefined {
  const curve = reference.curves.get(benchmark);
  if (curve === undefined) return undefined;
  const errors = { samplingPoints, residualPoints: curve.residualPoints };
  return densityInterval(curve, percent, errors, actualParameters, trainingTokens);
}

/** What is doubtful about a size, or why there is none. */
export function effectiveSizeFlags(effective: EffectiveSize | undefined): readonly DensityFlag[] {
  if (effective === undefined) return [];
  return effective.kind === "none" ? [effective.reason] : effective.flags;
}
