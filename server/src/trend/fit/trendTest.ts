import { fewestClusters, testHighestPower } from "../../numerics/clusterRobust.ts";
import { mean } from "../../numerics/leastSquares.ts";
import { at } from "../../numerics/typedArray.ts";
import type { TrendSample } from "./trendSample.ts";

/** With fewer families nothing is tested. */
export const fewestFamiliesTested = fewestClusters;

/** The test that decides whether a rise may be claimed. */
export interface TrendTest {
  readonly method: "all-model-slope-t-test";
  /** Slope of ln density on days over all models; a training run counts as one. */
  readonly slopePerDay: number;
  /** Two-sided; models of one family may err together. */
  readonly pValue: number;
  /** The same as if all models were independent, which makes it too small where families are alike. */
  readonly independentPValue: number;
  /** Models, with the checkpoints of one run counted once. */
  readonly observations: number;
  /** Independent groups: families, and what counts as one where a card names none. */
  readonly families: number;
}

/**
 * Student's t test of the least-squares slope over all models, with errors that hold within families;
 * never over records only: records can only rise, so a test on them has no power.
 * @returns `undefined` with fewer than three observations or families, or a single date
 */
export function testTrend(sample: TrendSample): TrendTest | undefined {
  const { number: cluster, count: clusterCount } = sample.families;
  const tested = testHighestPower({ ...sample, cluster, clusterCount }, 1);
  return (
    tested && {
      method: "all-model-slope-t-test",
      slopePerDay: tested.clustered.coefficient,
      pValue: tested.clustered.pValue,
      independentPValue: tested.independent.pValue,
      observations: sample.runCount,
      families: clusterCount,
    }
  );
}

/** One point per training run: mean date, mean ln density. */
export function observations({ x, y, run, runCount }: TrendSample): { x: number; y: number }[] {
  const runs: { x: number; y: number }[][] = Array.from({ length: runCount }, () => []);
  for (const [point, number] of run.entries()) runs[number]?.push({ x: at(x, point), y: at(y, point) });
  return runs.map((members) => ({
    x: mean(members.map((member) => member.x)),
    y: mean(members.map((member) => member.y)),
  }));
}
