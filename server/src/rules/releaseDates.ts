import { partsOfEpochDay } from "../density/calendar.ts";
import type { CardRule, CollectionRule, RuleFinding } from "./rule.ts";

/** The year of "Attention Is All You Need". */
const firstYear = 2017;
/** Where only a month is known, the 15th counts; the day may be this far from it. */
const monthSlackDays = 16;

/** A release date that has not come yet, or lies before the first transformer. */
export const releaseDatePlausible: CardRule = ({ model: { releaseDate } }, { today }) => {
  if (releaseDate === undefined) return [];
  if (releaseDate.epochDay - (releaseDate.precision === "month" ? monthSlackDays : 0) > today) {
    return [{ part: "release-date", subject: { kind: "date-future", date: releaseDate, today } }];
  }
  if (partsOfEpochDay(releaseDate.epochDay).year >= firstYear) return [];
  return [{ part: "release-date", subject: { kind: "date-early", date: releaseDate, firstYear } }];
};

/** A model cannot appear before the one it was made from; often the date is that of an evaluation. */
export const releasedBeforeParent: CollectionRule = (card, { parentsOf }) => {
  const { releaseDate, name, baseModels } = card.model;
  if (releaseDate === undefined || baseModels.length === 0) return [];
  return parentsOf(card).flatMap((other): readonly RuleFinding[] => {
    const parent = other?.model;
    if (parent?.releaseDate === undefined || parent.name === name) return [];
    const isMonth = [releaseDate, parent.releaseDate].some(({ precision }) => precision === "month");
    if (releaseDate.epochDay + (isMonth ? monthSlackDays : 0) >= parent.releaseDate.epochDay) return [];
    const facts = { date: releaseDate, parent: parent.name, parentDate: parent.releaseDate };
    return [{ part: "release-date", subject: { kind: "date-before-parent", ...facts } }];
  });
};
