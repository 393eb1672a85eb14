import { drawsPerTail } from "../../numerics/percentileInterval.ts";
import { at } from "../../numerics/typedArray.ts";
import type { Steps } from "../steps.ts";
import { intervalLevel, type Resampling, resamples, sampleCount } from "./resampling.ts";
import type { TrendSample } from "./trendSample.ts";

/**
 * Whether the bootstrap interval of the quantile slope lies above 0: the same draws and the same
 * answer as the interval itself, at a hundredth of its cost, because only the sign of each slope is
 * found. This is what the verdict needs while someone types. One draw is one step.
 */
export function* quantileSlopeIsPositive(
  sample: TrendSample,
  tau: number,
  resampling: Resampling,
): Steps<boolean> {
  const samples = sampleCount(resampling, sample.points.length);
  const tail = drawsPerTail(samples, intervalLevel);
  const isRising = riseTest(sample, tau);
  let notRising = 0;
  for (const timesDrawn of resamples(sample, resampling)) {
    if (!isRising(timesDrawn)) notRising++;
    if (notRising >= tail) return false;
    yield;
  }
  return true;
}

/** Sums closer to 0 than this share of their terms are 0. */
const tolerance = 1e-11;

/**
 * A test whether the least of the best quantile slopes of a draw is positive. The objective, minimised
 * over the intercept, is convex in the slope: its minimum lies above slope 0 if and only if it falls
 * there towards positive slopes. At slope 0 the best intercept is the tau quantile of y.
 */
function riseTest({ x, y, weight }: TrendSample, tau: number): (timesDrawn: Int32Array) => boolean {
  const order = Int32Array.from(x.keys()).sort((first, second) => at(y, first) - at(y, second));
  const drawn = new Float64Array(x.length);
  return (timesDrawn) => {
    let total = 0;
    for (let point = 0; point < x.length; point++) {
      drawn[point] = at(timesDrawn, point) * at(weight, point);
      total += at(drawn, point);
    }
    let below = 0;
    let firstOnLine = 0;
    let pastLine = 0;
    // Points of one height are taken together: the flat line passes through all of them.
    for (let reached = 0; pastLine < order.length && reached < tau * total - tolerance * total; ) {
      firstOnLine = pastLine;
      below = reached;
      const height = at(y, at(order, firstOnLine));
      while (pastLine < order.length && at(y, at(order, pastLine)) === height)
        reached += at(drawn, at(order, pastLine++));
    }
    return derivative(firstOnLine, pastLine, below, total) < 0;
  };

  /** Right derivative of the objective at slope 0, made smallest over turns of the intercept. */
  function derivative(firstOnLine: number, pastLine: number, below: number, total: number): number {
    let moments = 0;
    let scale = 0;
    let onLine = 0;
    for (let place = 0; place < order.length; place++) {
      const point = at(order, place);
      const times = at(drawn, point);
      if (place >= firstOnLine && place < pastLine) {
        onLine += times;
        continue;
      }
      const pull = times * (place < firstOnLine ? 1 - tau : -tau) * at(x, point);
      moments += pull;
      scale += Math.abs(pull);
    }
    const above = total - below - onLine;
    const pullOfOthers = (1 - tau) * below - tau * above;
    // Points on the line are sorted by date; the intercept turns about the one where the sum of
    // pulls changes its sign.
    let steepness = pullOfOthers - tau * onLine;
    const members = Array.from(order.subarray(firstOnLine, pastLine))
      .filter((point) => at(drawn, point) > 0)
      .sort((first, second) => at(x, second) - at(x, first));
    const turn = members.find((point) => {
      steepness += at(drawn, point);
      return steepness >= -tolerance * total;
    });
    if (turn === undefined) return moments;
    const step = -at(x, turn);
    let sum = moments + pullOfOthers * step;
    for (const point of members) {
      const residual = -(step + at(x, point));
      sum += at(drawn, point) * residual * (residual < 0 ? tau - 1 : tau);
    }
    return Math.abs(sum) <= tolerance * (scale + 1) ? 0 : sum;
  }
}
