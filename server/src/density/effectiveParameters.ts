import { floorOf, scoreRange } from "./credibleSize.ts";
import type {
  LadderCoefficients,
  LawCurve,
  LossLawCoefficients,
  ReferenceCurve,
  ScoreLawCoefficients,
} from "./reference.ts";

/** Why a size is less certain than its digits. */
export type EffectiveSizeFlag = "extrapolated" | "imprecise";

/** The inverse of a reference curve at one score: a size, or the reason there is none. */
export type EffectiveSize =
  | { readonly kind: "size"; readonly parameters: number; readonly flags: readonly EffectiveSizeFlag[] }
  | {
      readonly kind: "none";
      readonly reason: OutOfRange | "near-chance";
      /** What is known nevertheless. */
      readonly bound?: SizeBound;
    };

/** An effective size known from one side: of a score near chance, or above the range. */
export interface SizeBound {
  readonly side: "at-most" | "at-least";
  readonly parameters: number;
}

/** One point of score, or one per cent of loss, must not move the effective parameters by more than this factor. */
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
 * Inverse of the loss law, equation 4 of Xiao et al. (2025): `N = ((L - b D0^-beta) / a)^(-1/alpha)`, with
 * the irreducible loss taken off as well where the law has one.
 * @returns non-embedding parameters; `undefined` at a loss that no finite size reaches
 */
export function parametersOfLoss(law: LossLawCoefficients, loss: number, tokens: number): number | undefined {
  const reducibleByParameters = loss - lossOfInfiniteModel(law, tokens);
  if (!(reducibleByParameters > 0)) return undefined;
  return finiteSize((reducibleByParameters / law.a) ** (-1 / law.alpha));
}

/** `e + b D^-beta`, nats per token: what no number of parameters brings the loss below. */
export function lossOfInfiniteModel(
  { e = 0, b, beta }: Pick<LossLawCoefficients, "e" | "b" | "beta">,
  tokens: number,
): number {
  return e + b * tokens ** -beta;
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
  const parameters = sizeInRange(curve, score, tokens);
  if (typeof parameters === "string") return { kind: "none", reason: parameters };
  const flags: EffectiveSizeFlag[] = [];
  if (parameters > largestFitted) flags.push("extrapolated");
  if (isImprecise(curve, score, parameters, tokens)) flags.push("imprecise");
  return { kind: "size", parameters, flags };
}

/** Why a reading has no size. */
export type OutOfRange = "below-floor" | "saturated";

/** The size at a score of the validated range, in parameters, or why there is none. */
export function sizeInRange(curve: ReferenceCurve, score: number, tokens: number): number | OutOfRange {
  const { above, upTo } = scoreRange(curve, tokens);
  if (!(score > above)) return "below-floor";
  if (score > upTo) return "saturated";
  // Only the ends of the curve have no inverse: the floor below, the loss of an infinite model above.
  return invertCurve(curve, score, tokens) ?? (score <= floorOf(curve) ? "below-floor" : "saturated");
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

/** A loss is known to about this share of itself. */
export const lossStep = 0.01;

/**
 * Effective parameters of a loss: half the inverse, the loss law at D0. The validated range is the one
 * of the scores, seen through the score law: not below the loss of its highest score. At or below
 * `b D0^-beta`, which only an infinite model reaches, there is no size whatever the range says.
 * `imprecise` where 1 % less loss moves the size by more than a quarter.
 * @param loss nats per token
 * @param tokens D0
 * @param largestFitted largest model of the reference's score fit, in parameters
 */
export function effectiveParametersOfLoss(
  curve: LawCurve,
  loss: number,
  tokens: number,
  largestFitted: number,
): EffectiveSize {
  const parameters = sizeOfLossInRange(curve, loss, tokens);
  if (typeof parameters === "string") return { kind: "none", reason: parameters };
  const flags: EffectiveSizeFlag[] = [];
  if (parameters > largestFitted) flags.push("extrapolated");
  const oneStepLess = parametersOfLoss(curve.lossLaw, loss * (1 - lossStep), tokens);
  if (oneStepLess === undefined || oneStepLess / parameters > largestFactorPerPoint) flags.push("imprecise");
  return { kind: "size", parameters, flags };
}

/** The size at a loss of the validated range, in parameters, or why there is none. */
export function sizeOfLossInRange(curve: LawCurve, loss: number, tokens: number): number | OutOfRange {
  const { least, greatest } = validatedLosses(curve, tokens);
  if (loss >= greatest) return "below-floor";
  if (loss < least) return "saturated";
  const parameters = parametersOfLoss(curve.lossLaw, loss, tokens);
  if (parameters !== undefined) return parameters;
  return loss > lossOfInfiniteModel(curve.lossLaw, tokens) ? "below-floor" : "saturated";
}

/**
 * The validated range of a curve in nats per token: the losses of its highest and its lowest score. A
 * range that begins at the floor or ends at the ceiling of the score law sets no limit there.
 * @param tokens D0
 */
export function validatedLosses(
  curve: LawCurve,
  tokens: number,
): { readonly least: number; readonly greatest: number } {
  const { above, upTo } = scoreRange(curve, tokens);
  return {
    least: lossOfScore(curve.scoreLaw, upTo) ?? 0,
    greatest: lossOfScore(curve.scoreLaw, above) ?? Number.POSITIVE_INFINITY,
  };
}
