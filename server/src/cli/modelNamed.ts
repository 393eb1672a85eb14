import type { Collection } from "../collection/collection.ts";
import { CollectionError } from "../collection/loadCollection.ts";
import { namesMeant } from "../density/modelNames.ts";
import { nearestModelName, quoted } from "../text/suggestions.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";

/**
 * The one model of a name, in whatever spelling.
 * @throws CollectionError when no card has the name, or several have
 */
export function modelNamed(word: string, { models }: CollectionAnalysis): AnalysedModel {
  const names = namesMeant(
    word,
    models.map(({ model }) => model.name),
  );
  const [only, another] = models.filter(({ model }) => names.includes(model.name));
  if (only === undefined)
    throw new CollectionError(
      noModelNamed(
        word,
        models.map(({ model }) => model.name),
      ),
    );
  if (another !== undefined) throw new CollectionError(`More than one card is named "${quoted(word)}".`);
  return only;
}

/**
 * Refuses a model that a flag leaves out and no card has.
 * @throws CollectionError with the nearest name
 */
export function checkLeftOut(without: readonly string[], collection: Collection): void {
  const problem = leftOutProblems(without, collection)[0];
  if (problem !== undefined) throw new CollectionError(problem);
}

/** For each name that stands for no card, why leaving it out does nothing. */
export function leftOutProblems(without: readonly string[], collection: Collection): readonly string[] {
  if (without.length === 0) return [];
  const names = collection.cards().map(({ name }) => name);
  return without
    .filter((word) => namesMeant(word, names).length === 0)
    .map((word) => noModelNamed(word, names));
}

function noModelNamed(word: string, names: readonly string[]): string {
  const near = nearestModelName(word, names);
  return `There is no model "${quoted(word)}" in the collection.${near === undefined ? "" : ` Did you mean ${quoted(near)}?`}`;
}
