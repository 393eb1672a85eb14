import type { AnalysisSettings } from "../collection/analyseCollection.ts";
import { doublingTimeDays } from "../fit/estimator.ts";
import { densityOn, type FigureLine } from "../fit/lineOnDays.ts";
import { paperReferenceName } from "./paperReference.ts";

/**
 * The paper's trend: ln(rho) = A t + B, t in days since 24 Feb 2023. Refitted to the nine records
 * of Fig. 1 of Xiao et al., Nature Machine Intelligence 7, 1823-1833 (2025), CC BY 4.0; densities
 * digitised. The paper prints the doubling time, 3.5 months, but no coefficients.
 */
export const paperTrend = { slopePerDay: 0.00652902, intercept: -2.61129 } as const;

/** The paper's doubling time: 106.2 days. */
export const paperDoublingTimeDays = doublingTimeDays(paperTrend.slopePerDay) ?? Number.POSITIVE_INFINITY;

const sameSlopeShare = 0.02;
const sameHeightShare = 0.05;

/**
 * Whether densities may be laid beside the paper's: against another reference, another training
 * size D0 or another basis they are on another scale.
 */
export function isOnPaperScale({ reference, basis, trainingTokens }: AnalysisSettings): boolean {
  return (
    reference.name === paperReferenceName &&
    basis === reference.composite.id &&
    trainingTokens === reference.trainingTokens
  );
}

/** Whether a fit is the paper's trend, judged in slope and in height at the middle of its span. */
export function isSameAsPaper(fit: FigureLine): boolean {
  const middle = (fit.firstEpochDay + fit.lastEpochDay) / 2;
  const heightRatio = densityOn(fit, middle) / densityOn({ ...fit, ...paperTrend }, middle);
  return (
    Math.abs(fit.slopePerDay / paperTrend.slopePerDay - 1) < sameSlopeShare &&
    Math.abs(heightRatio - 1) < sameHeightShare
  );
}
