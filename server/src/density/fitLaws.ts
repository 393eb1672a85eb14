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
  /** How many coefficients the points decided. */
  readonly coefficients: number;
  /** In the unit of the coefficient; `undefined` without spare points. */
  readonly standardErrors: Law | undefined;
}

/** Each law has four coefficients, the loss law five with an irreducible loss. */
export const fewestPointsOfLaw = 5;

const exponents = [0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9];

/** A search that leaves every known scaling exponent far behind follows one size, not a law. */
const largestExponent = 2;

/** The paper's loss law, or the same with an irreducible loss: `L = e + a N^-alpha + b D^-beta`. */
export type LossLawForm = "paper" | "irreducible";

/**
 * Every least-squares minimum of the loss law `L = a N^-alpha + b D^-beta`, with an irreducible loss e
 * where the form has one, with positive coefficients; the best first. Given alpha and beta the law is
 * linear in the others, so two parameters are searched, from a grid of starts: runs with little spread
 * in D/N have more than one minimum.
 */
export function fitLossLaw(
  runs: readonly LossPoint[],
  form: LossLawForm = "paper",
): LawFit<LossLawCoefficients>[] {
  const isIrreducible = form === "irreducible";
  if (runs.length < fewestPointsOfLaw + (isIrreducible ? 1 : 0)) return [];
  const ones = runs.map(() => 1);
  const minima = separableMinima(
    {
      target: runs.map(({ loss }) => loss),
      columns: ([alpha = 0, beta = 0]) => {
        if (!(alpha > 0 && beta > 0)) return undefined;
        const powers = [
          runs.map(({ parameters }) => parameters ** -alpha),
          runs.map(({ tokens }) => tokens ** -beta),
        ];
        return isIrreducible ? [...powers, ones] : powers;
      },
    },
    exponents.flatMap((alpha) => exponents.map((beta) => [alpha, beta])),
    ({ linear, shape }) =>
      linear.every((value) => value > 0) && shape.every((value) => value < largestExponent),
  );
  return minima.map((fit) =>
    toLaw(fit, ([a = noNumber, b = noNumber, e], [alpha = noNumber, beta = noNumber]) => ({
      ...(e !== undefined && { e }),
      a,
      alpha,
      b,
      beta,
    })),
  );
}

/**
 * Decades that D/N spans. Below one, size and data grew together and the loss law cannot tell them
 * apart: expect more than one minimum.
 */
export function tokensPerParameterDecades(runs: readonly LossPoint[]): number {
  const ratios = runs.map(({ parameters, tokens }) => tokens / parameters);
  return Math.log10(Math.max(...ratios) / Math.min(...ratios));
}

const noNumber = Number.NaN;

/**
 * A minimum in the coefficients of a law.
 * @param errorsOf the law's standard errors from those of the fit, where they are made otherwise than the law
 */
export function toLaw<Law>(
  fit: SeparableFit,
  lawOf: (linear: readonly number[], shape: readonly number[]) => Law,
  errorsOf = lawOf,
): LawFit<Law> {
  const { linear, shape, residualSumOfSquares, observations, standardErrors } = fit;
  return {
    law: lawOf(linear, shape),
    sumOfSquares: residualSumOfSquares,
    points: observations,
    coefficients: linear.length + shape.length,
    standardErrors: standardErrors && errorsOf(standardErrors.linear, standardErrors.shape),
  };
}
