import { daysPerMonth, epochDayOf, partsOfEpochDay } from "../../density/calendar.ts";
import { monthNames } from "../../text/dates.ts";
import type { DaySpan } from "../../trend/fit/lineOnDays.ts";
import type { PowerRange } from "./axisRanges.ts";

/** A place on an axis of values: one power of two. */
export interface PowerTick {
  readonly exponent: number;
  readonly isLabelled: boolean;
}

/** Gridlines closer than this, in pixels, are a grey area; labels closer than this collide. */
const leastGridSpacing = 8;
const leastLabelSpacing = 16;

/** Powers of two, thinned by doubling the step until they fit. `doublingsPerLine` is 1 unless thinned. */
export function powerTicks(
  { lowestExponent, highestExponent }: PowerRange,
  height: number,
): { readonly ticks: readonly PowerTick[]; readonly doublingsPerLine: number } {
  const spacing = height / (highestExponent - lowestExponent);
  const gridStep = stepOfAtLeast(leastGridSpacing, spacing);
  const labelStep = Math.max(gridStep, stepOfAtLeast(leastLabelSpacing, spacing));
  const ticks: PowerTick[] = [];
  const first = Math.ceil(lowestExponent / gridStep) * gridStep;
  for (let exponent = first; exponent <= highestExponent; exponent += gridStep)
    ticks.push({ exponent, isLabelled: exponent % labelStep === 0 });
  return { ticks, doublingsPerLine: gridStep };
}

function stepOfAtLeast(pixels: number, spacing: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(pixels / spacing)));
}

/** The first day of a month on the time axis. */
export interface TimeTick {
  readonly epochDay: number;
  readonly isLabelled: boolean;
  readonly year: number;
  /** `undefined` for January: the tick stands for the year. */
  readonly month: string | undefined;
}

/** Steps people count in, in months. */
const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000, 60000, 120000];
const leastTickSpacing = 30;

/**
 * First days of months, quarters, half years or years, as many as fit.
 * @param monthSpacing fewest pixels between two labels when some are months
 * @param yearSpacing the same when all are years
 */
export function timeTicks(
  { firstEpochDay, lastEpochDay }: DaySpan,
  width: number,
  monthSpacing: number,
  yearSpacing: number,
): TimeTick[] {
  const pixelsPerMonth = (width / (lastEpochDay - firstEpochDay)) * daysPerMonth;
  const largestStep = monthSteps.at(-1) ?? 12;
  const labelStep =
    monthSteps.find((step) => step * pixelsPerMonth >= (step < 12 ? monthSpacing : yearSpacing)) ??
    largestStep;
  const tickStep =
    monthSteps.find((step) => labelStep % step === 0 && step * pixelsPerMonth >= leastTickSpacing) ??
    labelStep;
  const ticks: TimeTick[] = [];
  const lastMonth = monthCount(lastEpochDay);
  for (
    let count = Math.ceil(monthCount(firstEpochDay) / tickStep) * tickStep;
    count <= lastMonth;
    count += tickStep
  ) {
    const year = Math.floor(count / 12);
    const month = count - 12 * year;
    const epochDay = epochDayOf(year, month + 1, 1);
    if (epochDay === undefined || epochDay < firstEpochDay || epochDay > lastEpochDay) continue;
    ticks.push({
      epochDay,
      isLabelled: count % labelStep === 0,
      year,
      month: month === 0 ? undefined : monthNames[month],
    });
  }
  return ticks;
}

/** Months since the year 0, whole at the first of a month. */
function monthCount(epochDay: number): number {
  const { year, month } = partsOfEpochDay(Math.floor(epochDay));
  return year * 12 + month - 1;
}
