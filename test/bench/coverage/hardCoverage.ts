import { seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import { defaultTrendOptions, fitTrend } from "../../../server/src/trend/fit/fitTrend.ts";
import { growthChange } from "../../../server/src/trend/questions/growthChange.ts";
import { type Proportion, Tally } from "./proportion.ts";
import { type HardWorld, hardCollection, trueSlope } from "./simulatedWorlds.ts";
import { holds } from "./trendCoverage.ts";

/** What is said of collections whose models are not independent, or not alike. */
export interface HardCoverage {
  /** How often the interval of the quantile slope holds the truth. */
  readonly quantile: Proportion;
  readonly all: Proportion;
  /** How often "density doubles" is said. */
  readonly claimed: Proportion;
  /** How often growth is said to have slowed or sped up, which it has not. */
  readonly changed: Proportion;
}

/** z of the quantile 0.9 of a normal distribution. */
const z90 = 1.2815516;

/** Simulates collections of one world and counts. */
export function hardCoverage(
  world: HardWorld,
  models: number,
  slopePerDay: number,
  runs: number,
  seed: number,
): HardCoverage {
  const random = seededRandom(seed);
  const quantile = new Tally();
  const all = new Tally();
  const claimed = new Tally();
  const changed = new Tally();
  for (let run = 0; run < runs; run++) {
    const points = hardCollection(random, world, models, slopePerDay);
    const trend = fitTrend(points, "quantile", { ...defaultTrendOptions, samples: 1000, seed: run });
    claimed.add(trend.verdict === "doubling");
    const finding = growthChange(trend, run)?.finding;
    changed.add(finding === "slowed" || finding === "sped-up");
    for (const [estimator, tally, z] of [
      ["quantile", quantile, z90],
      ["all", all, 0],
    ] as const) {
      const interval = trend.intervals?.of(estimator);
      if (interval === undefined) continue;
      tally.add(
        holds({ low: interval.slopeLow, high: interval.slopeHigh }, trueSlope(world, slopePerDay, z)),
      );
    }
  }
  return {
    quantile: quantile.proportion(),
    all: all.proportion(),
    claimed: claimed.proportion(),
    changed: changed.proportion(),
  };
}
