import type { Card } from "../../cards/card.ts";
import { isoOfReleaseDate } from "../../density/calendar.ts";
import { modelSpelling } from "../../density/modelNames.ts";
import { dateOfAddress } from "../../rules/sources.ts";
import type { CardContext } from "../cardContext.ts";

/** A release date that something on the cards says, and what says it. */
export interface KnownDate {
  /** As cards write it. */
  readonly text: string;
  readonly origin: string;
}

/**
 * The release date of a card that states none: as another card of the model states it, else the one
 * date its sources carry. Today's date would be no fact.
 */
export function knownDateOf(context: CardContext, card: Card): KnownDate | undefined {
  const spelling = modelSpelling(card.name ?? "");
  const twin = context
    .cardsByName()
    .all.find(
      ({ model }) => model.releaseDate !== undefined && modelSpelling(model.name) === spelling,
    )?.model;
  if (twin?.releaseDate !== undefined) {
    return { text: isoOfReleaseDate(twin.releaseDate), origin: `as the card of ${twin.name} says` };
  }
  const dates = card.ranges.sources.flatMap(({ text }) => dateOfAddress(text) ?? []).map(isoOfReleaseDate);
  const [text, ...others] = new Set(dates);
  return text === undefined || others.length > 0 ? undefined : { text, origin: "the date of the source" };
}
