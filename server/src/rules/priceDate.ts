import type { CardRule } from "./rule.ts";

/** Prices are announced with a model, at times some weeks before its weights. */
const slackDays = 31;

/** A price of a day before the model was there, or of one to come. */
export const priceDatePlausible: CardRule = ({ model: { price, releaseDate } }, { today }) => {
  if (price === undefined) return [];
  const { epochDay } = price;
  const part = "price-date";
  if (releaseDate !== undefined && epochDay < releaseDate.epochDay - slackDays)
    return [{ part, subject: { kind: "price-date", problem: "before-release", epochDay, releaseDate } }];
  // Without a date of its own the price is of the release date, which is judged already.
  if (epochDay <= today || epochDay === releaseDate?.epochDay) return [];
  return [{ part, subject: { kind: "price-date", problem: "future", epochDay, today } }];
};
