import { readReleaseDate } from "../cards/values/releaseDate.ts";
import { benchmarkById } from "../cards/vocabulary/benchmarkRegistry.ts";
import { partsOfEpochDay } from "../density/calendar.ts";
import type { CardRule, RuleFinding } from "./rule.ts";

/**
 * Benchmarks whose questions were public before the model was. Only a benchmark of the model's own
 * month or later cannot have been among its training data. Of a benchmark without a date in the
 * registry, or a mean of others, nothing is said.
 */
export const benchmarkBeforeModel: CardRule = ({ model: { releaseDate, scores } }) => {
  if (releaseDate === undefined) return [];
  return [...scores.keys()].flatMap((id): RuleFinding[] => {
    const known = benchmarkById(id);
    const published = readReleaseDate(known?.published ?? "");
    if (known?.source === undefined || published.kind === "problem") return [];
    const months = monthNumber(releaseDate.epochDay) - monthNumber(published.date.epochDay);
    if (months <= 0) return [];
    const facts = { benchmark: known.name, publishedDay: published.date.epochDay, source: known.source };
    return [
      {
        part: { benchmark: id },
        subject: { kind: "benchmark-before-model", ...facts, months, date: releaseDate },
      },
    ];
  });
};

function monthNumber(epochDay: number): number {
  const { year, month } = partsOfEpochDay(epochDay);
  return year * 12 + month;
}
