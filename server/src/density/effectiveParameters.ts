import type {
  LadderCoefficients,
  LossLawCoefficients,
  ReferenceCurve,
  ScoreLawCoefficients,
} from "./reference.ts";

/** Why a size is less certain than its digits. */
export type EffectiveSizeFlag = "extrapolated" | "imprecise";

/** The inverse of a reference curve at one score: a size, or the reason there is none. */
export type EffectiveSize =
  | { readonly kind: "size"; readonly parameters: number; readonly flags: readonly EffectiveSizeFlag[] }
  | { readonly kind: "none"; readonly reason: "below-floor" | "saturated" };

/** One point of score must not move the effective parameters by more than this factor. */
export const largestFactorPerPoint = 1.25;

/**
 * Inverse of a curve at a fixed training size. Pure mathematics: the validated range is the caller's
 * business.
 * @param score percent
 * @param tokens D0; a ladder does not depend on it
 * @returns non-embedding parameters; `undefined` where no finite size has that score
 */
export function invertCurve(curve: ReferenceCurve, score: number, tokens: number): number | undefined {
  if (curve.kind === "ladder") return invertLadder(curve.ladder, score);
  const loss = lossOfScore(curve.scoreLaw, score);
  return loss === undefined ? undefined : parametersOfLoss(curve.lossLaw, loss, tokens);
}

/**
 * Inverse of the score law, equation 3 of Xiao et al. (2025): `L = l - (1/gamma) ln(c / (S - d) - 1)`.
 * @returns nats per token; `undefined` outside floor and ceiling
 */
export function lossOfScore({ c, gamma, l, d }: ScoreLawCoefficients, score: number): number | undefined {
  return score > d && score < c + d ? l - Math.log(c / (score - d) - 1) / gamma : undefined;
}

/**
 * Inverse of the loss law, equation 4 of Xiao et al. (2025): `N = ((L - b D0^-beta) / a)^(-1/alpha)`.
 * @returns non-embedding parameters; `undefined` at a loss that no finite size reaches
 */
export function parametersOfLoss(
  { a, alpha, b, beta }: LossLawCoefficients,
  loss: number,
  tokens: number,
): number | undefined {
  const reducibleByParameters = loss - b * tokens ** -beta;
  if (!(reducibleByParameters > 0)) return undefined;
  return finiteSize((reducibleByParameters / a) ** (-1 / alpha));
}

/** `N = n50 (c / (S - d) - 1)^(-1/k)`. */
function invertLadder({ c, d, n50, k }: LadderCoefficients, score: number): number | undefined {
  if (!(score > d && score < c + d)) return undefined;
  return finiteSize(n50 * (c / (score - d) - 1) ** (-1 / k));
}

function finiteSize(parameters: number): number | undefined {
  return Number.isFinite(parameters) && parameters > 0 ? parameters : undefined;
}

/**
 * Effective parameters (N_hat): how many non-embedding parameters a reference model would need for
 * this score. Outside the curve's validated range there is no size, only a reason; nothing is clamped.
 * @param score percent
 * @param tokens D0
 * @param largestFitted largest model of the reference's score fit, in parameters
 */
export function effectiveParameters(
  curve: ReferenceCurve,
  score: number,
  tokens: number,
  largestFitted: number,
): EffectiveSize {
  if (!(score > curve.validatedScores.above)) return { kind: "none", reason: "below-floor" };
  if (score > curve.validatedScores.upTo) return { kind: "none", reason: "saturated" };
  const parameters = invertCurve(curve, score, tokens);
  if (parameters === undefined) {
    // Only the ends of the curve have no inverse: the floor below, the loss of an infinite model above.
    return { kind: "none", reason: score <= floorOf(curve) ? "below-floor" : "saturated" };
  }
  const flags: EffectiveSizeFlag[] = [];
  if (parameters > largestFitted) flags.push("extrapolated");
  if (isImprecise(curve, score, parameters, tokens)) flags.push("imprecise");
  return { kind: "size", parameters, flags };
}

/**
 * Whether one point of score more moves the effective parameters by more than a quarter.
 * @param score percent
 * @param parameters the curve's inverse at that score
 * @param tokens D0
 */
export function isImprecise(
  curve: ReferenceCurve,
  score: number,
  parameters: number,
  tokens: number,
): boolean {
  const onePointMore = invertCurve(curve, score + 1, tokens);
  return onePointMore === undefined || onePointMore / parameters > largestFactorPerPoint;
}

function floorOf(curve: ReferenceCurve): number {
  return curve.kind === "ladder" ? curve.ladder.d : curve.scoreLaw.d;
}
