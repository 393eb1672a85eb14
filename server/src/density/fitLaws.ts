import { type SeparableFit, separableMinima } from "../numerics/separableLeastSquares.ts";
import type { LossLawCoefficients } from "./reference.ts";

/** One run of a reference model: what it was trained with, and the loss it reached on a benchmark. */
export interface LossPoint {
  /** N, non-embedding parameters. */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
  /** Nats per token. */
  readonly loss: number;
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

/**
 * Decades that D/N spans. Below one, size and data grew together and the loss law cannot tell them
 * apart: expect more than one minimum.
 */
export function tokensPerParameterDecades(runs: readonly LossPoint[]): number {
  const ratios = runs.map(({ parameters, tokens }) => tokens / parameters);
  return Math.log10(Math.max(...ratios) / Math.min(...ratios));
}

/** The two linear coefficients of a law, or its two shape parameters. */
type Pair = readonly [number, number];

/**
 * A minimum in the coefficients of a law.
 * @param errorsOf the law's standard errors from those of the fit, where they are made otherwise than the law
 */
export function toLaw<Law>(
  fit: SeparableFit,
  lawOf: (linear: Pair, shape: Pair) => Law,
  errorsOf = lawOf,
): LawFit<Law> {
  const { linear, shape, residualSumOfSquares, observations, standardErrors } = fit;
  return {
    law: lawOf(pair(linear), pair(shape)),
    sumOfSquares: residualSumOfSquares,
    points: observations,
    standardErrors: standardErrors && errorsOf(pair(standardErrors.linear), pair(standardErrors.shape)),
  };
}

function pair([first = Number.NaN, second = Number.NaN]: readonly number[]): Pair {
  return [first, second];
}
