import { fewestRecords, type Trend, trendDensityOn } from "../fit/fitTrend.ts";

/** A time at the end of the data in which records kept to come. */
export interface Stall {
  /** The last record before it. */
  readonly sinceEpochDay: number;
  /** Until the last model. */
  readonly days: number;
  /** Records that came nevertheless. */
  readonly records: number;
  /** Members of the trend released in it. */
  readonly models: number;
  /** Records that the pace until then has in such a time. */
  readonly expectedRecords: number;
  /** How often so few come by chance at that pace (Poisson). */
  readonly chance: number;
  /** Density of the densest model of all. */
  readonly density: number;
  /** What the quantile line, which lies below the records, expects on the last model's day. */
  readonly expectedDensity: number;
}

/** Half a year: shorter pauses are said of no collection. */
const shortestStallDays = 180;

/** The densest model must lie at least one doubling below the line. */
const largestShare = 0.5;

/** The largest chance at which a stall is said. */
const largestChance = 0.05;

/**
 * Whether records have stopped: from the last record that lies at least half a year before the last model,
 * so few came that the pace until then gives as few in one of twenty collections, and the quantile line has
 * left the densest model a doubling behind. One start is judged, so nothing is searched.
 */
export function stall({ points, records, lines }: Trend): Stall | undefined {
  const [first, last] = [records[0], points.at(-1)];
  const line = lines.find(({ estimator }) => estimator === "quantile");
  const before = records.filter(({ epochDay }) => (last?.epochDay ?? 0) - epochDay >= shortestStallDays);
  const start = before.at(-1);
  if (first === undefined || last === undefined || start === undefined || line === undefined)
    return undefined;
  if (before.length < fewestRecords) return undefined;
  const days = last.epochDay - start.epochDay;
  const expectedRecords = ((before.length - 1) / (start.epochDay - first.epochDay)) * days;
  const recordCount = records.length - before.length;
  const chance = poissonAtMost(recordCount, expectedRecords);
  const density = records.at(-1)?.density ?? start.density;
  const expectedDensity = trendDensityOn(line, last.epochDay);
  if (!(chance < largestChance && density < largestShare * expectedDensity)) return undefined;
  return {
    sinceEpochDay: start.epochDay,
    days,
    records: recordCount,
    models: points.filter(({ epochDay }) => epochDay > start.epochDay).length,
    expectedRecords,
    chance,
    density,
    expectedDensity,
  };
}

function poissonAtMost(count: number, expected: number): number {
  let term = Math.exp(-expected);
  let sum = term;
  for (let each = 1; each <= count; each++) {
    term *= expected / each;
    sum += term;
  }
  return sum;
}
