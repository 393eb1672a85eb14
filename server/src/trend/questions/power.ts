import { fitLine } from "../../numerics/leastSquares.ts";
import { seededRandom } from "../../numerics/seededRandom.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { fitCoordinates } from "../collection/trendPoint.ts";
import { fittedPoints } from "../fit/estimator.ts";
import { fitTrend } from "../fit/fitTrend.ts";
import { finish, type Steps } from "../steps.ts";

/** How often a doubling time would be claimed of collections like this one. */
export interface Power {
  readonly doublingTimeDays: number;
  readonly claimed: number;
  readonly draws: number;
}

/** Doubling times to ask about: about the paper's, twice and four times as slow. */
const askedDays = [100, 200, 400];

/** How often doublings of several speeds would be claimed; empty without a line. */
export function* powersSteps(analysis: CollectionAnalysis): Steps<readonly Power[]> {
  const powers: Power[] = [];
  for (const days of askedDays) {
    const each = yield* powerSteps(analysis, days);
    if (each !== undefined) powers.push(each);
  }
  return powers;
}

const defaultDraws = 200;
/** Of each draw's own interval: a verdict needs few. */
const samples = 200;

/**
 * Simulates collections with the dates and families of this one, growth of the given doubling time, and
 * residuals drawn from those of the line over all models, and counts how often a doubling is claimed.
 * @returns `undefined` without a line
 */
export function power(
  analysis: CollectionAnalysis,
  doublingTimeDays: number,
  draws = defaultDraws,
): Power | undefined {
  return finish(powerSteps(analysis, doublingTimeDays, draws));
}

/** The same in steps of one collection. */
export function* powerSteps(
  { trend, settings }: CollectionAnalysis,
  doublingTimeDays: number,
  draws = defaultDraws,
): Steps<Power | undefined> {
  const { points } = trend.sample;
  const line = trend.lines.length === 0 ? undefined : fitLine(fittedPoints("all", trend.sample));
  if (line === undefined) return undefined;
  const residuals = points.map(fitCoordinates).map(({ x, y }) => y - line.intercept - line.slope * x);
  const random = seededRandom(settings.seed);
  let claimed = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = points.map((point) => {
      const residual = residuals[Math.floor(random() * residuals.length)] ?? 0;
      return {
        ...point,
        density: Math.exp((Math.LN2 / doublingTimeDays) * fitCoordinates(point).x + residual),
      };
    });
    const { verdict } = fitTrend(drawn, settings.estimator, { ...settings, samples, seed: draw });
    if (verdict === "doubling") claimed++;
    yield;
  }
  return { doublingTimeDays, claimed, draws };
}
