import type { ReleaseDate } from "../../density/model.ts";

/** What is known of a model when a smaller one as able is looked for. */
export interface AbleModel {
  readonly name: string;
  readonly releaseDate: ReleaseDate;
  /** On the basis, in percent; `undefined` where models do not share one score. */
  readonly score: number | undefined;
  readonly actualParameters: number;
  readonly isRecord: boolean;
}

/** A later, smaller model that does nearly what an earlier, larger one does. */
export interface SameAbility<Model extends AbleModel> {
  readonly later: Model;
  readonly earlier: Model;
  /** The later one's score minus the earlier one's, in percentage points. */
  readonly differencePoints: number;
  /** The later one's size as a share of the earlier one's. */
  readonly shareOfSize: number;
  readonly daysBetween: number;
}

/** Scores no further apart than this count as the same ability. */
const mostPoints = 1;

/** A smaller share of the size than this is worth a headline. */
const largestShare = 0.5;

/**
 * The headline's pair: the latest record within one point of an earlier model of at least twice its
 * size; of several such models the largest, then the first in the order given. `undefined` when no
 * record has one.
 */
export function sameAbility<Model extends AbleModel>(
  models: readonly Model[],
): SameAbility<Model> | undefined {
  let best: SameAbility<Model> | undefined;
  for (const later of models) {
    if (!later.isRecord) continue;
    for (const earlier of models) {
      const pair = pairOf(later, earlier);
      if (pair !== undefined && (best === undefined || isBetter(pair, best))) best = pair;
    }
  }
  return best;
}

function pairOf<Model extends AbleModel>(later: Model, earlier: Model): SameAbility<Model> | undefined {
  if (later.score === undefined || earlier.score === undefined) return undefined;
  const differencePoints = later.score - earlier.score;
  const shareOfSize = later.actualParameters / earlier.actualParameters;
  const daysBetween = later.releaseDate.epochDay - earlier.releaseDate.epochDay;
  return Math.abs(differencePoints) <= mostPoints && shareOfSize <= largestShare && daysBetween > 0
    ? { later, earlier, differencePoints, shareOfSize, daysBetween }
    : undefined;
}

function isBetter<Model extends AbleModel>(pair: SameAbility<Model>, best: SameAbility<Model>): boolean {
  const days = pair.later.releaseDate.epochDay - best.later.releaseDate.epochDay;
  return days > 0 || (days === 0 && pair.earlier.actualParameters > best.earlier.actualParameters);
}
