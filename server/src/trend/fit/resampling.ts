import { fewestClusters } from "../../numerics/clusterRobust.ts";
import { seededRandom } from "../../numerics/seededRandom.ts";
import { at } from "../../numerics/typedArray.ts";
import type { PointGroups, TrendSample } from "./trendSample.ts";

/** How intervals are made: a bootstrap over families of models. */
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

/** With fewer families than this an interval is rough: too few differ from draw to draw. */
export const fewestFamilies = 8;

/** What is drawn: families, or training runs where there are too few families to draw from. */
export interface DrawnGroups extends PointGroups {
  readonly are: "families" | "runs";
}

/** What a bootstrap of a sample draws. */
export function drawnGroups({ families, run, runCount }: TrendSample): DrawnGroups {
  return families.count < fewestClusters
    ? { are: "runs", number: run, count: runCount }
    : { are: "families", ...families };
}

/**
 * Draws families with replacement, as many as there are, and says how often each was drawn, by its number in
 * `drawnGroups`: models of one family err together (Cameron and Miller 2015). There is one array, filled
 * anew for every draw.
 */
export function* resamples(
  sample: TrendSample,
  resampling: Resampling,
): Generator<Int32Array, void, undefined> {
  const { number, count } = drawnGroups(sample);
  const random = seededRandom(resampling.seed);
  const timesDrawn = new Int32Array(count);
  const samples = sampleCount(resampling, number.length);
  for (let draw = 0; draw < samples; draw++) {
    timesDrawn.fill(0);
    for (let drawn = 0; drawn < count; drawn++) {
      const chosen = Math.floor(random() * count);
      timesDrawn[chosen] = at(timesDrawn, chosen) + 1;
    }
    yield timesDrawn;
  }
}
