/** Calendar arithmetic on whole UTC days, without time zones. */

import type { ReleaseDate } from "./model.ts";

const millisecondsPerDay = 86_400_000;

/** Mean length of a month in days, used to print a doubling time in months. */
export const daysPerMonth = 30.4375;

/**
 * Days since 1970-01-01 of a calendar date, or `undefined` when there is no such day (2024-02-30).
 * @param month 1 to 12
 */
export function epochDayOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? time / millisecondsPerDay : undefined;
}

/** Reads `YYYY-MM-DD`; `undefined` for anything else. */
export function epochDayOfIso(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? epochDayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** `YYYY-MM-DD` of an epoch day. */
export function isoOfEpochDay(epochDay: number): string {
  return new Date(epochDay * millisecondsPerDay).toISOString().slice(0, 10);
}

/** Year, month (1 to 12) and day of an epoch day. */
export function partsOfEpochDay(epochDay: number): { year: number; month: number; day: number } {
  const date = new Date(epochDay * millisecondsPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** As precise as the card: `YYYY-MM-DD`, or `YYYY-MM` when only the month is known. */
export function isoOfReleaseDate({ epochDay, precision }: ReleaseDate): string {
  return isoOfEpochDay(epochDay).slice(0, precision === "month" ? 7 : 10);
}
