import { daysPerMonth, partsOfEpochDay } from "../density/calendar.ts";
import type { ReleaseDate } from "../density/model.ts";
import { counted, formatDecimal } from "./numbers.ts";

/** English month names of three letters, January first. */
export const monthNames = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
] as const;

/** A calendar day: 5 Apr 2025. */
export function formatDate(epochDay: number): string {
  return `${partsOfEpochDay(epochDay).day} ${formatMonth(epochDay)}`;
}

/** A month: Feb 2025. */
export function formatMonth(epochDay: number): string {
  const { year, month } = partsOfEpochDay(epochDay);
  return `${monthNames[month - 1]} ${year}`;
}

/** A release date, no more precise than the card. */
export function formatReleaseDate({ epochDay, precision }: ReleaseDate): string {
  return precision === "month" ? formatMonth(epochDay) : formatDate(epochDay);
}

/** A span in whole days: "1 day", "106 days"; below half a day "less than a day". */
export function formatDays(days: number): string {
  const whole = Math.round(days);
  return whole === 0 ? "less than a day" : counted(whole, "day");
}

/** The same span in months of 30.4375 days: "3.5 months". */
export function formatMonths(days: number): string {
  return `${formatDecimal(days / daysPerMonth, 1)} months`;
}

/** Where a model stands: "138 days behind the trend", "41 days ahead of the trend", "on the trend". */
export function formatDaysAhead(daysAhead: number): string {
  if (Math.round(Math.abs(daysAhead)) === 0) return "on the trend";
  const days = formatDays(Math.abs(daysAhead));
  return daysAhead > 0 ? `${days} ahead of the trend` : `${days} behind the trend`;
}
