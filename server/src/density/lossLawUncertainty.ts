import { studentTQuantile } from "../numerics/studentTQuantile.ts";
import {
  type DensityInterval,
  densityIntervalLevel,
  type IntervalEnd,
  intervalEnd,
} from "./densityInterval.ts";
import { lossOfScore, sizeOfLossInRange } from "./effectiveParameters.ts";
import { scoreLaw } from "./laws.ts";
import type { Reading } from "./reading.ts";
import type { LawCurve } from "./reference.ts";
import { normalQuantile95 } from "./scoreError.ts";

/** What the residual of the reference's loss law does to a density: common to all models, so apart from its interval. */
export interface LossLawUncertainty extends Pick<DensityInterval, "low" | "high"> {
  /** Root mean square error of the loss law over its runs, in nats per token. */
  readonly residualNats: number;
  /** The same in points of score at this reading. */
  readonly residualPoints: number;
}

/**
 * The 95 % range of densities that the residual of the loss law leaves, carried through the inverse.
 * @param actualParameters what densities divide by
 * @param tokens D0
 * @returns `undefined` when the reference does not say how well its loss law fits, or the score has no loss
 */
export function lossLawUncertainty(
  curve: LawCurve,
  reading: Reading,
  actualParameters: number,
  tokens: number,
): LossLawUncertainty | undefined {
  const { residualNats, residualNatsDegreesOfFreedom: spare, lossLaw, scoreLaw: law } = curve;
  const loss = reading.kind === "loss" ? reading.loss : lossOfScore(law, reading.percent);
  if (residualNats === undefined || loss === undefined) return undefined;
  const coefficients = lossLaw.e === undefined ? 4 : 5;
  const reach =
    spare === undefined
      ? normalQuantile95 * residualNats
      : studentTQuantile(densityIntervalLevel, spare) *
        residualNats *
        Math.sqrt((spare + coefficients) / spare);
  const endAt = (moved: number): IntervalEnd =>
    intervalEnd(sizeOfLossInRange(curve, moved, tokens), actualParameters);
  const rise = scoreLaw(law, loss) - law.d;
  return {
    low: endAt(loss + reach),
    high: endAt(loss - reach),
    residualNats,
    // dS/dL = gamma (S - d) (1 - (S - d) / c)
    residualPoints: -law.gamma * rise * (1 - rise / law.c) * residualNats,
  };
}
