import type { LawFit, LossPoint } from "./fitLaws.ts";
import type { LossLawCoefficients } from "./reference.ts";

/** Why runs do not say what the loss law is. */
export type NotIdentified =
  | "too-few-sizes"
  | "too-few-token-counts"
  | "constant-loss"
  | "poor-fit"
  | "uncertain-exponents"
  | "equal-minima";

/** Two sizes, or two token counts, lie on every power law there is. */
export const fewestDistinct = 3;
/** Share of the spread of the losses that a law must explain. */
export const leastRSquared = 0.9;
/** Standard error of an exponent over the exponent: above it 0 is within its 95 % interval. */
export const largestRelativeError = 0.5;
/** A power this flat is a constant in disguise, with a coefficient that runs off to infinity. */
export const smallestExponent = 0.01;
/** Sums of squares closer than this share say nothing of which exponents are right. */
const sameSum = 0.01;
/** Below this share of the spread a sum of squares is rounding. */
const roundingShare = 1e-20;

/**
 * Why the data do not identify a loss law; `undefined` when they do. A least-squares fit always ends
 * somewhere, also on runs of one size, on noise, or where size and data grew together.
 * @param minima the best first
 */
export function whyNotIdentified(
  runs: readonly LossPoint[],
  minima: readonly LawFit<LossLawCoefficients>[],
): NotIdentified | undefined {
  if (new Set(runs.map(({ parameters }) => parameters)).size < fewestDistinct) return "too-few-sizes";
  if (new Set(runs.map(({ tokens }) => tokens)).size < fewestDistinct) return "too-few-token-counts";
  const mean = runs.reduce((sum, { loss }) => sum + loss, 0) / runs.length;
  const spread = runs.reduce((sum, { loss }) => sum + (loss - mean) ** 2, 0);
  if (!(spread > Number.EPSILON * mean ** 2)) return "constant-loss";
  const [best, ...others] = minima;
  if (best === undefined) return undefined;
  if (1 - best.sumOfSquares / spread < leastRSquared) return "poor-fit";
  const limit = best.sumOfSquares * (1 + sameSum) + spread * roundingShare;
  if (others.some(({ sumOfSquares }) => sumOfSquares <= limit)) return "equal-minima";
  return hasCertainExponents(best) ? undefined : "uncertain-exponents";
}

/** Whether both exponents are powers, and their standard errors below half of them. */
export function hasCertainExponents({ law, standardErrors }: LawFit<LossLawCoefficients>): boolean {
  return (
    Math.min(law.alpha, law.beta) > smallestExponent &&
    standardErrors !== undefined &&
    standardErrors.alpha < law.alpha * largestRelativeError &&
    standardErrors.beta < law.beta * largestRelativeError
  );
}
