import { seededRandom } from "../../numerics/seededRandom.ts";
import type { TrendSample } from "./trendSample.ts";

/** How intervals are made: a bootstrap over models. */
export interface Resampling {
  /** Draws; `undefined`: 2,000, fewer for very large collections. */
  readonly samples: number | undefined;
  /** Whole number from 0 to 2^32 - 1. Same models, draws and seed: same interval. */
  readonly seed: number;
}

export const defaultResampling: Resampling = { samples: undefined, seed: 1 };

/** Of every interval. */
export const intervalLevel = 0.95;

const defaultSamples = 2000;
const fewestSamples = 200;
/** Draws times points: what one interval may cost, a few tenths of a second. */
const mostPointsDrawn = 2_000_000;

/** How many draws an interval over so many points takes. */
export function sampleCount({ samples }: Resampling, pointCount: number): number {
  if (samples !== undefined) return samples;
  const affordable = Math.floor(mostPointsDrawn / Math.max(1, pointCount));
  return Math.max(fewestSamples, Math.min(defaultSamples, affordable));
}

/**
 * Draws training runs with replacement, as many as there are, and says how often each point counts.
 * There is one array, filled anew for every draw.
 */
export function* resamples(
  { run, runCount }: TrendSample,
  resampling: Resampling,
): Generator<Int32Array, void, undefined> {
  const random = seededRandom(resampling.seed);
  const runTimes = new Int32Array(runCount);
  const pointTimes = new Int32Array(run.length);
  const samples = sampleCount(resampling, run.length);
  for (let draw = 0; draw < samples; draw++) {
    runTimes.fill(0);
    for (let drawn = 0; drawn < runCount; drawn++) {
      const chosen = Math.floor(random() * runCount);
      runTimes[chosen] = (runTimes[chosen] ?? 0) + 1;
    }
    for (let point = 0; point < run.length; point++) pointTimes[point] = runTimes[run[point] ?? 0] ?? 0;
    yield pointTimes;
  }
}
