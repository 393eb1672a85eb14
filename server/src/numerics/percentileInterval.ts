import { normalTwoSided } from "./normal.ts";
import { studentTQuantile } from "./studentTQuantile.ts";
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

/**
 * The share of draws that a percentile interval of a mean or a slope must span to hold the truth with
 * probability `level`: draws of few groups spread too little, so it spans what Student's t of so many groups
 * asks of a normal distribution (the expanded percentile interval of Hesterberg, "What Teachers Should Know
 * about the Bootstrap", 2015, section 5.3). 0.979 for 0.95 and 12 groups.
 */
export function expandedLevel(level: number, groups: number): number {
  if (groups < 2) return level;
  const reach = Math.sqrt(groups / (groups - 1)) * studentTQuantile(level, groups - 1);
  return 1 - normalTwoSided(reach);
}
