import { originEpochDay } from "../collection/trendPoint.ts";

/** From one day to another, both included. */
export interface DaySpan {
  readonly firstEpochDay: number;
  readonly lastEpochDay: number;
}

/** Whether a day lies in a span, its ends included. */
export function isInSpan(epochDay: number, { firstEpochDay, lastEpochDay }: DaySpan): boolean {
  return epochDay >= firstEpochDay && epochDay <= lastEpochDay;
}

/** ln density = intercept + slopePerDay t, t in days since the trend's origin, drawn over a span. */
export interface FigureLine extends DaySpan {
  readonly slopePerDay: number;
  readonly intercept: number;
}

/** The line's density on a day. */
export function densityOn(line: FigureLine, epochDay: number): number {
  return 2 ** exponentOn(line, epochDay);
}

/** The same as a power of two: where the line stands on the density axis. */
export function exponentOn({ slopePerDay, intercept }: FigureLine, epochDay: number): number {
  return (intercept + slopePerDay * (epochDay - originEpochDay)) / Math.LN2;
}

/** What of a line lies in a span; one of which nothing is left ends before it starts. */
export function cutLine(line: FigureLine, span: DaySpan): FigureLine {
  return {
    ...line,
    firstEpochDay: Math.max(line.firstEpochDay, span.firstEpochDay),
    lastEpochDay: Math.min(line.lastEpochDay, span.lastEpochDay),
  };
}

/** Whether a span, or a line, is longer than nothing. */
export function hasLength({ firstEpochDay, lastEpochDay }: DaySpan): boolean {
  return lastEpochDay > firstEpochDay;
}
