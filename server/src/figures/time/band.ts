import type { DaySpan } from "../../trend/fit/lineOnDays.ts";
import type { ValueInterval } from "../../trend/fit/trendInterval.ts";

/** Where the band stands on one day, in densities. */
export interface BandStep {
  readonly epochDay: number;
  readonly low: number;
  readonly high: number;
}

/** A band along the fit: on each day the range of the same draws that its interval is made of. Lopsided where they are. */
export interface FigureBand {
  /** From the first model to the last, in date order. */
  readonly overData: readonly BandStep[];
  /** From the last model to the end of the dashed line. */
  readonly beyond: readonly BandStep[];
}

const stepsOverData = 32;
const fewestStepsBeyond = 4;

/** The band of a range of densities that is known for every day. */
export function figureBand(
  rangeOn: (epochDay: number) => ValueInterval,
  { solid, dashed }: { readonly solid: DaySpan; readonly dashed: DaySpan },
): FigureBand {
  const daysAStep = (solid.lastEpochDay - solid.firstEpochDay) / stepsOverData;
  const daysBeyond = dashed.lastEpochDay - dashed.firstEpochDay;
  const stepsBeyond = Math.max(fewestStepsBeyond, Math.round(daysBeyond / daysAStep));
  const along = ({ firstEpochDay, lastEpochDay }: DaySpan, steps: number): BandStep[] =>
    Array.from({ length: steps + 1 }, (_, step) => {
      const epochDay = firstEpochDay + ((lastEpochDay - firstEpochDay) * step) / steps;
      const { low, high } = rangeOn(epochDay);
      // The steepest draws may leave what a number can hold, and the page is sent no infinity.
      return { epochDay, low, high: Math.min(high, Number.MAX_VALUE) };
    });
  return { overData: along(solid, stepsOverData), beyond: along(dashed, stepsBeyond) };
}
