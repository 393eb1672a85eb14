import { seededRandom } from "../../numerics/seededRandom.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { fitCoordinates, originEpochDay } from "../collection/trendPoint.ts";
import type { TrendLine } from "./estimator.ts";
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
  const points = line.estimator === "records" ? trend.records : trend.sample.points;
  const widening =
    line.estimator === "quantile" || points.length < 3 ? 1 : Math.sqrt(points.length / (points.length - 2));
  const residuals = points
    .map(fitCoordinates)
    .map(({ x, y }) => widening * (y - line.intercept - line.slopePerDay * x));
  const random = seededRandom(settings.seed);
  const drawn: number[] = [];
  // A draw keeps its residual from day to day, so that the band is smooth.
  const residualOf = (draw: number) => {
    while (drawn.length <= draw) drawn.push(residuals[Math.floor(random() * residuals.length)] ?? 0);
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
