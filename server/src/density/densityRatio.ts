import type { ModelDensity } from "./capabilityDensity.ts";
import { type DensityInterval, densityInterval } from "./densityInterval.ts";
import { basisSamplingError } from "./scoreError.ts";
import type { DensitySettings } from "./settings.ts";

/** The ratio of two densities with its 95 % interval; an open end is `undefined`. */
export interface DensityRatio {
  readonly ratio: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** Whether the interval holds 1: neither model is surely the denser one. `undefined` without an interval. */
  readonly isWithinError: boolean | undefined;
}

/**
 * The first density over the second. The interval holds what differs between two models measured alike:
 * sampling error and how far models lie from the reference's curve. What is common to both is not in it,
 * nor are harness and prompts. Distances to the ends, in logarithms, add up as squares.
 * @returns `undefined` without both densities
 */
export function densityRatio(
  first: ModelDensity,
  second: ModelDensity,
  settings: DensitySettings,
): DensityRatio | undefined {
  const [one, other] = [first.result, second.result];
  if (one.kind !== "density" || other.kind !== "density") return undefined;
  const ratio = one.density / other.density;
  const [own, its] = [comparedInterval(first, settings), comparedInterval(second, settings)];
  if (own === undefined || its === undefined)
    return { ratio, low: undefined, high: undefined, isWithinError: undefined };
  const reach = (upper: DensityInterval, centre: number, lower: DensityInterval, otherCentre: number) =>
    upper.high.kind === "density" && lower.low.kind === "density"
      ? Math.exp(Math.hypot(Math.log(upper.high.density / centre), Math.log(otherCentre / lower.low.density)))
      : undefined;
  const up = reach(own, one.density, its, other.density);
  const down = reach(its, other.density, own, one.density);
  const low = down && ratio / down;
  const high = up && ratio * up;
  return { ratio, low, high, isWithinError: (low ?? 0) <= 1 && (high ?? Number.POSITIVE_INFINITY) >= 1 };
}

function comparedInterval(density: ModelDensity, settings: DensitySettings): DensityInterval | undefined {
  const { basisScore, result, interval } = density;
  if (result.kind !== "density" || !("percent" in basisScore)) return interval;
  const curve = settings.reference.curves.get(settings.basis);
  const errors = {
    samplingPoints: basisSamplingError(basisScore, settings),
    residualPoints: curve?.residualPoints,
    reportPoints: undefined,
    residualDegreesOfFreedom: undefined,
  };
  return (
    curve &&
    densityInterval(curve, basisScore.percent, errors, result.actualParameters, settings.trainingTokens)
  );
}
