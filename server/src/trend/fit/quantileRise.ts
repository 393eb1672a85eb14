import { drawsPerTail } from "../../numerics/percentileInterval.ts";
import { at } from "../../numerics/typedArray.ts";
import type { Steps } from "../steps.ts";
import { drawnGroups, intervalLevel, type Resampling, resamples, sampleCount } from "./resampling.ts";
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
function riseTest(sample: TrendSample, tau: number): (timesDrawn: Int32Array) => boolean {
  const order = Int32Array.from(sample.y.keys()).sort(
    (first, second) => at(sample.y, first) - at(sample.y, second),
  );
  const groups = drawnGroups(sample).number;
  // All in the order of y, because memory is read fastest one after the other.
  const x = Float64Array.from(order, (point) => at(sample.x, point));
  const y = Float64Array.from(order, (point) => at(sample.y, point));
  const weight = Float64Array.from(order, (point) => at(sample.weight, point));
  const group = Int32Array.from(order, (point) => at(groups, point));
  const drawn = new Float64Array(x.length);
  const farthest = x.reduce((most, day) => Math.max(most, Math.abs(day)), 0);
  return (timesDrawn) => {
    let total = 0;
    for (let place = 0; place < x.length; place++) {
      const times = at(timesDrawn, at(group, place)) * at(weight, place);
      drawn[place] = times;
      total += times;
    }
    let below = 0;
    let firstOnLine = 0;
    let pastLine = 0;
    // Points of one height are taken together: the flat line passes through all of them.
    for (let reached = 0; pastLine < y.length && reached < tau * total - tolerance * total; ) {
      firstOnLine = pastLine;
      below = reached;
      const height = at(y, firstOnLine);
      while (pastLine < y.length && at(y, pastLine) === height) reached += at(drawn, pastLine++);
    }
    return derivative(firstOnLine, pastLine, below, total) < 0;
  };

  /** Right derivative of the objective at slope 0, made smallest over turns of the intercept. */
  function derivative(firstOnLine: number, pastLine: number, below: number, total: number): number {
    const pullBelow = pullOf(0, firstOnLine) * (1 - tau);
    const pullAbove = pullOf(pastLine, x.length) * tau;
    const moments = pullBelow - pullAbove;
    let onLine = 0;
    for (let place = firstOnLine; place < pastLine; place++) onLine += at(drawn, place);
    const above = total - below - onLine;
    const pullOfOthers = (1 - tau) * below - tau * above;
    // Points on the line are sorted by date; the intercept turns about the one where the sum of
    // pulls changes its sign.
    let steepness = pullOfOthers - tau * onLine;
    const members = Array.from({ length: pastLine - firstOnLine }, (_, member) => firstOnLine + member)
      .filter((place) => at(drawn, place) > 0)
      .sort((first, second) => at(x, second) - at(x, first));
    const turn = members.find((place) => {
      steepness += at(drawn, place);
      return steepness >= -tolerance * total;
    });
    if (turn === undefined) return moments;
    const step = -at(x, turn);
    let sum = moments + pullOfOthers * step;
    for (const place of members) {
      const residual = -(step + at(x, place));
      sum += at(drawn, place) * residual * (residual < 0 ? tau - 1 : tau);
    }
    return Math.abs(sum) <= tolerance * (farthest * total + 1) ? 0 : sum;
  }

  function pullOf(first: number, end: number): number {
    let pull = 0;
    for (let place = first; place < end; place++) pull += at(drawn, place) * at(x, place);
    return pull;
  }
}
