import type { Estimator } from "../estimator.ts";
import type { TrendIntervals } from "../trendInterval.ts";
import type { DaySpan } from "./figureLine.ts";

/** Where the band stands on one day, in densities. */
export interface BandStep {
  readonly epochDay: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The confidence band of the fit: on each day the range of the same draws that the interval is made
 * of. Lopsided where they are.
 */
export interface FigureBand {
  /** From the first model to the last, in date order. */
  readonly overData: readonly BandStep[];
  /** From the last model to the end of the dashed line. */
  readonly beyond: readonly BandStep[];
}

const stepsOverData = 32;
const stepsBeyond = 4;

/** The band around an estimator's line. */
export function figureBand(
  intervals: TrendIntervals,
  estimator: Estimator,
  { solid, dashed }: { readonly solid: DaySpan; readonly dashed: DaySpan },
): FigureBand {
  const along = ({ firstEpochDay, lastEpochDay }: DaySpan, steps: number): BandStep[] =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const epochDay = firstEpochDay + ((lastEpochDay - firstEpochDay) * step) / steps;
      return { epochDay, ...intervals.densityOn(estimator, epochDay) };
    });
  return { overData: along(solid, stepsOverData), beyond: along(dashed, stepsBeyond) };
}
