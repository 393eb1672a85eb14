import { scoreRange } from "./credibleSize.ts";
import { reachOf, residualForDegreesOfFreedom, type ScoreErrors } from "./densityInterval.ts";
import {
  type EffectiveSize,
  parametersOfLoss,
  type SizeBound,
  sizeInRange,
  validatedLosses,
} from "./effectiveParameters.ts";
import { scoreLaw } from "./laws.ts";
import type { BenchmarkId } from "./model.ts";
import { effectiveSizeAt, type Reading } from "./reading.ts";
import type { LawCurve, ReferenceCurve } from "./reference.ts";
import { chanceOf, normalQuantile95, reportSpread } from "./scoreError.ts";
import type { DensitySettings } from "./settings.ts";

/** What is known of how far a score lies from the curve it is read off. */
export function scoreErrors(
  curve: ReferenceCurve,
  benchmark: BenchmarkId,
  samplingPoints: number | undefined,
  settings: DensitySettings,
): ScoreErrors {
  return {
    samplingPoints,
    residualPoints: residualForDegreesOfFreedom(curve),
    reportPoints: reportSpread(benchmark, settings),
    residualDegreesOfFreedom: curve.residualDegreesOfFreedom,
  };
}

/**
 * What a score or a loss says of a model's size: the inverse of the curve where there is one to believe.
 * A reading that cannot be told from guessing says that the size is at most so much, one above the range
 * that it is at least that of the range's end.
 * @param samplingPoints sampling error of a score; of a loss none is known
 * @returns `undefined` without a curve that can be read there
 */
export function judgedSize(
  settings: DensitySettings,
  benchmark: BenchmarkId,
  reading: Reading,
  samplingPoints: number | undefined,
): EffectiveSize | undefined {
  const { reference, trainingTokens } = settings;
  const curve = reference.curves.get(benchmark);
  if (curve === undefined) return undefined;
  const size = effectiveSizeAt(curve, reading, trainingTokens, reference.largestFittedParameters);
  if (size === undefined) return undefined;
  if (size.kind === "none" && size.reason === "saturated")
    return {
      ...size,
      ...boundOf("at-least", sizeInRange(curve, scoreRange(curve, trainingTokens).upTo, trainingTokens)),
    };
  if (reading.kind === "loss")
    return curve.kind === "laws" &&
      isLossOfGuessing(curve, reading.loss, chanceOf(benchmark, settings), trainingTokens)
      ? { kind: "none", reason: size.kind === "none" ? size.reason : "near-chance" }
      : size;
  const { percent } = reading;
  const errors = scoreErrors(curve, benchmark, samplingPoints, settings);
  const isBelow = size.kind === "none";
  if (
    !isBelow &&
    !isNearChance(curve, percent, samplingPoints, chanceOf(benchmark, settings), trainingTokens)
  )
    return size;
  const highest = sizeInRange(curve, percent + (reachOf(errors) ?? 0), trainingTokens);
  return { kind: "none", reason: isBelow ? size.reason : "near-chance", ...boundOf("at-most", highest) };
}

function boundOf(side: SizeBound["side"], parameters: number | string): { readonly bound?: SizeBound } {
  return typeof parameters === "number" ? { bound: { side, parameters } } : {};
}

/**
 * Whether a score cannot be told from guessing: its lower end, from sampling error and the reference's
 * residual, reaches what guessing earns or the floor of the curve. That another report of the model might
 * say less is no part of this: the spread between reports widens an interval, it makes nothing a guess.
 */
function isNearChance(
  curve: ReferenceCurve,
  percent: number,
  samplingPoints: number | undefined,
  chancePercent: number | undefined,
  tokens: number,
): boolean {
  const noise = normalQuantile95 * Math.hypot(samplingPoints ?? 0, curve.residualPoints ?? 0);
  const floor = scoreRange(curve, tokens).above;
  return percent - noise <= Math.max(floor, chancePercent ?? floor);
}

/** The error of a loss is not known, so the loss itself must earn more than guessing does. */
function isLossOfGuessing(
  curve: LawCurve,
  loss: number,
  chancePercent: number | undefined,
  tokens: number,
): boolean {
  if (loss >= validatedLosses(curve, tokens).greatest) return true;
  if (parametersOfLoss(curve.lossLaw, loss, tokens) === undefined) return true;
  return chancePercent !== undefined && scoreLaw(curve.scoreLaw, loss) <= chancePercent;
}
