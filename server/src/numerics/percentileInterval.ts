import { at } from "./typedArray.ts";

/** Ends of an interval between order statistics. */
export interface PercentileInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * How many draws lie beyond the low end of a percentile interval: the k-th smallest and the k-th
 * greatest draw are its ends, k = (samples + 1) (1 - level) / 2 rounded down, at least 1 (Davison and
 * Hinkley, "Bootstrap Methods and their Application", 1997, section 5.3). No interpolation, so an end
 * is always a draw, and infinite draws stay infinite.
 */
export function drawsPerTail(samples: number, level: number): number {
  // Rounding must not turn 50.000 into 49.
  return Math.max(1, Math.floor(((samples + 1) * (1 - level)) / 2 + 1e-9));
}

/**
 * The percentile interval of draws.
 * @param draws not empty, no NaN; may be infinite
 */
export function percentileInterval(draws: Float64Array, level: number): PercentileInterval {
  const sorted = draws.slice().sort();
  const tail = drawsPerTail(sorted.length, level);
  return { low: at(sorted, tail - 1), high: at(sorted, sorted.length - tail) };
}
