import { partsOfEpochDay } from "../density/calendar.ts";
import { formatDate, formatReleaseDate } from "../text/dates.ts";
import type { CardRule, CollectionRule } from "./rule.ts";

/** The year of "Attention Is All You Need". */
const firstYear = 2017;
/** Where only a month is known, the 15th counts; the day may be this far from it. */
const monthSlackDays = 16;

/** A release date that has not come yet, or lies before the first transformer. */
export const releaseDatePlausible: CardRule = ({ model: { releaseDate } }, { today }) => {
  if (releaseDate === undefined) return [];
  const written = formatReleaseDate(releaseDate);
  if (releaseDate.epochDay - (releaseDate.precision === "month" ? monthSlackDays : 0) > today) {
    const message = `${written} lies after today, ${formatDate(today)}. A card is dated by the day its weights became public.`;
    return [{ code: "date-future", about: "release-date", message }];
  }
  if (partsOfEpochDay(releaseDate.epochDay).year >= firstYear) return [];
  const message = `${written} lies before ${firstYear}, the year of the first transformers. Write the day the weights became public.`;
  return [{ code: "date-early", about: "release-date", message }];
};

/** A model cannot appear before the one it was made from; often the date is that of an evaluation. */
export const releasedBeforeParent: CollectionRule = (card, { parentsOf }) => {
  const { releaseDate, name, baseModels } = card.model;
  if (releaseDate === undefined || baseModels.length === 0) return [];
  return parentsOf(card).flatMap((other) => {
    const parent = other?.model;
    if (parent?.releaseDate === undefined || parent.name === name) return [];
    const isMonth = [releaseDate, parent.releaseDate].some(({ precision }) => precision === "month");
    if (releaseDate.epochDay + (isMonth ? monthSlackDays : 0) >= parent.releaseDate.epochDay) return [];
    const message = `${formatReleaseDate(releaseDate)} lies before ${formatReleaseDate(parent.releaseDate)}, when its base model ${parent.name} appeared. One of the dates is wrong.`;
    return [{ code: "date-before-parent" as const, about: "release-date" as const, message }];
  });
};
