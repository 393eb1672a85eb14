import { compareTrendPoints, fitCoordinates, type TrendPoint } from "../collection/trendPoint.ts";

/** The points a trend is fitted to, and which of them are resampled together. */
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
}

/**
 * Orders the points and numbers their training runs. Two checkpoints of one run with one date and one
 * density are one observation written twice: the second is left out, so that a copied file changes
 * no estimate and no interval.
 * @param runOf the training run a model is a checkpoint of, else its own name
 */
export function trendSample(
  models: readonly TrendPoint[],
  runOf: (point: TrendPoint) => string,
): TrendSample {
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
  return {
    points,
    x: Float64Array.from(coordinates, ({ x }) => x),
    y: Float64Array.from(coordinates, ({ y }) => y),
    run: Int32Array.from(run),
    runCount: runs.size,
  };
}
