import { seededRandom } from "../../numerics/seededRandom.ts";
import { at } from "../../numerics/typedArray.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { originEpochDay } from "../collection/trendPoint.ts";
import { fittedPoints, type TrendLine } from "./estimator.ts";
import type { TrendIntervals, ValueInterval } from "./trendInterval.ts";

/**
 * Where 95 % of further models, or of further records for a line through records, are to be expected on
 * a day: the draws of the line, each with a residual of a point the line was fitted to.
 * Residuals of least squares are too small for new points by sqrt(n / (n - 2)), and are widened by it.
 */
export function predictionOn(
  { trend, settings }: CollectionAnalysis,
  line: TrendLine,
  intervals: TrendIntervals,
): (epochDay: number) => ValueInterval {
  const points = fittedPoints(line.estimator, trend.sample);
  const reached = runningTotals(points.map(({ weight }) => weight));
  const total = reached.at(-1) ?? 0;
  const widening = line.estimator === "quantile" || total < 3 ? 1 : Math.sqrt(total / (total - 2));
  const residuals = points.map(({ x, y }) => widening * (y - line.intercept - line.slopePerDay * x));
  const random = seededRandom(settings.seed);
  const drawn: number[] = [];
  // A draw keeps its residual from day to day, so that the band is smooth.
  const residualOf = (draw: number) => {
    while (drawn.length <= draw) drawn.push(residuals[firstAbove(reached, random() * total)] ?? 0);
    return drawn[draw] ?? 0;
  };
  return (epochDay) => {
    const days = epochDay - originEpochDay;
    const { low, high } = intervals.percentiles(
      line.estimator,
      (slope, intercept, draw) => intercept + slope * days + residualOf(draw),
    );
    return { low: Math.exp(low), high: Math.exp(high) };
  };
}

function runningTotals(values: readonly number[]): Float64Array {
  let total = 0;
  return Float64Array.from(values, (value) => {
    total += value;
    return total;
  });
}

/** Place of the first of rising values that is greater than a target, or of the last. */
function firstAbove(rising: Float64Array, target: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(rising, middle) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
