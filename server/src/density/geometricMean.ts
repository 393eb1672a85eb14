import type { DensityInterval, IntervalEnd } from "./densityInterval.ts";
import type { EffectiveSize, SizeBound } from "./effectiveParameters.ts";

/** Geometric mean of positive values; NaN of none. One value is its own mean, to the last digit. */
export function geometricMean(values: readonly number[]): number {
  const [only = Number.NaN] = values;
  if (values.length < 2) return only;
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/**
 * Geometric mean of the sizes that several scores stand for. Sizes lie decades apart between benchmarks,
 * so their logarithms are averaged. Every score counts: one above the range at the range's end, which
 * makes the mean a lower bound, one near chance at the most it can be, which makes it an upper bound.
 * @returns without a bound where some say at least and others at most; `undefined` without scores
 */
export function meanEffectiveSize(sizes: readonly EffectiveSize[]): EffectiveSize | undefined {
  const [first] = sizes;
  if (first === undefined) return undefined;
  const known = sizes.flatMap((size) =>
    size.kind === "size" ? [size.parameters] : (size.bound?.parameters ?? []),
  );
  const parameters = known.length === sizes.length ? geometricMean(known) : undefined;
  const beyond = sizes.flatMap((size) => (size.kind === "none" ? [size] : []));
  const lowest = beyond.find(({ reason }) => reason !== "saturated");
  const reason = lowest?.reason ?? beyond[0]?.reason;
  if (reason === undefined)
    return {
      kind: "size",
      parameters: parameters ?? Number.NaN,
      flags: [...new Set(sizes.flatMap((size) => (size.kind === "size" ? size.flags : [])))],
    };
  const isMixed = lowest !== undefined && beyond.some((size) => size.reason === "saturated");
  const side: SizeBound["side"] = reason === "saturated" ? "at-least" : "at-most";
  return {
    kind: "none",
    reason,
    ...(parameters !== undefined && !isMixed && { bound: { side, parameters } }),
  };
}

/** A density, or the bound of one, with its own interval. */
interface DensityPart {
  readonly density: number | undefined;
  readonly interval: Pick<DensityInterval, "low" | "high"> | undefined;
}

/**
 * Interval of a geometric mean of independent densities: each side's distances from the densities, in
 * logarithms, add up as squares. Open where one of them is.
 * @returns `undefined` when any density or its interval is not known
 */
export function meanInterval(
  parts: readonly DensityPart[],
): Pick<DensityInterval, "low" | "high"> | undefined {
  const centres: number[] = [];
  const intervals: Pick<DensityInterval, "low" | "high">[] = [];
  for (const { density, interval } of parts) {
    if (density === undefined || interval === undefined) return undefined;
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
