import { fitLine } from "../../numerics/leastSquares.ts";
import { seededRandom } from "../../numerics/seededRandom.ts";
import { at } from "../../numerics/typedArray.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { fittedPoints } from "../fit/estimator.ts";
import { finish, type Steps } from "../steps.ts";

/** How fast the line through records runs. */
export interface RecordsBias {
  /** Doubling time of the line through the records. */
  readonly recordsDays: number;
  /** The doubling time of all quantiles whose collections have that line in the median. */
  readonly correspondsToDays: number;
  /** Simulated collections. */
  readonly draws: number;
}

/** Draws times models for each guess: a second or two in all. */
const mostPointsDrawn = 50_000;
const fewestDraws = 100;
const mostDraws = 1000;
/** Of more models the answer would take too long. */
const mostModels = 1000;
/** Halvings of the bracket: to a thousandth of a day. */
const halvings = 20;
/** The truth is looked for between the records' slope times these. */
const bracket = [0.4, 1.4] as const;

/**
 * Finds what doubling time the records' line stands for: in simulated collections of as many models, dates
 * drawn from theirs and residuals from those of the line over all models, every quantile rises alike, and
 * the records' line is steeper in the median, because early records lie low.
 * @returns `undefined` without a rising line through records, and of more than a thousand models
 */
export function recordsBias(analysis: CollectionAnalysis): RecordsBias | undefined {
  return finish(recordsBiasSteps(analysis));
}

/** The same in steps of one guess. */
export function* recordsBiasSteps({ trend, settings }: CollectionAnalysis): Steps<RecordsBias | undefined> {
  const models = trend.points.length;
  if (models > mostModels) return undefined;
  const records = trend.lines.find(({ estimator }) => estimator === "records");
  const all = fitLine(fittedPoints("all", trend.sample));
  if (records?.doublingTimeDays === undefined || all === undefined) return undefined;
  const draws = Math.max(fewestDraws, Math.min(mostDraws, Math.floor(mostPointsDrawn / models)));
  const { x, y } = trend.sample;
  const residuals = y.map((height, place) => height - all.intercept - all.slope * at(x, place));
  // The same collections for every guess, so that the median moves steadily with it.
  const medianOf = (slope: number) => medianSlope(x, residuals, slope, draws, settings.seed);
  let low = bracket[0] * records.slopePerDay;
  let high = bracket[1] * records.slopePerDay;
  for (let step = 0; step < halvings; step++) {
    yield;
    const middle = (low + high) / 2;
    if (medianOf(middle) < records.slopePerDay) low = middle;
    else high = middle;
  }
  return {
    recordsDays: records.doublingTimeDays,
    correspondsToDays: Math.LN2 / ((low + high) / 2),
    draws,
  };
}

function medianSlope(
  x: Float64Array,
  residuals: Float64Array,
  slope: number,
  draws: number,
  seed: number,
): number {
  const random = seededRandom(seed);
  const slopes: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const models = Array.from({ length: x.length }, () => {
      const day = at(x, Math.floor(random() * x.length));
      return { x: day, y: slope * day + at(residuals, Math.floor(random() * residuals.length)) };
    }).sort((one, other) => one.x - other.x || other.y - one.y);
    let best = Number.NEGATIVE_INFINITY;
    const records = models.filter((each) => {
      const isRecord = each.y > best;
      if (isRecord) best = each.y;
      return isRecord;
    });
    const line = fitLine(records);
    if (line !== undefined) slopes.push(line.slope);
  }
  slopes.sort((one, other) => one - other);
  return slopes[Math.floor(slopes.length / 2)] ?? Number.NaN;
}
