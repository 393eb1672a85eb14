import { benchmarkById } from "../cards/vocabulary/benchmarkRegistry.ts";
import type { CardRule, CollectionRule, RuleFinding } from "./rule.ts";

/** Standard errors that luck can take away from chance. */
const errorsBelowChance = 3;
/** Two doublings ahead of everything known. */
const largestTimesFrontier = 4;
/** The first models of a collection have nothing to be compared with. */
const fewestBefore = 5;
/** Fewer equal scores can be a coincidence. */
const fewestCopies = 3;

/** A score below chance is a score of another scale, or of answers that could not be read. */
export const scoreBelowChance: CardRule = ({ model }) =>
  [...model.scores].flatMap(([id, scores]) => {
    const known = benchmarkById(id);
    const chance = known?.chancePercent;
    if (known === undefined || chance === undefined || chance === 0) return [];
    const share = chance / 100;
    const error = known.items === undefined ? 0.02 : Math.sqrt((share * (1 - share)) / known.items);
    const limit = chance - errorsBelowChance * error * 100;
    return scores.flatMap(({ percent, unitDoubted }, result): RuleFinding[] => {
      if (unitDoubted || percent >= limit) return [];
      const facts = { benchmark: id, percent, chancePercent: chance };
      return [{ part: { benchmark: id, result }, subject: { kind: "score-below-chance", ...facts } }];
    });
  });

/** A density far above everything of its time: contamination, other questions, or a slip of the pen. */
export const scoreAboveFrontier: CollectionRule = (card, { analysed, frontier }) => {
  const { releaseDate } = card.model;
  const { excluded, density } = analysed(card) ?? {};
  const result = density?.result;
  // Models that are not in the trend, such as instruct models, are on another scale.
  if (excluded !== undefined || releaseDate === undefined || result?.kind !== "density") return [];
  const until = frontier().until(releaseDate.epochDay, card.id);
  if (until === undefined || until.count < fewestBefore) return [];
  if (result.density / until.densest.density <= largestTimesFrontier) return [];
  const densest = { name: until.densest.name, density: until.densest.density };
  const facts = { density: result.density, epochDay: releaseDate.epochDay, densest };
  return [{ part: "name", subject: { kind: "score-above-frontier", ...facts } }];
};

/** The same number under every benchmark was filled in, not measured. */
export const scoreCopied: CardRule = ({ model }) => {
  const scores = [...model.scores].flatMap(([id, results]) =>
    results.map(({ percent }) => ({ id, percent })),
  );
  const [first] = scores;
  if (first === undefined || new Set(scores.map(({ id }) => id)).size < fewestCopies) return [];
  if (first.percent === 0 || scores.some(({ percent }) => percent !== first.percent)) return [];
  const facts = { count: scores.length, percent: first.percent };
  return [{ part: { benchmark: first.id, result: 0 }, subject: { kind: "score-copied", ...facts } }];
};
