import { seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import { originEpochDay } from "../../../server/src/trend/collection/trendPoint.ts";
import { type Estimator, estimators } from "../../../server/src/trend/fit/estimator.ts";
import { defaultTrendOptions, fitTrend, type Trend } from "../../../server/src/trend/fit/fitTrend.ts";
import { type Proportion, Tally } from "./proportion.ts";
import { daysAhead, simulatedTrend, trueIntercepts } from "./simulatedTrend.ts";

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
  readonly ahead: Readonly<Record<Estimator, Proportion>>;
  /** How often "density doubles" is said; of all collections. */
  readonly claimed: Proportion;
}

/** Simulates collections of one world, each with a bootstrap of its own, and counts. */
export function trendCoverage(world: TrendWorld, runs: number, seed: number): TrendCoverage {
  const random = seededRandom(seed);
  const intercepts = trueIntercepts(world.models, world.slopePerDay);
  const slope = { records: new Tally(), quantile: new Tally(), all: new Tally() };
  const ahead = { records: new Tally(), quantile: new Tally(), all: new Tally() };
  const claimed = new Tally();
  for (let run = 0; run < runs; run++) {
    const points = simulatedTrend(random, world.models, world.slopePerDay);
    const trend = fitTrend(points, "records", { ...defaultTrendOptions, seed: run });
    claimed.add(trend.verdict === "doubling");
    const { intervals } = trend;
    if (intervals === undefined) continue;
    for (const estimator of estimators) {
      const { slopeLow, slopeHigh } = intervals.of(estimator);
      slope[estimator].add(holds({ low: slopeLow, high: slopeHigh }, world.slopePerDay));
    }
    if (trend.verdict !== "doubling") continue;
    for (const estimator of estimators) {
      ahead[estimator].add(
        holdsAhead(trend, estimator, { intercept: intercepts[estimator], slopePerDay: world.slopePerDay }),
      );
    }
  }
  return { slope: proportions(slope), ahead: proportions(ahead), claimed: claimed.proportion() };
}

function proportions(tallies: Readonly<Record<Estimator, Tally>>): Readonly<Record<Estimator, Proportion>> {
  return {
    records: tallies.records.proportion(),
    quantile: tallies.quantile.proportion(),
    all: tallies.all.proportion(),
  };
}

/**
 * Whether a forecast of the line's density holds it. A forecast of the day on which the line reaches
 * a density holds that day in the same draws, so it needs no row of its own.
 */
function holdsAhead(
  { points, intervals }: Trend,
  estimator: Estimator,
  truth: { readonly intercept: number; readonly slopePerDay: number },
): boolean {
  const day = (points.at(-1)?.epochDay ?? Number.NaN) + daysAhead;
  const density = Math.exp(truth.intercept + truth.slopePerDay * (day - originEpochDay));
  return intervals !== undefined && holds(intervals.densityOn(estimator, day), density);
}

/** Whether a value lies in an interval, its ends included. */
export function holds(
  { low, high }: { readonly low: number; readonly high: number },
  value: number,
): boolean {
  return low <= value && value <= high;
}
