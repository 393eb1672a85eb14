import { epochDayOf, partsOfEpochDay } from "../../density/calendar.ts";
import { formatDate } from "../../text/dates.ts";
import { counted } from "../../text/numbers.ts";
import { fewestOnASide, paperBreakEpochDay } from "../../trend/fit/trendBreak.ts";
import { type ControlContext, type ControlGroup, optionOf } from "./controlContext.ts";

/** Which release dates count: all, or from and to a turn of a year or the day chosen otherwise. */
export function windowGroups(context: ControlContext): ControlGroup[] {
  const { sinceEpochDay, untilEpochDay } = context.analysis.settings;
  const years = yearsWithin(context);
  const starts = years.flatMap((year) => epochDayOf(year, 1, 1) ?? []);
  const ends = years.flatMap((year) => epochDayOf(year - 1, 12, 31) ?? []);
  return [
    {
      select: "one",
      options: [optionOf("all", { sinceEpochDay: null, untilEpochDay: null }, context, ["the paper’s"])],
    },
    {
      title: "From",
      select: "one",
      options: [
        optionOf("the first model", { sinceEpochDay: null }, context),
        ...daysWith(starts, sinceEpochDay).map((day) =>
          optionOf(formatDate(day), { sinceEpochDay: day }, context),
        ),
      ],
    },
    {
      title: "To",
      select: "one",
      options: [
        ...daysWith(ends, untilEpochDay).map((day) =>
          optionOf(formatDate(day), { untilEpochDay: day }, context),
        ),
        optionOf("the last model", { untilEpochDay: null }, context),
      ],
    },
  ];
}

/** Whether growth is compared before and after a day. */
export function breakGroups(context: ControlContext): ControlGroup[] {
  const { breakEpochDay } = context.analysis.settings;
  return [
    {
      select: "one",
      options: [
        optionOf("off", { breakEpochDay: null }, context),
        ...daysWith([paperBreakEpochDay], breakEpochDay).map((day) =>
          optionOf(formatDate(day), { breakEpochDay: day }, context, [
            day === paperBreakEpochDay ? "the release of ChatGPT" : undefined,
            fewModelsBeside(day, context),
          ]),
        ),
      ],
    },
  ];
}

/** Why a break at a day cannot be tested: "no model up to it", "2 models after it". */
function fewModelsBeside(day: number, { analysis }: ControlContext): string | undefined {
  const { points } = analysis.trend;
  const before = points.filter(({ epochDay }) => epochDay <= day).length;
  const after = points.length - before;
  const [count, where] = before < fewestOnASide ? [before, "up to it"] : [after, "after it"];
  if (count >= fewestOnASide) return undefined;
  return `${count === 0 ? "no model" : counted(count, "model")} ${where}`;
}

function daysWith(days: readonly number[], chosen: number | undefined): number[] {
  return [...new Set([...days, ...(chosen === undefined ? [] : [chosen])])].sort(
    (first, second) => first - second,
  );
}

/** Years whose first day lies among the releases of models with a density, whatever is chosen. */
function yearsWithin({ analysis }: ControlContext): number[] {
  const days = analysis.models.flatMap(({ model, excluded }) =>
    model.releaseDate !== undefined && (excluded === undefined || excluded === "outside-window")
      ? [model.releaseDate.epochDay]
      : [],
  );
  const [first, last] = days.reduce(
    ([least, most], day) => [Math.min(least, day), Math.max(most, day)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  if (first > last) return [];
  const { year } = partsOfEpochDay(first);
  return Array.from({ length: partsOfEpochDay(last).year - year }, (_, place) => year + 1 + place);
}
