import { type DaySpan, isInSpan } from "../../../server/src/trend/fit/lineOnDays.ts";

/** The dates that are seen; `undefined` for all there are. */
export type TimeWindow = DaySpan | undefined;

/** Fewer days than this have no month to read them by. */
export const fewestDays = 28;

/** The window between two days, in either order, as far as the figure reaches. */
export function between(oneDay: number, otherDay: number, all: DaySpan): TimeWindow {
  const days = Math.max(fewestDays, Math.abs(otherDay - oneDay));
  return windowAround((oneDay + otherDay) / 2, days, all);
}

/**
 * Closer, or farther away, with a day staying in its place.
 * @param factor of the span: below 1 is closer
 */
export function scaled(seen: DaySpan, day: number, factor: number, all: DaySpan): TimeWindow {
  const days = Math.max(fewestDays, daysOf(seen) * factor);
  const share = (day - seen.firstEpochDay) / daysOf(seen);
  return inside({ firstEpochDay: day - share * days, lastEpochDay: day + (1 - share) * days }, all);
}

/** As wide as before, some days later or, when negative, earlier. */
export function moved(seen: DaySpan, days: number, all: DaySpan): TimeWindow {
  return inside({ firstEpochDay: seen.firstEpochDay + days, lastEpochDay: seen.lastEpochDay + days }, all);
}

/** As wide as before, with a day in its middle. */
export function movedTo(seen: DaySpan, day: number, all: DaySpan): TimeWindow {
  return windowAround(day, daysOf(seen), all);
}

/** What is left of a window when the figure reaches from another day to another day. */
export function inside({ firstEpochDay, lastEpochDay }: DaySpan, all: DaySpan): TimeWindow {
  const days = lastEpochDay - firstEpochDay;
  if (days >= daysOf(all)) return undefined;
  const latestStart = all.lastEpochDay - days;
  const start = Math.min(latestStart, Math.max(all.firstEpochDay, firstEpochDay));
  return { firstEpochDay: start, lastEpochDay: start + days };
}

/** Reads a window from outside; anything else shows all dates. */
export function readWindow(value: unknown): TimeWindow {
  if (typeof value !== "object" || value === null) return undefined;
  const { firstEpochDay, lastEpochDay } = value as Partial<Record<keyof DaySpan, unknown>>;
  if (typeof firstEpochDay !== "number" || typeof lastEpochDay !== "number") return undefined;
  return lastEpochDay - firstEpochDay >= fewestDays ? { firstEpochDay, lastEpochDay } : undefined;
}

export function daysOf({ firstEpochDay, lastEpochDay }: DaySpan): number {
  return lastEpochDay - firstEpochDay;
}

export function middleOf({ firstEpochDay, lastEpochDay }: DaySpan): number {
  return (firstEpochDay + lastEpochDay) / 2;
}

export function isSeen(day: number, window: TimeWindow): boolean {
  return window === undefined || isInSpan(day, window);
}

function windowAround(day: number, days: number, all: DaySpan): TimeWindow {
  return inside({ firstEpochDay: day - days / 2, lastEpochDay: day + days / 2 }, all);
}
