import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from "vscode-languageserver-types";
import { placeInFile } from "../rules/rule.ts";
import { type CardContext, editorRange, isInside } from "./cardContext.ts";
import { mentionsOf, modelNamedAt } from "./modelMentions.ts";

/** From a base model to its card; on a card's own name, to itself. */
export function definitionAt(context: CardContext, position: Position): Location | null {
  const card = modelNamedAt(context, position)?.card;
  return card === undefined
    ? null
    : { uri: context.uriOf(card.file), range: placeInFile(card, card.places.name) };
}

/** The models made from the model under the cursor. */
export function referencesAt(
  context: CardContext,
  position: Position,
  includesDeclaration: boolean,
): Location[] {
  const card = modelNamedAt(context, position)?.card;
  if (card === undefined) return [];
  return mentionsOf(context, card)
    .filter(({ isDeclaration }) => includesDeclaration || !isDeclaration)
    .map(({ path, place }) => ({ uri: context.uriOf(path), range: place }));
}

/** The same model, or the same benchmark, elsewhere in the file. */
export function highlightsAt(context: CardContext, position: Position): DocumentHighlight[] {
  const card = modelNamedAt(context, position)?.card;
  if (card !== undefined) {
    return mentionsOf(context, card)
      .filter(({ path }) => path === context.path)
      .map(({ place, isDeclaration }) => ({
        range: place,
        kind: isDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
  }
  const offset = context.document.offsetAt(position);
  const keys = context.file.cards.flatMap(({ ranges }) => [...ranges.benchmarkKeys]);
  const id = keys.find(([, range]) => isInside(offset, range))?.[0];
  return keys
    .filter(([other]) => other === id)
    .map(([, range]) => ({ range: editorRange(context, range), kind: DocumentHighlightKind.Text }));
}
