import { seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import { type Estimator, estimators } from "../../../server/src/trend/estimator.ts";
import { defaultTrendOptions, fitTrend, type Trend } from "../../../server/src/trend/fitTrend.ts";
import { originEpochDay } from "../../../server/src/trend/trendPoint.ts";
import { type Proportion, Tally } from "./proportion.ts";
import { type PlacedEstimator, simulatedTrend, trueIntercepts } from "./simulatedTrend.ts";

/** A world that collections are simulated from. */
export interface TrendWorld {
  readonly models: number;
  /** The truth every interval is judged against. */
  readonly slopePerDay: number;
}

/** How often the intervals of a world hold its truth, and what is claimed of it. */
export interface TrendCoverage {
  /** Slopes, and so doubling times; of collections with enough models and records for an interval. */
  readonly slope: Readonly<Record<Estimator, Proportion>>;
  /** The line's density half a year after the last model; of collections of which a doubling is claimed. */
  readonly ahead: Readonly<Record<PlacedEstimator, Proportion>>;
  /** How often "density doubles" is said; of all collections. */
  readonly claimed: Proportion;
}

/** Simulates collections of one world, each with a bootstrap of its own, and counts. */
export function trendCoverage(world: TrendWorld, runs: number, seed: number): TrendCoverage {
  const random = seededRandom(seed);
  const slope = { records: new Tally(), quantile: new Tally(), all: new Tally() };
  const ahead = { quantile: new Tally(), all: new Tally() };
  const claimed = new Tally();
  for (let run = 0; run < runs; run++) {
    const points = simulatedTrend(random, world.models, world.slopePerDay);
    const trend = fitTrend(points, "records", undefined, { ...defaultTrendOptions, seed: run });
    claimed.add(trend.verdict === "doubling");
    const { intervals } = trend;
    if (intervals === undefined) continue;
    for (const estimator of estimators) {
      const { slopeLow, slopeHigh } = intervals.of(estimator);
      slope[estimator].add(holds({ low: slopeLow, high: slopeHigh }, world.slopePerDay));
    }
    if (trend.verdict !== "doubling") continue;
    ahead.quantile.add(holdsAhead(trend, "quantile", world));
    ahead.all.add(holdsAhead(trend, "all", world));
  }
  return {
    slope: {
      records: slope.records.proportion(),
      quantile: slope.quantile.proportion(),
      all: slope.all.proportion(),
    },
    ahead: { quantile: ahead.quantile.proportion(), all: ahead.all.proportion() },
    claimed: claimed.proportion(),
  };
}

/** Half a year, in days. */
const daysAhead = 183;

/**
 * Whether a forecast of the line's density holds it. A forecast of the day on which the line reaches
 * a density holds that day in the same draws, so it needs no row of its own.
 */
function holdsAhead(
  { points, intervals }: Trend,
  estimator: PlacedEstimator,
  { slopePerDay }: TrendWorld,
): boolean {
  const day = (points.at(-1)?.epochDay ?? Number.NaN) + daysAhead;
  const truth = Math.exp(trueIntercepts[estimator] + slopePerDay * (day - originEpochDay));
  return intervals !== undefined && holds(intervals.densityOn(estimator, day), truth);
}

/** Whether a value lies in an interval, its ends included. */
export function holds(
  { low, high }: { readonly low: number; readonly high: number },
  value: number,
): boolean {
  return low <= value && value <= high;
}
