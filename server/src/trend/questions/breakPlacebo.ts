import { fitLine } from "../../numerics/leastSquares.ts";
import { seededRandom } from "../../numerics/seededRandom.ts";
import { at } from "../../numerics/typedArray.ts";
import { originEpochDay } from "../collection/trendPoint.ts";
import { fittedPoints } from "../fit/estimator.ts";
import { fewestRecords } from "../fit/fitTrend.ts";
import type { TrendSample } from "../fit/trendSample.ts";
import { keptSteps } from "../keptSteps.ts";
import { finish, type Steps } from "../steps.ts";

/** What a restarted frontier shows where growth did not change. */
export interface BreakPlacebo {
  /** Slope of the records after the break over that before it, as observed. */
  readonly ratio: number;
  /** Share of draws whose ratio is at least as great. */
  readonly share: number;
  /** Draws with enough records on both sides. */
  readonly draws: number;
}

const defaultDraws = 2000;

/**
 * Lays a break's restarted frontier beside a placebo: densities of constant growth on the same days, the
 * line over all models plus residuals drawn from its own. A frontier that starts anew climbs fast at first,
 * so a ratio above 1 is expected of no change at all.
 * @param x0 the last day before the break, in days since the origin
 * @returns `undefined` with too few records on a side, or when a side does not rise
 */
export function breakPlacebo(
  sample: TrendSample,
  x0: number,
  seed: number,
  draws = defaultDraws,
): BreakPlacebo | undefined {
  return finish(breakPlaceboSteps(sample, x0, seed, draws));
}

/** The same in steps of one draw. */
export function* breakPlaceboSteps(
  sample: TrendSample,
  x0: number,
  seed: number,
  draws = defaultDraws,
): Steps<BreakPlacebo | undefined> {
  const { x, y } = sample;
  const line = fitLine(fittedPoints("all", sample));
  const ratio = restartedRatio(x, y, x0);
  if (line === undefined || ratio === undefined) return undefined;
  const residuals = y.map((height, place) => height - line.intercept - line.slope * at(x, place));
  const random = seededRandom(seed);
  let counted = 0;
  let asGreat = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = x.map(
      (day) => line.intercept + line.slope * day + at(residuals, Math.floor(random() * residuals.length)),
    );
    const other = restartedRatio(x, drawn, x0);
    if (other !== undefined) counted++;
    if (other !== undefined && other >= ratio) asGreat++;
    yield;
  }
  return counted === 0 ? undefined : { ratio, share: asGreat / counted, draws: counted };
}

/** The placebo of a break, made once however many ask. */
export const breakPlaceboOf = keptSteps((sample: TrendSample, breakEpochDay: number, seed: number) =>
  breakPlaceboSteps(sample, breakEpochDay - originEpochDay, seed),
);

/** The slope of records after a day over that of records until then, each side with a frontier of its own. */
function restartedRatio(x: Float64Array, y: Float64Array, x0: number): number | undefined {
  const [before, after] = [recordSlope(x, y, (day) => day <= x0), recordSlope(x, y, (day) => day > x0)];
  return before === undefined || after === undefined || !(before > 0) ? undefined : after / before;
}

function recordSlope(
  x: Float64Array,
  y: Float64Array,
  isOnSide: (day: number) => boolean,
): number | undefined {
  const records: { x: number; y: number }[] = [];
  const order = Array.from(x.keys()).sort(
    (one, other) => at(x, one) - at(x, other) || at(y, other) - at(y, one),
  );
  for (const place of order) {
    const point = { x: at(x, place), y: at(y, place) };
    if (isOnSide(point.x) && point.y > (records.at(-1)?.y ?? Number.NEGATIVE_INFINITY)) records.push(point);
  }
  return records.length < fewestRecords ? undefined : fitLine(records)?.slope;
}
