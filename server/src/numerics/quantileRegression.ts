import { at } from "./typedArray.ts";
import { weightedSelect } from "./weightedQuantile.ts";

/** A straight line below which a share tau of the points lies. */
export interface QuantileLine {
  readonly intercept: number;
  readonly slope: number;
  /** Sum of w (tau - [r < 0]) r over the residuals r: what the line makes smallest. */
  readonly objective: number;
}

/** Points with weights, in arrays that a caller may fill again and again. */
export interface WeightedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Greater than 0. */
  readonly weight: Float64Array;
  /** How many elements from the start of the arrays count. */
  count: number;
}

/**
 * Exact quantile regression with one regressor (Koenker and Bassett 1978), every point of weight one.
 * @param tau between 0 and 1
 * @returns the line of least slope among the best; `undefined` when x does not vary
 */
export function fitQuantileLine(
  points: readonly { readonly x: number; readonly y: number }[],
  tau: number,
): QuantileLine | undefined {
  return quantileLineSolver(points.length)(weightedPoints(points), tau, 0);
}

/** Points of weight one. */
export function weightedPoints(
  points: readonly { readonly x: number; readonly y: number }[],
): WeightedPoints {
  return {
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    weight: new Float64Array(points.length).fill(1),
    count: points.length,
  };
}

/** Residuals and objectives closer than this share of their scale are equal. */
const tolerance = 1e-11;

/**
 * A solver that keeps its working memory, for the thousands of fits of a bootstrap.
 *
 * An optimal line passes through a point; among the lines through one point (the pivot) the best
 * slope is a weighted quantile of the slopes to the others. That line meets a second point, which
 * becomes the next pivot, until no point on the line gives a better one. These turns are the edges
 * of the convex polyhedron that the objective is, so the end is the minimum.
 * @param capacity largest number of points
 * @returns solve(points, tau, index of the first pivot)
 */
export function quantileLineSolver(
  capacity: number,
): (points: WeightedPoints, tau: number, start: number) => QuantileLine | undefined {
  const slopes = new Float64Array(capacity);
  const weights = new Float64Array(capacity);
  const onLine = new Int32Array(capacity);

  /** The best slope of a line through the pivot; NaN when all points stand at its x. */
  function bestSlope({ x, y, weight, count }: WeightedPoints, tau: number, pivot: number): number {
    const pivotX = at(x, pivot);
    const pivotY = at(y, pivot);
    let others = 0;
    let target = 0;
    let total = 0;
    for (let index = 0; index < count; index++) {
      const step = at(x, index) - pivotX;
      if (step === 0) continue;
      const moved = at(weight, index) * Math.abs(step);
      slopes[others] = (at(y, index) - pivotY) / step;
      weights[others] = moved;
      target += moved * (step > 0 ? tau : 1 - tau);
      total += moved;
      others++;
    }
    return others === 0 ? Number.NaN : weightedSelect(slopes, weights, others, target - tolerance * total);
  }

  return (points, tau, start) => {
    const { x, y, weight, count } = points;
    if (count === 0) return undefined;
    const height = spread(y, count);
    let pointsOnLine = 0;

    function objectiveOf(pivot: number, slope: number): number {
      const pivotX = at(x, pivot);
      const pivotY = at(y, pivot);
      let sum = 0;
      pointsOnLine = 0;
      for (let index = 0; index < count; index++) {
        const residual = at(y, index) - pivotY - slope * (at(x, index) - pivotX);
        sum += at(weight, index) * residual * (residual < 0 ? tau - 1 : tau);
        if (Math.abs(residual) <= tolerance * height) onLine[pointsOnLine++] = index;
      }
      return sum;
    }

    let pivot = start;
    let slope = bestSlope(points, tau, pivot);
    if (Number.isNaN(slope)) return undefined;
    let objective = objectiveOf(pivot, slope);
    let lowest = objective;
    // A line through every point cannot be bettered, and trying each of them as pivot would be slow.
    const least = tolerance * height * count;
    for (let turned = objective > least; turned; ) {
      turned = false;
      const candidates = onLine.slice(0, pointsOnLine);
      for (const [place, candidate] of candidates.entries()) {
        if (isSamePlace(points, candidate, pivot)) continue;
        if (place > 0 && isSamePlace(points, candidate, at(candidates, place - 1))) continue;
        const turnedSlope = bestSlope(points, tau, candidate);
        const turnedObjective = objectiveOf(candidate, turnedSlope);
        const slack = tolerance * objective;
        const isBetter =
          turnedObjective < objective - slack ||
          // Against the lowest of all turns: ties that each cost a little would else lead in a circle.
          (turnedObjective <= lowest + slack && turnedSlope < slope - tolerance * Math.abs(slope));
        if (!isBetter) continue;
        lowest = Math.min(lowest, turnedObjective);
        pivot = candidate;
        slope = turnedSlope;
        objective = turnedObjective;
        turned = true;
        break;
      }
    }
    return { slope, intercept: at(y, pivot) - slope * at(x, pivot), objective };
  };
}

function isSamePlace({ x, y }: WeightedPoints, first: number, second: number): boolean {
  return at(x, first) === at(x, second) && at(y, first) === at(y, second);
}

function spread(values: Float64Array, count: number): number {
  let low = at(values, 0);
  let high = low;
  for (let index = 1; index < count; index++) {
    const value = at(values, index);
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return high - low;
}
