import { mean } from "../../numerics/leastSquares.ts";
import { quantileLineSolver, type WeightedPoints } from "../../numerics/quantileRegression.ts";
import { at } from "../../numerics/typedArray.ts";
import { weightedSelect } from "../../numerics/weightedQuantile.ts";
import type { Steps } from "../steps.ts";
import type { Estimator } from "./estimator.ts";
import { drawnGroups, type Resampling, resamples, sampleCount } from "./resampling.ts";
import type { TrendSample } from "./trendSample.ts";

/** The lines of all draws of one estimator: ln density = intercept + slope t. */
export interface BootstrapLines {
  readonly slopes: Float64Array;
  readonly intercepts: Float64Array;
}

/** What a draw gives: written into one object, because thousands are made. */
interface Line {
  slope: number;
  intercept: number;
}

const roundingShare = 1e-12;

/** `timesDrawn`: of each group. */
type FitDraw = (timesDrawn: Int32Array, line: Line) => void;

/**
 * Fits the estimator to every draw. Slopes of 0 and below are kept, and a draw of one date or of one
 * record, which shows no rise, counts with slope 0: leaving them out would hide "no growth". One draw
 * is one step.
 */
export function* bootstrapLines(
  sample: TrendSample,
  estimator: Estimator,
  tau: number,
  resampling: Resampling,
): Steps<BootstrapLines> {
  const samples = sampleCount(resampling, sample.points.length);
  const slopes = new Float64Array(samples);
  const intercepts = new Float64Array(samples);
  const fitDraw = fitterOf(sample, estimator, tau);
  const line: Line = { slope: 0, intercept: 0 };
  let draw = 0;
  for (const timesDrawn of resamples(sample, resampling)) {
    fitDraw(timesDrawn, line);
    slopes[draw] = line.slope;
    intercepts[draw] = line.intercept;
    draw++;
    yield;
  }
  return { slopes, intercepts };
}

function fitterOf(sample: TrendSample, estimator: Estimator, tau: number): FitDraw {
  switch (estimator) {
    case "records":
      return recordsFitter(sample);
    case "quantile":
      return quantileFitter(sample, tau);
    case "all":
      return leastSquaresFitter(sample);
  }
}

/**
 * Points come in date order, the densest of a day first: a record is what exceeds all before it.
 * Records of one run share the weight of one.
 */
function recordsFitter(sample: TrendSample): FitDraw {
  const { x, y, run, runCount } = sample;
  const { number } = drawnGroups(sample);
  const weight = new Float64Array(x.length);
  const recordsOfRun = new Int32Array(runCount);
  return (timesDrawn, line) => {
    let best = Number.NEGATIVE_INFINITY;
    recordsOfRun.fill(0);
    for (let point = 0; point < x.length; point++) {
      const isDenser = at(timesDrawn, at(number, point)) > 0 && at(y, point) > best;
      weight[point] = isDenser ? 1 : 0;
      if (!isDenser) continue;
      best = at(y, point);
      recordsOfRun[at(run, point)] = at(recordsOfRun, at(run, point)) + 1;
    }
    for (let point = 0; point < x.length; point++)
      if (at(weight, point) > 0) weight[point] = 1 / at(recordsOfRun, at(run, point));
    leastSquares(x, y, weight, line);
  };
}

/** The sums of least squares over each group are made once, so that a draw costs groups, not models. */
function leastSquaresFitter(sample: TrendSample): FitDraw {
  const { x, y, weight } = sample;
  const { number, count } = drawnGroups(sample);
  const [middleX, middleY] = [mean([...x]), mean([...y])];
  const sums = {
    weight: new Float64Array(count),
    x: new Float64Array(count),
    y: new Float64Array(count),
    xx: new Float64Array(count),
    xy: new Float64Array(count),
  };
  for (let point = 0; point < x.length; point++) {
    const group = at(number, point);
    const counts = at(weight, point);
    const fromX = at(x, point) - middleX;
    const fromY = at(y, point) - middleY;
    sums.weight[group] = at(sums.weight, group) + counts;
    sums.x[group] = at(sums.x, group) + counts * fromX;
    sums.y[group] = at(sums.y, group) + counts * fromY;
    sums.xx[group] = at(sums.xx, group) + counts * fromX ** 2;
    sums.xy[group] = at(sums.xy, group) + counts * fromX * fromY;
  }
  return (timesDrawn, line) => {
    let total = 0;
    let sumX = 0;
    let sumY = 0;
    let sumXX = 0;
    let sumXY = 0;
    for (let group = 0; group < count; group++) {
      const times = at(timesDrawn, group);
      if (times === 0) continue;
      total += times * at(sums.weight, group);
      sumX += times * at(sums.x, group);
      sumY += times * at(sums.y, group);
      sumXX += times * at(sums.xx, group);
      sumXY += times * at(sums.xy, group);
    }
    const spread = sumXX - sumX ** 2 / total;
    // Below this share the spread of the days is rounding: all drawn models are of one day.
    line.slope = spread > sumXX * roundingShare ? (sumXY - (sumX * sumY) / total) / spread : 0;
    line.intercept = middleY + sumY / total - line.slope * (middleX + sumX / total);
  };
}

function leastSquares(x: Float64Array, y: Float64Array, weights: Float64Array, line: Line): void {
  let total = 0;
  let sumX = 0;
  let sumY = 0;
  for (let point = 0; point < x.length; point++) {
    const weight = at(weights, point);
    total += weight;
    sumX += weight * at(x, point);
    sumY += weight * at(y, point);
  }
  const meanX = sumX / total;
  const meanY = sumY / total;
  let sxx = 0;
  let sxy = 0;
  for (let point = 0; point < x.length; point++) {
    const weight = at(weights, point);
    if (weight === 0) continue;
    const step = at(x, point) - meanX;
    sxx += weight * step * step;
    sxy += weight * step * (at(y, point) - meanY);
  }
  line.slope = sxx > 0 ? sxy / sxx : 0;
  line.intercept = meanY - line.slope * meanX;
}

function quantileFitter(sample: TrendSample, tau: number): FitDraw {
  const { x, y, weight } = sample;
  const { number } = drawnGroups(sample);
  const size = x.length;
  const solve = quantileLineSolver(size);
  const whole = wholeSampleResiduals(sample, solve, tau);
  const drawn: WeightedPoints = {
    x: new Float64Array(size),
    y: new Float64Array(size),
    weight: new Float64Array(size),
    count: 0,
  };
  return (timesDrawn, line) => {
    let count = 0;
    let start = 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (let point = 0; point < size; point++) {
      const times = at(timesDrawn, at(number, point));
      if (times === 0) continue;
      drawn.x[count] = at(x, point);
      drawn.y[count] = at(y, point);
      drawn.weight[count] = times * at(weight, point);
      // The search is short when it starts from a point near the line of the whole sample.
      const distance = at(whole, point);
      if (distance < nearest) {
        nearest = distance;
        start = count;
      }
      count++;
    }
    drawn.count = count;
    const fit = solve(drawn, tau, start);
    line.slope = fit?.slope ?? 0;
    line.intercept = fit?.intercept ?? quantileOf(drawn, tau);
  };
}

/** How far each point lies from the quantile line of all of them. */
function wholeSampleResiduals(
  { x, y, weight }: TrendSample,
  solve: ReturnType<typeof quantileLineSolver>,
  tau: number,
): Float64Array {
  const line = solve({ x, y, weight, count: x.length }, tau, 0) ?? { slope: 0, intercept: 0 };
  return x.map((day, point) => Math.abs(at(y, point) - line.intercept - line.slope * day));
}

function quantileOf({ y, weight, count }: WeightedPoints, tau: number): number {
  let total = 0;
  for (let point = 0; point < count; point++) total += at(weight, point);
  return weightedSelect(y, weight, count, tau * total);
}
