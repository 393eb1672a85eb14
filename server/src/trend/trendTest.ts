import { fitLine, mean } from "../numerics/leastSquares.ts";
import { studentTTwoSided } from "../numerics/studentT.ts";
import { fitCoordinates, type TrendPoint } from "./trendPoint.ts";

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
 * only rise, so a test on them has no power. Checkpoints of one training run are not independent
 * evidence; they are averaged into one observation (mean date, mean ln density).
 * @param runOf the training run a model is a checkpoint of, else its own id
 * @returns `undefined` with fewer than three observations or a single date
 */
export function testTrend(
  points: readonly TrendPoint[],
  runOf: (point: TrendPoint) => string,
): TrendTest | undefined {
  const runs = new Map<string, { x: number; y: number }[]>();
  for (const point of points) {
    const run = runOf(point);
    const observations = runs.get(run) ?? [];
    observations.push(fitCoordinates(point));
    runs.set(run, observations);
  }
  const fit = fitLine(
    [...runs.values()].map((run) => ({ x: mean(run.map(({ x }) => x)), y: mean(run.map(({ y }) => y)) })),
  );
  if (fit?.standardErrors === undefined) return undefined;
  const t = fit.slope === 0 ? 0 : fit.slope / fit.standardErrors.slope;
  return {
    method: "all-model-slope-t-test",
    slopePerDay: fit.slope,
    pValue: studentTTwoSided(t, fit.count - 2),
    observations: fit.count,
  };
}
