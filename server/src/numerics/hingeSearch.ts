import { fitLine, type LinePoint } from "./leastSquares.ts";
import type { Random } from "./seededRandom.ts";
import { at } from "./typedArray.ts";

/** The hinge that explains most: `y = a + b x + c max(0, x - x0)` with the best x0. */
export interface BestHinge {
  readonly x0: number;
  /** How much better than a line: (RSS of the line - RSS with the hinge) / (RSS with the hinge / (n - 3)). */
  readonly f: number;
  /** b. */
  readonly slopeBefore: number;
  /** b + c. */
  readonly slopeAfter: number;
}

/** Finds the best hinge of points, and draws how good the best is where there is none. */
export interface HingeSearch {
  readonly best: BestHinge;
  /**
   * F of the best hinge of points without one: the line plus its residuals, the sign of each group's dealt
   * out anew (the wild bootstrap of Liu 1988, which leaves unequal errors where they are).
   */
  readonly drawnF: (random: Random) => number;
}

/** A place where the line may bend. */
interface Candidate {
  readonly x0: number;
  /** First point beyond x0. */
  readonly first: number;
  /** Weighted sum of squares of what the hinge adds to a line. */
  readonly squares: number;
}

/**
 * Searches the best hinge among the x of the points, as Quandt (1958) and Andrews (1993) do for a break at
 * an unknown day; of equal ones the first.
 * @param points in order of x
 * @param groups number of the group of each point from 0; one group's residuals keep their signs together
 * @param fewestOnASide weight that must lie on each side
 * @returns `undefined` when no x leaves enough on both sides or a hinge adds nothing
 */
export function hingeSearch(
  points: readonly Required<LinePoint>[],
  groups: Int32Array,
  fewestOnASide: number,
): HingeSearch | undefined {
  const line = fitLine(points);
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  if (line === undefined || !(total > 3.5)) return undefined;
  const candidates = candidatesOf(points, total, fewestOnASide);
  if (candidates.length === 0) return undefined;
  const x = Float64Array.from(points, (point) => point.x);
  const weight = Float64Array.from(points, (point) => point.weight);
  const residuals = Float64Array.from(points, (point) => point.y - line.intercept - line.slope * point.x);
  const bestOf = searcher(x, weight, candidates);

  const found = bestOf(residuals, line.residualSumOfSquares);
  const slopeChange = found.product / found.candidate.squares;
  const straightened = points.map((point) => ({
    ...point,
    y: point.y - slopeChange * Math.max(0, point.x - found.candidate.x0),
  }));
  const slopeBefore = fitLine(straightened)?.slope ?? Number.NaN;
  const fOf = (explained: number, whole: number) => explained / ((whole - explained) / (total - 3));
  const groupCount = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const signs = new Float64Array(groupCount);
  const drawn = new Float64Array(points.length);
  return {
    best: {
      x0: found.candidate.x0,
      f: fOf(found.explained, line.residualSumOfSquares),
      slopeBefore,
      slopeAfter: slopeBefore + slopeChange,
    },
    drawnF: (random) => {
      for (let group = 0; group < groupCount; group++) signs[group] = random() < 0.5 ? -1 : 1;
      for (let place = 0; place < drawn.length; place++)
        drawn[place] = at(residuals, place) * at(signs, at(groups, place));
      const whole = withoutLine(x, weight, drawn);
      return fOf(bestOf(drawn, whole).explained, whole);
    },
  };
}

function candidatesOf(
  points: readonly Required<LinePoint>[],
  total: number,
  fewestOnASide: number,
): Candidate[] {
  const candidates: Candidate[] = [];
  let before = 0;
  for (const [place, { x: x0, weight }] of points.entries()) {
    before += weight;
    const next = points[place + 1];
    if (next === undefined || next.x === x0) continue;
    if (before < fewestOnASide || total - before < fewestOnASide) continue;
    const hinge = points.map((point) => ({ ...point, y: Math.max(0, point.x - x0) }));
    const squares = fitLine(hinge)?.residualSumOfSquares ?? 0;
    const heights = hinge.reduce((sum, point) => sum + point.weight * point.y ** 2, 0);
    // What is left of a hinge that is itself a straight line is rounding.
    if (squares > heights * 1e-12) candidates.push({ x0, first: place + 1, squares });
  }
  return candidates;
}

/**
 * The best of the candidates for residuals of a line: such residuals are at right angles to lines, so what
 * a hinge has in common with them is that of the hinge itself, from sums over the points beyond it.
 */
function searcher(x: Float64Array, weight: Float64Array, candidates: readonly Candidate[]) {
  return (residuals: Float64Array, whole: number) => {
    let [sum, moment] = [0, 0];
    let beyond = residuals.length;
    let best = { candidate: candidates[0] ?? { x0: 0, first: 0, squares: 1 }, product: 0, explained: -1 };
    for (let place = candidates.length - 1; place >= 0; place--) {
      const candidate = candidates[place];
      if (candidate === undefined) continue;
      while (beyond > candidate.first) {
        beyond--;
        const pull = at(weight, beyond) * at(residuals, beyond);
        sum += pull;
        moment += pull * at(x, beyond);
      }
      const product = moment - candidate.x0 * sum;
      const explained = Math.min(whole, product ** 2 / candidate.squares);
      if (explained >= best.explained) best = { candidate, product, explained };
    }
    return best;
  };
}

/** Takes the best line off values, in place; the weighted sum of squares that is left. */
function withoutLine(x: Float64Array, weight: Float64Array, values: Float64Array): number {
  let [total, sumX, sumY] = [0, 0, 0];
  for (let place = 0; place < x.length; place++) {
    total += at(weight, place);
    sumX += at(weight, place) * at(x, place);
    sumY += at(weight, place) * at(values, place);
  }
  let [sxx, sxy] = [0, 0];
  for (let place = 0; place < x.length; place++) {
    const step = at(x, place) - sumX / total;
    sxx += at(weight, place) * step * step;
    sxy += at(weight, place) * step * (at(values, place) - sumY / total);
  }
  let squares = 0;
  for (let place = 0; place < x.length; place++) {
    const left = at(values, place) - sumY / total - (sxy / sxx) * (at(x, place) - sumX / total);
    values[place] = left;
    squares += at(weight, place) * left * left;
  }
  return squares;
}
