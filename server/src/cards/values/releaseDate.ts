import { epochDayOf, isoOfEpochDay } from "../../density/calendar.ts";
import type { ReleaseDate } from "../../density/model.ts";
import { formatDate, monthNames } from "../../text/dates.ts";
import type { Fix, SourceRange } from "../finding.ts";
import type { DateSubject } from "../findings/cardSubjects.ts";

/** A release date, or why the text is none. */
export type DateReading =
  | { readonly kind: "date"; readonly date: ReleaseDate }
  | { readonly kind: "problem"; readonly subject: DateSubject };

/** The day that counts when only the month is known. */
const middleOfMonth = 15;

/**
 * Reads `YYYY-MM-DD` or `YYYY-MM`; the latter counts as the 15th. Other spellings are problems, with
 * a proposal for each day they may mean.
 */
export function readReleaseDate(text: string): DateReading {
  const written = text.trim();
  const match = /^([12]\d{3})-(\d{2})(?:-(\d{2}))?$/.exec(written);
  if (match === null) return { kind: "problem", subject: unreadable(written) };
  const [year, month] = [Number(match[1]), Number(match[2])];
  const precision = match[3] === undefined ? "month" : "day";
  const day = precision === "month" ? middleOfMonth : Number(match[3]);
  const epochDay = epochDayOf(year, month, day);
  if (epochDay !== undefined) return { kind: "date", date: { epochDay, precision } };
  return { kind: "problem", subject: { kind: "date-impossible", written, year, month } };
}

/** Fixes that write a date; where there are two, with the day each of them is. */
export function dateFixes(subject: DateSubject, range: SourceRange): readonly Fix[] {
  const proposals = subject.kind === "date-unreadable" ? subject.proposals : [];
  return proposals.map((newText) => {
    const reading = readReleaseDate(newText);
    const isOneOfTwo = proposals.length > 1 && reading.kind === "date";
    const day = isOneOfTwo ? `, ${formatDate(reading.date.epochDay)}` : "";
    return { title: `Write ${newText}${day}`, range, newText };
  });
}

function unreadable(written: string): DateSubject {
  const isYear = /^\d{4}$/.test(written);
  const proposals = isYear || written.length > 40 ? [] : proposalsFor(written);
  return { kind: "date-unreadable", written, isYear, proposals };
}

/** What a date in another spelling is as cards write it: none, one, or the two that it could be. */
function proposalsFor(text: string): readonly string[] {
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const proposals = yearLast === null ? [proposalFor(text)] : yearLastProposals(yearLast.slice(1));
  return proposals.filter((proposal) => proposal !== undefined);
}

function proposalFor(text: string): string | undefined {
  const isoTime = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}/i.exec(text);
  if (isoTime !== null) return existing(isoTime[1]?.split("-") ?? []);
  const yearFirst =
    /^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (yearFirst !== null) return existing(yearFirst.slice(1));
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    return isoOfEpochDay(Math.floor(Number(text.slice(0, 10)) / 86_400));
  }
  return namedMonthProposal(text);
}

/** 19.09.2024 and 9/19/2024 have one meaning, 3/4/2024 has two. */
function yearLastProposals([first = "", second = "", year = ""]: readonly string[]) {
  return [...new Set([existing([year, second, first]), existing([year, first, second])])];
}

function namedMonthProposal(text: string): string | undefined {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const name = words.find((word) => /^[a-z]{3,}$/.test(word)) ?? "";
  const month = monthNames.findIndex((short) => name.startsWith(short.toLowerCase())) + 1;
  const year = words.find((word) => /^\d{4}$/.test(word));
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  const isOther = words.length > (day === undefined ? 2 : 3) + (/\d(?:st|nd|rd|th)\b/i.test(text) ? 1 : 0);
  if (month === 0 || year === undefined || isOther) return undefined;
  return existing([year, String(month), ...(day === undefined ? [] : [day])]);
}

/** Joins year, month and perhaps day, if there is such a day. */
function existing(parts: readonly (string | undefined)[]): string | undefined {
  const text = parts
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  const exists =
    match !== null &&
    epochDayOf(Number(match[1]), Number(match[2]), Number(match[3] ?? middleOfMonth)) !== undefined;
  return exists ? text : undefined;
}
