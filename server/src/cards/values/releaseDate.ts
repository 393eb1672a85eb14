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
  if (/[\u2010-\u2015\u2212]/.test(written)) return readDashes(written);
  const match = /^([12]\d{3})-(\d{2})(?:-(\d{2}))?$/.exec(written);
  if (match === null) return { kind: "problem", subject: unreadable(written) };
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (match[3] === "00" && month >= 1 && month <= 12)
    return { kind: "problem", subject: monthAlone(written) };
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
    // What stands beside the date may say that it is another one.
    const isGuess = subject.kind === "date-unreadable" && subject.part === "inside";
    return { title: `Write ${newText}${day}`, range, newText, ...(isGuess && { isGuess }) };
  });
}

/** Dashes as word processors write them. */
function readDashes(written: string): DateReading {
  const plain = written.replaceAll(/[\u2010-\u2015\u2212]/g, "-");
  const proposals = readReleaseDate(plain).kind === "date" ? [plain] : [];
  return { kind: "problem", subject: { kind: "date-unreadable", written, isYear: false, proposals } };
}

/** Day 00 is a day that is not known. */
function monthAlone(written: string): DateSubject {
  return { kind: "date-unreadable", written, isYear: false, proposals: [written.slice(0, 7)], part: "month" };
}

function unreadable(written: string): DateSubject {
  const isYear = /^\d{4}$/.test(written) && Number(written) >= firstYear && Number(written) <= lastYear;
  const facts = { kind: "date-unreadable", written, isYear } as const;
  if (isYear || written.length > 60) return { ...facts, proposals: [] };
  if (notReleased.test(written)) return { ...facts, proposals: [], part: "not-released" };
  if (partOfYear.test(written)) return { ...facts, proposals: [], part: "part-of-year" };
  const proposals = proposalsFor(written);
  if (proposals.length > 0) return { ...facts, proposals };
  const inside = dateInside(written);
  return {
    ...facts,
    proposals: inside === undefined ? [] : [inside],
    ...(inside !== undefined && { part: "inside" }),
  };
}

/** Years that a model can be of: of four digits, others are months of arXiv numbers or slips. */
const [firstYear, lastYear] = [2017, 2035];
const notReleased =
  /^(?:tb[acd]|n\/?a|none|unknown|undisclosed|unreleased|not (?:yet )?(?:released|announced|public|known)|coming soon|soon|upcoming|pending|planned|\?+|-+)$/i;
const partOfYear =
  /^(?:20\d\d[-\s/]?(?:Q[1-4]|[1-4]Q|H[12])|(?:Q[1-4]|[1-4]Q|H[12])[-\s/,]*20\d\d|(?:early|mid|late|end(?: of)?|beginning of|start of|spring|summer|autumn|fall|winter)[-\s,]*(?:of\s+)?20\d\d)$/i;

/** A day or month among other signs; `undefined` where there are two, or none. */
function dateInside(text: string): string | undefined {
  const asian =
    /^(20\d\d)\s*[\u5e74\ub144]\s*(\d{1,2})\s*[\u6708\uc6d4](?:\s*(\d{1,2})\s*[\u65e5\uc77c\u53f7])?$/u.exec(
      text,
    );
  if (asian !== null) return existing(asian.slice(1));
  const arxiv = /^(1[7-9]|2\d|3[0-5])(0[1-9]|1[0-2])$/.exec(text);
  if (arxiv !== null) return existing([`20${arxiv[1]}`, arxiv[2]]);
  const found = [
    ...text.matchAll(/(?<!\d)(20\d\d)-(\d{2})(?:-(\d{2})|-(?:00|x{1,2}|\?{1,2}|__?|dd))?(?![\dA-Za-z])/gi),
  ];
  const [only, another] = found;
  return only === undefined || another !== undefined ? undefined : existing(only.slice(1, 4));
}

/** What a date in another spelling is as cards write it: none, one, or the two that it could be. */
function proposalsFor(text: string): readonly string[] {
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const short = /^(\d{2})[./-](\d{2})[./-](\d{2})$/.exec(text);
  const proposals =
    short !== null
      ? shortYearProposals(short.slice(1))
      : yearLast === null
        ? [proposalFor(text)]
        : yearLastProposals(yearLast.slice(1));
  return proposals.filter((proposal) => proposal !== undefined);
}

function proposalFor(text: string): string | undefined {
  const isoTime = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}/i.exec(text);
  if (isoTime !== null) return existing(isoTime[1]?.split("-") ?? []);
  const yearFirst =
    /^(\d{4})[-/._ ](\d{1,2})(?:[-/._ ](\d{1,2}))?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
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

/** 24-09-19 may begin or end with its year; years that no model can be of are left out. */
function shortYearProposals([first = "", second = "", third = ""]: readonly string[]) {
  const dates = [
    existing([`20${first}`, second, third]),
    existing([`20${third}`, second, first]),
    existing([`20${third}`, first, second]),
  ];
  return [...new Set(dates)].filter(
    (date) =>
      date !== undefined && Number(date.slice(0, 4)) >= firstYear && Number(date.slice(0, 4)) <= lastYear,
  );
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
