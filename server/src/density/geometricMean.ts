import type { DensityInterval, IntervalEnd } from "./densityInterval.ts";
import type { EffectiveSize } from "./effectiveParameters.ts";

/** Geometric mean of positive values; NaN of none. One value is its own mean, to the last digit. */
export function geometricMean(values: readonly number[]): number {
  const [only = Number.NaN] = values;
  if (values.length < 2) return only;
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * Geometric mean of the sizes that several scores stand for; scores out of range do not count. Sizes
 * lie decades apart between benchmarks, so their logarithms are averaged.
 * @returns the reason of the first score when none is in range, `undefined` without scores
 */
export function meanEffectiveSize(sizes: readonly EffectiveSize[]): EffectiveSize | undefined {
  const inRange = sizes.flatMap((size) => (size.kind === "size" ? [size] : []));
  if (inRange.length === 0) return sizes[0];
  return {
    kind: "size",
    parameters: geometricMean(inRange.map(({ parameters }) => parameters)),
    flags: [...new Set(inRange.flatMap(({ flags }) => flags))],
  };
}

/** A density with its own interval. */
interface DensityPart {
  readonly density: number | undefined;
  readonly interval: DensityInterval | undefined;
}

/**
 * Interval of a geometric mean of independent densities: each side's distances from the densities, in
 * logarithms, add up as squares. Open where one of them is.
 * @returns `undefined` when the interval of any density is not known
 */
export function meanInterval(parts: readonly DensityPart[]): DensityInterval | undefined {
  const centres: number[] = [];
  const intervals: DensityInterval[] = [];
  for (const { density, interval } of parts) {
    if (density === undefined) continue;
    if (interval === undefined) return undefined;
    centres.push(Math.log(density));
    intervals.push(interval);
  }
  if (intervals.length === 0) return undefined;
  return {
    low: endOf(
      centres,
      intervals.map(({ low }) => low),
      -1,
    ),
    high: endOf(
      centres,
      intervals.map(({ high }) => high),
      1,
    ),
    samplingPoints: undefined,
    residualPoints: undefined,
  };
}

function endOf(centres: readonly number[], ends: readonly IntervalEnd[], side: -1 | 1): IntervalEnd {
  let squares = 0;
  for (const [place, end] of ends.entries()) {
    if (end.kind === "open") return end;
    squares += (Math.log(end.density) - (centres[place] ?? Number.NaN)) ** 2;
  }
  const centre = centres.reduce((sum, value) => sum + value, 0) / centres.length;
  return { kind: "density", density: Math.exp(centre + (side * Math.sqrt(squares)) / ends.length) };
}
