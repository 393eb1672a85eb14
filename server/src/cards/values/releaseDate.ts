import { epochDayOf, isoOfEpochDay } from "../../density/calendar.ts";
import type { ReleaseDate } from "../../density/model.ts";
import { formatDate, monthNames } from "../../text/dates.ts";
import { alternatives, shown } from "../../text/suggestions.ts";
import type { FindingCode, Fix, SourceRange } from "../finding.ts";

/** A release date, or why the text is none. `proposals` are texts that would be one. */
export type DateReading =
  | { readonly kind: "date"; readonly date: ReleaseDate }
  | {
      readonly kind: "problem";
      readonly code: FindingCode;
      readonly message: string;
      readonly proposals: readonly string[];
    };

/** The day that counts when only the month is known. */
const middleOfMonth = 15;

/**
 * Reads `YYYY-MM-DD` or `YYYY-MM`; the latter counts as the 15th. Other spellings are problems, with
 * a proposal for each day they may mean.
 */
export function readReleaseDate(text: string): DateReading {
  const match = /^([12]\d{3})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (match === null) return unreadable(text.trim());
  const [year, month] = [Number(match[1]), Number(match[2])];
  const precision = match[3] === undefined ? "month" : "day";
  const day = precision === "month" ? middleOfMonth : Number(match[3]);
  const epochDay = epochDayOf(year, month, day);
  if (epochDay !== undefined) return { kind: "date", date: { epochDay, precision } };
  return problem("date-impossible", `${text.trim()} is not in the calendar: ${whyImpossible(year, month)}`);
}

/** Fixes that write a date; where there are two, with the day each of them is. */
export function dateFixes(proposals: readonly string[], range: SourceRange): readonly Fix[] {
  return proposals.map((newText) => {
    const reading = readReleaseDate(newText);
    const isOneOfTwo = proposals.length > 1 && reading.kind === "date";
    const day = isOneOfTwo ? `, ${formatDate(reading.date.epochDay)}` : "";
    return { title: `Write ${newText}${day}`, range, newText };
  });
}

function whyImpossible(year: number, month: number): string {
  const name = monthNames[month - 1];
  if (name === undefined) return "months go from 01 to 12.";
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${name} ${year} has ${days} days.`;
}

function unreadable(text: string): DateReading {
  if (/^\d{4}$/.test(text)) {
    return problem("date-unreadable", `${text} is only a year. Write at least the month, as ${text}-06.`);
  }
  const proposals = text.length <= 40 ? proposalsFor(text) : [];
  const [first] = proposals;
  if (proposals.length > 1) {
    const message = `${shown(text)} could be two days: day and month may be either way round. Write ${alternatives(proposals)}.`;
    return problem("date-unreadable", message, proposals);
  }
  if (first !== undefined) {
    const message = `${shown(text)} is not a date as cards write it. Write ${first}.`;
    return problem("date-unreadable", message, proposals);
  }
  return problem(
    "date-unreadable",
    `${shown(text)} cannot be read as a date. Write year, month and day, as 2024-09-19, or year and month.`,
  );
}

function problem(code: FindingCode, message: string, proposals: readonly string[] = []): DateReading {
  return { kind: "problem", code, message, proposals };
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
