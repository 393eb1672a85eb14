import type { LossLawCoefficients, ReferenceCurve, ScoreLawCoefficients } from "./reference.ts";

/**
 * Loss law, equation 1 of Xiao et al. (2025): the conditional loss of a reference model.
 * @param parameters non-embedding parameters N
 * @param tokens training tokens D
 * @returns nats per token
 */
export function lossLaw(law: LossLawCoefficients, parameters: number, tokens: number): number {
  return law.a * parameters ** -law.alpha + law.b * tokens ** -law.beta;
}

/**
 * Score law, equation 2: the score a loss earns.
 * @param loss nats per token
 * @returns percent
 */
export function scoreLaw(law: ScoreLawCoefficients, loss: number): number {
  return law.c / (1 + Math.exp(-law.gamma * (loss - law.l))) + law.d;
}

/** The score (percent) a reference model of this size reaches after `tokens` training tokens. */
export function referenceScore(curve: ReferenceCurve, parameters: number, tokens: number): number {
  return scoreLaw(curve.scoreLaw, lossLaw(curve.lossLaw, parameters, tokens));
}
