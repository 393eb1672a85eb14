import type { CardDifference } from "../cards/findings/collectionSubjects.ts";
import type { Model } from "../density/model.ts";
import { type CollectionRule, placeInFile } from "./rule.ts";

/** Points that rounding and a rerun explain. */
const samePoints = 0.5;

/** Two cards of one model, written with different spellings or in two files, that contradict each other. */
export const cardsDisagree: CollectionRule = (card, { cardsOfModel }) => {
  for (const other of cardsOfModel(card)) {
    // Cards with one and the same name are an error already.
    if (other.model.name === card.model.name) continue;
    const [difference] = differences(card.model, other.model);
    if (difference === undefined) continue;
    const line = placeInFile(other, other.places.name).start.line + 1;
    const place = { file: other.file === card.file ? undefined : other.file, line };
    const { name } = other.model;
    return [{ part: "name", subject: { kind: "cards-disagree", name, other: place, difference } }];
  }
  return [];
};

/** What both state and state differently: this card's first. */
function* differences(own: Model, other: Model): Generator<CardDifference> {
  const [date, otherDate] = [own.releaseDate, other.releaseDate];
  if (date && otherDate && date.precision === otherDate.precision && date.epochDay !== otherDate.epochDay)
    yield { of: "release-date", own: date, other: otherDate };
  for (const of of ["total", "nonEmbedding", "active"] as const) {
    const [count, otherCount] = [own.parameters[of], other.parameters[of]];
    if (count === undefined || otherCount === undefined) continue;
    if (Math.abs(count / otherCount - 1) > 0.01) yield { of, own: count, other: otherCount };
  }
  for (const [benchmark, [score]] of own.scores) {
    const [otherScore] = other.scores.get(benchmark) ?? [];
    if (score === undefined || otherScore === undefined) continue;
    if (Math.abs(score.percent - otherScore.percent) > samePoints)
      yield { of: "score", benchmark, own: score.percent, other: otherScore.percent };
  }
}
