import { partsOfEpochDay } from "../../density/calendar.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";

/** How many of a year's cards are in the trend. */
export interface YearOfCards {
  readonly year: number;
  readonly members: number;
  /** All readable cards with a date in that year. */
  readonly cards: number;
}

/** Members over cards. */
export interface WhoIsMissing {
  /** From the first year with a member; in order. */
  readonly years: readonly YearOfCards[];
  /** The first year whose share of members is at most half of that of the year before. */
  readonly halvedIn: YearOfCards | undefined;
}

/** Whether the recent past is in the trend: cards without the scores of the basis drop out silently. */
export function whoIsMissing({ models }: CollectionAnalysis): WhoIsMissing {
  const byYear = new Map<number, { members: number; cards: number }>();
  for (const { model, excluded } of models) {
    if (model.releaseDate === undefined) continue;
    const { year } = partsOfEpochDay(model.releaseDate.epochDay);
    const counts = byYear.get(year) ?? { members: 0, cards: 0 };
    counts.cards += 1;
    if (excluded === undefined) counts.members += 1;
    byYear.set(year, counts);
  }
  const all = [...byYear]
    .map(([year, counts]) => ({ year, ...counts }))
    .sort((one, other) => one.year - other.year);
  const years = all.slice(all.findIndex(({ members }) => members > 0));
  if (years.every(({ members }) => members === 0)) return { years: all, halvedIn: undefined };
  const halvedIn = years.find((each, place) => {
    const before = years[place - 1];
    return before !== undefined && share(each) <= share(before) / 2;
  });
  return { years, halvedIn };
}

function share({ members, cards }: YearOfCards): number {
  return members / cards;
}
