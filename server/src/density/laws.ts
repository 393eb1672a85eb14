import type {
  LadderCoefficients,
  LossLawCoefficients,
  ReferenceCurve,
  ScoreLawCoefficients,
} from "./reference.ts";

/**
 * Loss law, equation 1 of Xiao et al. (2025), with an irreducible loss where the law has one: the
 * conditional loss of a reference model.
 * @param parameters non-embedding parameters N
 * @param tokens training tokens D
 * @returns nats per token
 */
export function lossLaw(law: LossLawCoefficients, parameters: number, tokens: number): number {
  return (law.e ?? 0) + law.a * parameters ** -law.alpha + law.b * tokens ** -law.beta;
}

/**
 * Score law, equation 2: the score a loss earns.
 * @param loss nats per token
 * @returns percent
 */
export function scoreLaw(law: ScoreLawCoefficients, loss: number): number {
  return law.c / (1 + Math.exp(-law.gamma * (loss - law.l))) + law.d;
}

/**
 * Ladder: the score a family member of this size earns.
 * @param parameters non-embedding parameters N
 * @returns percent
 */
export function ladderScore({ c, d, n50, k }: LadderCoefficients, parameters: number): number {
  return d + c / (1 + (parameters / n50) ** -k);
}

/** The score (percent) a reference model of this size reaches after `tokens` training tokens; a ladder knows no tokens. */
export function referenceScore(curve: ReferenceCurve, parameters: number, tokens: number): number {
  if (curve.kind === "ladder") return ladderScore(curve.ladder, parameters);
  return scoreLaw(curve.scoreLaw, lossLaw(curve.lossLaw, parameters, tokens));
}
