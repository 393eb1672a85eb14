import { fitLine, mean } from "../../numerics/leastSquares.ts";
import { studentTTwoSided } from "../../numerics/studentT.ts";
import { at } from "../../numerics/typedArray.ts";
import type { TrendSample } from "./trendSample.ts";

/** The test that decides whether a rise may be claimed. */
export interface TrendTest {
  readonly method: "all-model-slope-t-test";
  /** Slope of ln density on days over all models (one point per training run). */
  readonly slopePerDay: number;
  /** Two-sided. */
  readonly pValue: number;
  /** Independent observations: models, with the checkpoints of one run counted once. */
  readonly observations: number;
}

/**
 * Student's t test of the least-squares slope over all models, never over records only: records can
 * only rise, so a test on them has no power.
 * @returns `undefined` with fewer than three observations or a single date
 */
export function testTrend(sample: TrendSample): TrendTest | undefined {
  const fit = fitLine(observations(sample));
  if (fit?.standardErrors === undefined) return undefined;
  const t = fit.slope === 0 ? 0 : fit.slope / fit.standardErrors.slope;
  return {
    method: "all-model-slope-t-test",
    slopePerDay: fit.slope,
    pValue: studentTTwoSided(t, fit.count - 2),
    observations: fit.count,
  };
}

/**
 * Independent observations. Checkpoints of one training run are not independent evidence; they are
 * averaged into one observation (mean date, mean ln density).
 */
export function observations({ x, y, run, runCount }: TrendSample): { x: number; y: number }[] {
  const runs: { x: number; y: number }[][] = Array.from({ length: runCount }, () => []);
  for (const [point, number] of run.entries()) runs[number]?.push({ x: at(x, point), y: at(y, point) });
  return runs.map((members) => ({
    x: mean(members.map((member) => member.x)),
    y: mean(members.map((member) => member.y)),
  }));
}
