import {
  type SeparableFit,
  type SeparableProblem,
  separableMinima,
} from "../numerics/separableLeastSquares.ts";
import { fewestPointsOfLaw, type LawFit, toLaw } from "./fitLaws.ts";
import type { ScoreLawCoefficients } from "./reference.ts";

/** A loss and the score it earned. */
export interface ScorePoint {
  /** Nats per token. */
  readonly loss: number;
  readonly scorePercent: number;
}

/** A score law fitted to points, and whether the points alone gave its two ends. */
export interface ScoreLawFit extends LawFit<ScoreLawCoefficients> {
  readonly floor: "free" | "held-at-0";
  readonly ceiling: "free" | "held-at-100";
}

/** c + d may exceed the scale by this much before a fit is no score law: drawing and sampling error. */
export const highestCeilingPercent = 105;
/** The floor may lie below 0 by no more than rounding. */
export const lowestFloorPercent = -0.5;

/** Steeper over the range of the losses, a sigmoid is a step between two points. */
const steepestOverRange = 200;
/** Flatter, it is a straight line, and its two ends are anywhere. */
const flattestOverRange = 0.5;

/** The share of the way from floor to ceiling at each loss. */
type Shares = readonly number[];

/** The score law with some of its ends held: linear in the others. */
interface EndsOfLaw extends Pick<ScoreLawFit, "floor" | "ceiling"> {
  readonly columns: (shares: Shares) => Shares[];
  /** What no free end multiplies. */
  readonly offset?: (shares: Shares) => Shares;
  /** c and d of the linear coefficients. */
  readonly ends: (linear: readonly number[]) => Pick<ScoreLawCoefficients, "c" | "d">;
  /** Standard errors of c and d from those of the linear coefficients; as `ends` unless given. */
  readonly errors?: EndsOfLaw["ends"];
}

const noNumber = Number.NaN;

const bothFree: EndsOfLaw = {
  floor: "free",
  ceiling: "free",
  columns: (shares) => [shares, shares.map(() => 1)],
  ends: ([c = noNumber, d = noNumber]) => ({ c, d }),
};

const floorHeld: EndsOfLaw = {
  floor: "held-at-0",
  ceiling: "free",
  columns: (shares) => [shares],
  ends: ([c = noNumber]) => ({ c, d: 0 }),
};

/** S = 100 s + d (1 - s). */
const ceilingHeld: EndsOfLaw = {
  floor: "free",
  ceiling: "held-at-100",
  columns: (shares) => [shares.map((share) => 1 - share)],
  offset: (shares) => shares.map((share) => 100 * share),
  ends: ([d = noNumber]) => ({ c: 100 - d, d }),
  // c is 100 - d, so both are as uncertain as d.
  errors: ([d = noNumber]) => ({ c: d, d }),
};

const bothHeld: EndsOfLaw = {
  floor: "held-at-0",
  ceiling: "held-at-100",
  columns: () => [],
  offset: (shares) => shares.map((share) => 100 * share),
  ends: () => ({ c: 100, d: 0 }),
  errors: () => ({ c: 0, d: 0 }),
};

/** An end is held only where the points put it off the scale. */
const fewestHeldFirst = [[bothFree], [floorHeld, ceilingHeld], [bothHeld]];

/**
 * Every least-squares minimum of the score law `S = c / (1 + exp(-gamma (L - l))) + d` whose score
 * rises as the loss falls, from a floor of at least 0 to a ceiling on the scale; the best first. Points
 * that end far below the ceiling often place it beyond 100, and points that start at 0 the floor below
 * it: then c + d is held at 100, or d at 0, whichever follows the points more closely, as the paper's
 * curves seem to do; both where one is not enough.
 */
export function fitScoreLaw(points: readonly ScorePoint[]): ScoreLawFit[] {
  if (points.length < fewestPointsOfLaw) return [];
  for (const candidates of fewestHeldFirst) {
    const fits = candidates.flatMap((ends) => fitWithEnds(points, ends));
    if (fits.length > 0) return fits.sort((first, second) => first.sumOfSquares - second.sumOfSquares);
  }
  return [];
}

function fitWithEnds(points: readonly ScorePoint[], held: EndsOfLaw): ScoreLawFit[] {
  const losses = points.map(({ loss }) => loss);
  const [least, most] = [Math.min(...losses), Math.max(...losses)];
  const range = most - least;
  if (!(range > 0)) return [];
  const sharesOf = ([gamma = 0, l = 0]: readonly number[]) =>
    losses.map((loss) => 1 / (1 + Math.exp(-gamma * (loss - l))));
  const { columns, offset, ends, errors = ends, floor, ceiling } = held;
  const problem: SeparableProblem = {
    target: points.map(({ scorePercent }) => scorePercent),
    columns: (shape) => ((shape[0] ?? 0) < 0 ? columns(sharesOf(shape)) : undefined),
    ...(offset !== undefined && { offset: (shape) => offset(sharesOf(shape)) }),
  };
  const steepness = [3, 6, 12, 24].map((factor) => -factor / range);
  const middles = [-0.5, 0, 0.25, 0.5, 0.75, 1].map((share) => least + share * range);
  const starts = steepness.flatMap((gamma) => middles.map((l) => [gamma, l]));
  // A floor is held only where points come near it: they reach into the lower half of the rise.
  const isFloorSeen = (l: number) => floor === "free" || l < most;
  const isScoreLaw = ({ linear, shape: [gamma = 0, l = 0] }: SeparableFit) =>
    -gamma * range > flattestOverRange &&
    -gamma * range < steepestOverRange &&
    isFloorSeen(l) &&
    isOnScale(ends(linear));
  return separableMinima(problem, starts, isScoreLaw).map((fit) => ({
    ...toLaw(fit, lawOf(ends), lawOf(errors)),
    floor,
    ceiling,
  }));
}

function lawOf(ends: EndsOfLaw["ends"]) {
  return (
    linear: readonly number[],
    [gamma = noNumber, l = noNumber]: readonly number[],
  ): ScoreLawCoefficients => {
    const { c, d } = ends(linear);
    return { c, gamma, l, d };
  };
}

function isOnScale({ c, d }: Pick<ScoreLawCoefficients, "c" | "d">): boolean {
  return c > 0 && d >= lowestFloorPercent && c + d <= highestCeilingPercent;
}
