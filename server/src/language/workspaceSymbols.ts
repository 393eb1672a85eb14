import { type SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import { modelSpelling } from "../density/modelNames.ts";
import type { CardsByName } from "../rules/modelNames.ts";
import { placeInFile } from "../rules/rule.ts";

/** More than this no list can show. */
const largestCount = 500;

/** Models of a collection whose names hold the letters asked for, in their order. */
export function modelSymbols(
  cards: CardsByName,
  query: string,
  uriOf: (path: string) => string,
): SymbolInformation[] {
  const letters = modelSpelling(query);
  return cards.all
    .filter(({ model }) => holdsInOrder(modelSpelling(model.name), letters))
    .slice(0, largestCount)
    .map(({ file, model, places, firstLine }) => ({
      name: model.name,
      kind: SymbolKind.Object,
      ...((model.family ?? model.organization) !== undefined && {
        containerName: model.family ?? model.organization ?? "",
      }),
      location: { uri: uriOf(file), range: placeInFile({ firstLine }, places.name) },
    }));
}

function holdsInOrder(name: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const found = name.indexOf(letter, from);
    if (found === -1) return false;
    from = found + letter.length;
  }
  return true;
}
