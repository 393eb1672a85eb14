import { epochDayOf, partsOfEpochDay } from "../../density/calendar.ts";
import { formatDate } from "../../text/dates.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { windowPhrase } from "../../wording/exclusions.ts";
import { type Choice, papers, type Settings } from "../choice.ts";
import { day, orNone } from "../valueKind.ts";

/** The first release date in the trend; its control is that of both ends. */
export const since: Choice<number | null, Settings<"sinceEpochDay">> = {
  key: "since",
  reach: "densing.yaml",
  value: orNone(day),
  flag: {
    argument: "<date>",
    help: "first release date in the trend, YYYY-MM-DD",
    commands: "trend",
    no: { help: "no first date, whatever densing.yaml says", value: null },
  },
  paper: () => null,
  settle: (first) => ({ sinceEpochDay: first ?? undefined }),
  of: ({ sinceEpochDay }) => sinceEpochDay ?? null,
  control: {
    id: "window",
    label: "Dates",
    phrase: (settings) => windowPhrase(settings) ?? "all",
    whileChanged: "figures",
  },
  menu: ({ analysis }) => {
    const starts = yearsWithin(analysis).flatMap((year) => epochDayOf(year, 1, 1) ?? []);
    return [
      {
        select: "one",
        entries: [{ label: "all", value: null, along: { untilEpochDay: null }, details: [papers] }],
      },
      {
        title: "From",
        select: "one",
        entries: [
          { label: "the first model", value: null },
          ...daysWith(starts, analysis.settings.sinceEpochDay).map((value) => ({
            label: formatDate(value),
            value,
          })),
        ],
      },
    ];
  },
  rows: {
    group: "Window",
    /** From the month a quarter of the way in, and from the last turns of a year. */
    alternatives: ({ analysis }) => {
      const span = spanOf(analysis);
      if (span === undefined) return [];
      const { year, month } = partsOfEpochDay(span.first + (span.last - span.first) / 4);
      const starts = [epochDayOf(year, month, 1), ...span.years.map((each) => epochDayOf(each, 1, 1))];
      return [...new Set(starts)].flatMap((value) =>
        value === undefined || value <= span.first ? [] : { label: `from ${formatDate(value)}`, value },
      );
    },
  },
};

/** The last release date in the trend. */
export const until: Choice<number | null, Settings<"untilEpochDay">> = {
  key: "until",
  reach: "densing.yaml",
  value: orNone(day),
  flag: {
    argument: "<date>",
    help: "last release date in the trend, YYYY-MM-DD",
    commands: "trend",
    no: { help: "no last date, whatever densing.yaml says", value: null },
  },
  paper: () => null,
  settle: (last) => ({ untilEpochDay: last ?? undefined }),
  of: ({ untilEpochDay }) => untilEpochDay ?? null,
  control: "window",
  menu: ({ analysis }) => {
    const ends = yearsWithin(analysis).flatMap((year) => epochDayOf(year - 1, 12, 31) ?? []);
    return [
      {
        title: "To",
        select: "one",
        entries: [
          ...daysWith(ends, analysis.settings.untilEpochDay).map((value) => ({
            label: formatDate(value),
            value,
          })),
          { label: "the last model", value: null },
        ],
      },
    ];
  },
  rows: {
    group: "Window",
    alternatives: ({ analysis }) => {
      const span = spanOf(analysis);
      if (span === undefined) return [];
      return span.years
        .flatMap((year) => epochDayOf(year - 1, 12, 31) ?? [])
        .filter((value) => value > span.first)
        .map((value) => ({ label: `to ${formatDate(value)}`, value }));
    },
  },
};

/** The dates of the models in the trend, and its last two turns of a year. */
function spanOf({ trend: { points } }: CollectionAnalysis) {
  const [first, last] = [points.at(0)?.epochDay, points.at(-1)?.epochDay];
  if (first === undefined || last === undefined) return undefined;
  return { first, last, years: yearsBetween(first, last).slice(-2) };
}

/** Years whose first day lies among the releases of models with a density, whatever is chosen. */
function yearsWithin({ models }: CollectionAnalysis): number[] {
  const days = models.flatMap(({ model, excluded }) =>
    model.releaseDate !== undefined && (excluded === undefined || excluded === "outside-window")
      ? [model.releaseDate.epochDay]
      : [],
  );
  const [first, last] = days.reduce(
    ([least, most], each) => [Math.min(least, each), Math.max(most, each)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return first > last ? [] : yearsBetween(first, last);
}

function yearsBetween(first: number, last: number): number[] {
  const { year } = partsOfEpochDay(first);
  return Array.from({ length: partsOfEpochDay(last).year - year }, (_, place) => year + 1 + place);
}

/** Ascending, the day chosen among them. */
export function daysWith(days: readonly number[], chosen: number | undefined): number[] {
  return [...new Set([...days, ...(chosen === undefined ? [] : [chosen])])].sort(
    (first, second) => first - second,
  );
}
