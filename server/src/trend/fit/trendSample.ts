import { at } from "../../numerics/typedArray.ts";
import {
  clusterOf,
  compareTrendPoints,
  fitCoordinates,
  runOf,
  type TrendPoint,
} from "../collection/trendPoint.ts";
import { memo } from "../memo.ts";

/** Groups of points. */
export interface PointGroups {
  /** Number of the group, by point, from 0. */
  readonly number: Int32Array;
  readonly count: number;
}

/** The points a trend is fitted to, what each counts for, and which of them err together. */
export interface TrendSample {
  /** In date order. */
  readonly points: readonly TrendPoint[];
  /** Days since the origin, by point. */
  readonly x: Float64Array;
  /** Natural logarithm of density, by point. */
  readonly y: Float64Array;
  /** Number of the training run, by point. */
  readonly run: Int32Array;
  readonly runCount: number;
  /** One over the points of the same run, by point: a run counts once, however many checkpoints it has. */
  readonly weight: Float64Array;
  /** Families, and what counts as one where a card names none; found when somebody asks. */
  readonly families: PointGroups;
}

/**
 * Orders the points and numbers their training runs. Two checkpoints of one run with one date and one
 * density are one observation written twice: the second is left out, so that a copied file changes
 * no estimate and no interval.
 */
export function trendSample(models: readonly TrendPoint[]): TrendSample {
  const runs = new Map<string, number>();
  /** Runs of the models that share one date and one density, which come one after the other. */
  const seen = new Set<number>();
  const points: TrendPoint[] = [];
  const run: number[] = [];
  for (const point of [...models].sort(compareTrendPoints)) {
    const name = runOf(point);
    const number = runs.get(name) ?? runs.size;
    runs.set(name, number);
    const last = points.at(-1);
    if (last?.epochDay !== point.epochDay || last.density !== point.density) seen.clear();
    if (seen.has(number)) continue;
    seen.add(number);
    points.push(point);
    run.push(number);
  }
  const coordinates = points.map(fitCoordinates);
  const runOfPoint = Int32Array.from(run);
  const families = memo(() => familiesOf(points, runOfPoint, runs.size));
  return {
    points,
    x: Float64Array.from(coordinates, ({ x }) => x),
    y: Float64Array.from(coordinates, ({ y }) => y),
    run: runOfPoint,
    runCount: runs.size,
    weight: sharesOfRuns(runOfPoint, runs.size),
    get families() {
      return families();
    },
  };
}

/** All checkpoints of a run belong to the family that the first of them with one names. */
function familiesOf(points: readonly TrendPoint[], run: Int32Array, runCount: number): PointGroups {
  const speakers: TrendPoint[] = new Array(runCount);
  for (const [place, point] of points.entries()) {
    const number = at(run, place);
    const speaker = speakers[number];
    if (speaker === undefined || (speaker.family === undefined && point.family !== undefined))
      speakers[number] = point;
  }
  const numbers = new Map<string, number>();
  const ofRun = Int32Array.from(speakers, (speaker) => {
    const name = clusterOf(speaker);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  return { number: run.map((number) => at(ofRun, number)), count: numbers.size };
}

/**
 * The records of a sample, as places of its points, and what each counts for: records of one run share
 * the weight of one.
 */
export function recordsOfSample({ y, run, runCount }: TrendSample): {
  readonly places: Int32Array;
  readonly weight: Float64Array;
} {
  const places: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const [place, height] of y.entries()) {
    if (!(height > best)) continue;
    places.push(place);
    best = height;
  }
  const records = Int32Array.from(places);
  const weight = sharesOfRuns(
    records.map((place) => at(run, place)),
    runCount,
  );
  return { places: records, weight };
}

/** One over how many points the run of each has. */
function sharesOfRuns(run: Int32Array, runCount: number): Float64Array {
  if (run.length === runCount) return new Float64Array(run.length).fill(1);
  const sizes = new Int32Array(runCount);
  for (const number of run) sizes[number] = at(sizes, number) + 1;
  return Float64Array.from(run, (number) => 1 / at(sizes, number));
}
