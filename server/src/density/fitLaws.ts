import { type SeparableFit, separableMinima } from "../numerics/separableLeastSquares.ts";
import type { LossLawCoefficients, ScoreLawCoefficients } from "./reference.ts";

/** One run of a reference model: what it was trained with, and the loss it reached on a benchmark. */
export interface LossPoint {
  /** N, non-embedding parameters. */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
  /** Nats per token. */
  readonly loss: number;
}

/** A loss and the score it earned. */
export interface ScorePoint {
  /** Nats per token. */
  readonly loss: number;
  readonly scorePercent: number;
}

/** One minimum of a least-squares fit: the law, how well it fits, and how sure its coefficients are. */
export interface LawFit<Law> {
  readonly law: Law;
  /** Sum of squared errors: nats per token squared, or points squared. */
  readonly sumOfSquares: number;
  readonly points: number;
  /** In the unit of the coefficient; `undefined` without spare points. */
  readonly standardErrors: Law | undefined;
}

/** Each law has four coefficients. */
export const fewestPointsOfLaw = 5;

const exponents = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9];

/** A search that leaves every known scaling exponent far behind follows one size, not a law. */
const largestExponent = 2;

/**
 * Every least-squares minimum of the loss law `L = a N^-alpha + b D^-beta` with positive coefficients,
 * the best first. Given alpha and beta the law is linear in a and b, so two parameters are searched,
 * from a grid of starts: runs with little spread in D/N have more than one minimum.
 */
export function fitLossLaw(runs: readonly LossPoint[]): LawFit<LossLawCoefficients>[] {
  if (runs.length < fewestPointsOfLaw) return [];
  const minima = separableMinima(
    {
      target: runs.map(({ loss }) => loss),
      columns: ([alpha = 0, beta = 0]) =>
        alpha > 0 && beta > 0
          ? [runs.map(({ parameters }) => parameters ** -alpha), runs.map(({ tokens }) => tokens ** -beta)]
          : undefined,
    },
    exponents.flatMap((alpha) => exponents.map((beta) => [alpha, beta])),
    ({ linear: [a = 0, b = 0], shape }) => a > 0 && b > 0 && shape.every((value) => value < largestExponent),
  );
  return minima.map((fit) => toLaw(fit, ([a, b], [alpha, beta]) => ({ a, alpha, b, beta })));
}

/** c + d may exceed the scale by this much before a fit is no score law: drawing and sampling error. */
export const highestCeilingPercent = 105;
/** The floor may lie below 0 by no more than rounding. */
export const lowestFloorPercent = -0.5;

/** Steeper over the range of the losses, a sigmoid is a step between two points. */
const steepestOverRange = 200;

/** A score law fitted to points, and whether the points alone gave its ceiling. */
export interface ScoreLawFit extends LawFit<ScoreLawCoefficients> {
  readonly ceiling: "free" | "held-at-100";
}

/**
 * Every least-squares minimum of the score law `S = c / (1 + exp(-gamma (L - l))) + d` whose score
 * rises as the loss falls, from a floor of at least 0 to a ceiling on the scale; the best first. Points
 * that end far below the ceiling often place it beyond 100: then c + d is held at 100, as the paper's
 * curves seem to do.
 */
export function fitScoreLaw(points: readonly ScorePoint[]): ScoreLawFit[] {
  const losses = points.map(({ loss }) => loss);
  const [least, most] = [Math.min(...losses), Math.max(...losses)];
  const range = most - least;
  if (points.length < fewestPointsOfLaw || !(range > 0)) return [];
  const sigmoid = ([gamma = 0, l = 0]: readonly number[]) =>
    losses.map((loss) => 1 / (1 + Math.exp(-gamma * (loss - l))));
  const target = points.map(({ scorePercent }) => scorePercent);
  const steepness = [3, 6, 12, 24].map((factor) => -factor / range);
  const middles = [-0.5, 0, 0.25, 0.5, 0.75, 1].map((share) => least + share * range);
  const starts = steepness.flatMap((gamma) => middles.map((l) => [gamma, l]));
  const isNoStep = ([gamma = 0]: readonly number[]) => -gamma * range < steepestOverRange;
  const free = separableMinima(
    { target, columns: (shape) => ((shape[0] ?? 0) < 0 ? [sigmoid(shape), losses.map(() => 1)] : undefined) },
    starts,
    ({ linear: [c = 0, d = 0], shape }) =>
      isNoStep(shape) && c > 0 && d >= lowestFloorPercent && c + d <= highestCeilingPercent,
  );
  if (free.length > 0) {
    return free.map((fit) => ({
      ...toLaw(fit, ([c, d], [gamma, l]) => ({ c, gamma, l, d })),
      ceiling: "free",
    }));
  }
  // S = 100 s + d (1 - s), with s the sigmoid: linear in d alone.
  const held = separableMinima(
    {
      target,
      columns: (shape) => ((shape[0] ?? 0) < 0 ? [sigmoid(shape).map((share) => 1 - share)] : undefined),
      offset: (shape) => sigmoid(shape).map((share) => 100 * share),
    },
    starts,
    ({ linear: [d = 0], shape }) => isNoStep(shape) && d >= lowestFloorPercent && d < 100,
  );
  return held.map((fit) => {
    const { law, standardErrors, ...others } = toLaw(fit, ([d], [gamma, l]) => ({ c: 100 - d, gamma, l, d }));
    // c is 100 - d, so both are as uncertain as d.
    const errors = standardErrors && { ...standardErrors, c: standardErrors.d };
    return { law, standardErrors: errors, ...others, ceiling: "held-at-100" };
  });
}

/**
 * Decades that D/N spans. Below one, size and data grew together and the loss law cannot tell them
 * apart: expect more than one minimum.
 */
export function tokensPerParameterDecades(runs: readonly LossPoint[]): number {
  const ratios = runs.map(({ parameters, tokens }) => tokens / parameters);
  return Math.log10(Math.max(...ratios) / Math.min(...ratios));
}

type Pair = readonly [number, number];

function toLaw<Law>(fit: SeparableFit, lawOf: (linear: Pair, shape: Pair) => Law): LawFit<Law> {
  const { linear, shape, residualSumOfSquares, observations, standardErrors } = fit;
  return {
    law: lawOf(pair(linear), pair(shape)),
    sumOfSquares: residualSumOfSquares,
    points: observations,
    standardErrors: standardErrors && lawOf(pair(standardErrors.linear), pair(standardErrors.shape)),
  };
}

function pair([first = Number.NaN, second = Number.NaN]: readonly number[]): Pair {
  return [first, second];
}
