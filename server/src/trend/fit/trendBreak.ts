import { type ChowTest, type HingeTest, testChow, testHinge } from "../../numerics/hingeRegression.ts";
import { findRecords } from "../collection/records.ts";
import { originEpochDay, type TrendPoint } from "../collection/trendPoint.ts";
import { type Estimator, type TrendLine, trendLine } from "./estimator.ts";
import { fewestRecords } from "./fitTrend.ts";
import { type TrendSample, trendSample } from "./trendSample.ts";
import { observations } from "./trendTest.ts";

/** The release of ChatGPT, 30 November 2022: the break the paper looks at. */
export const paperBreakEpochDay = 19_326;

/** Fewer points on a side than this, and the break is refused. */
export const fewestOnASide = 3;

/** Fewer than this, and the side is called few. */
const enoughOnASide = 10;

/** The models on one side of a break, with a frontier of their own. */
export interface BreakSide {
  readonly modelCount: number;
  readonly recordCount: number;
  /** The line of the estimator; `undefined` with fewer than three points, or records, to fit. */
  readonly line: TrendLine | undefined;
  readonly isFew: boolean;
}

/** Whether and how growth changed on a day. */
export interface TrendBreak {
  readonly epochDay: number;
  /** Models released on the day or before. */
  readonly before: BreakSide;
  readonly after: BreakSide;
  /** Over all models, checkpoints of one run counted once; `undefined`: too few points on a side. */
  readonly tests: { readonly hinge: HingeTest; readonly chow: ChowTest } | undefined;
}

/** Splits a trend at a day: lines of each side, and tests over all models. */
export function trendBreak(
  sample: TrendSample,
  epochDay: number,
  estimator: Estimator,
  tau: number,
): TrendBreak {
  const isBefore = (point: TrendPoint) => point.epochDay <= epochDay;
  const x0 = epochDay - originEpochDay;
  const all = observations(sample);
  const [early, late] = [all.filter(({ x }) => x <= x0), all.filter(({ x }) => x > x0)];
  const isRefused = early.length < fewestOnASide || late.length < fewestOnASide;
  const hinge = isRefused ? undefined : testHinge(all, x0);
  const chow = isRefused ? undefined : testChow(early, late);
  return {
    epochDay,
    before: side(sample, isBefore, estimator, tau),
    after: side(sample, (point) => !isBefore(point), estimator, tau),
    tests: hinge === undefined || chow === undefined ? undefined : { hinge, chow },
  };
}

function side(
  sample: TrendSample,
  isOnSide: (point: TrendPoint) => boolean,
  estimator: Estimator,
  tau: number,
): BreakSide {
  const points = sample.points.filter(isOnSide);
  const recordCount = findRecords(points).length;
  const isEnough =
    points.length >= fewestOnASide && (estimator !== "records" || recordCount >= fewestRecords);
  return {
    modelCount: points.length,
    recordCount,
    line: isEnough ? trendLine(estimator, trendSample(points), tau) : undefined,
    isFew: points.length < enoughOnASide,
  };
}
