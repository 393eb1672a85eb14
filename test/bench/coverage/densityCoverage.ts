import { capabilityDensity } from "../../../server/src/density/capabilityDensity.ts";
import type { DensityInterval } from "../../../server/src/density/densityInterval.ts";
import type { DensitySettings } from "../../../server/src/density/settings.ts";
import { seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import { paperDensity } from "../../support/nmi2025.ts";
import { type Proportion, Tally } from "./proportion.ts";
import { type Measured, simulatedCard } from "./simulatedScores.ts";

/** Cards of one sort, of models of one true effective size. */
export interface DensityWorld {
  readonly measured: Measured;
  readonly basis: string;
  /** The truth every interval is judged against, over the actual size. */
  readonly effectiveParameters: number;
  /** What densities are read with, beside the basis; the paper's own choices when not given. */
  readonly settings?: DensitySettings;
}

/** How often the interval of a density holds the true density; of cards that have an interval. */
export function densityCoverage(world: DensityWorld, runs: number, seed: number): Proportion {
  const random = seededRandom(seed);
  const settings = { ...(world.settings ?? paperDensity), basis: world.basis };
  const tally = new Tally();
  for (let run = 0; run < runs; run++) {
    const card = simulatedCard(random, world.measured, world.effectiveParameters);
    const { interval, actualSize } = capabilityDensity(card, settings);
    if (interval === undefined || actualSize === undefined) continue;
    tally.add(holdsDensity(interval, world.effectiveParameters / actualSize.parameters));
  }
  return tally.proportion();
}

/** Whether a density lies in an interval; an open end holds everything on its side. */
export function holdsDensity({ low, high }: Pick<DensityInterval, "low" | "high">, density: number): boolean {
  return (low.kind === "open" || low.density <= density) && (high.kind === "open" || density <= high.density);
}
