import type { Model } from "../density/model.ts";
import { formatReleaseDate } from "../text/dates.ts";
import { formatParameters, formatPercent } from "../text/numbers.ts";
import { benchmarkName } from "../wording/benchmarkNames.ts";
import { type CollectionRule, placeInFile, type RuleFinding } from "./rule.ts";

/** Points that rounding and a rerun explain. */
const samePoints = 0.5;

/** Two cards of one model, written with different spellings or in two files, that contradict each other. */
export const cardsDisagree: CollectionRule = (card, { cardsOfModel }) => {
  for (const other of cardsOfModel(card)) {
    // Cards with one and the same name are an error already.
    if (other.model.name === card.model.name) continue;
    const [difference] = differences(card.model, other.model);
    if (difference === undefined) continue;
    const place = `${other.file === card.file ? "line " : `${other.file}:`}${placeInFile(other, other.places.name).start.line + 1}`;
    const message = `${other.model.name} at ${place} is the same model and says otherwise: ${difference}. Keep one card, or give variants different names.`;
    return [{ code: "cards-disagree", about: "name", message } satisfies RuleFinding];
  }
  return [];
};

/** What both state and state differently: this card's first. */
function differences(own: Model, other: Model): string[] {
  const said: string[] = [];
  const [date, otherDate] = [own.releaseDate, other.releaseDate];
  if (date && otherDate && date.precision === otherDate.precision && date.epochDay !== otherDate.epochDay) {
    said.push(`released ${formatReleaseDate(date)} here, ${formatReleaseDate(otherDate)} there`);
  }
  for (const [key, words] of [
    ["total", "in total"],
    ["nonEmbedding", "non-embedding"],
    ["active", "active"],
  ] as const) {
    const [count, otherCount] = [own.parameters[key], other.parameters[key]];
    if (count === undefined || otherCount === undefined) continue;
    if (Math.abs(count / otherCount - 1) > 0.01) {
      said.push(`${formatParameters(count)} ${words} here, ${formatParameters(otherCount)} there`);
    }
  }
  for (const [id, [score]] of own.scores) {
    const [otherScore] = other.scores.get(id) ?? [];
    if (score === undefined || otherScore === undefined) continue;
    if (Math.abs(score.percent - otherScore.percent) > samePoints) {
      said.push(
        `${benchmarkName(id)} ${formatPercent(score.percent, 1)} here, ${formatPercent(otherScore.percent, 1)} there`,
      );
    }
  }
  return said;
}
