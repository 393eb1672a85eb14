import { TextDocument } from "vscode-languageserver-textdocument";
import type { LocatedFinding } from "../../server/src/cards/locatedFinding.ts";
import { readCards } from "../../server/src/cards/readCards.ts";
import { summariseCards, summariseFile } from "../../server/src/collection/cardSummary.ts";
import { checkFile } from "../../server/src/collection/checkCollection.ts";
import { Collection } from "../../server/src/collection/collection.ts";
import type { CardContext } from "../../server/src/language/cardContext.ts";
import type { SeverityChoices } from "../../server/src/rules/severities.ts";
import { defaultSettings } from "./collections.ts";

/** The day taken for today in tests: 16 Feb 2026. */
export const testToday = 20_500;

/** An open card document with what is found in it. */
export interface OpenedText {
  readonly context: CardContext;
  readonly collection: Collection;
  readonly findings: readonly LocatedFinding[];
}

/** Opens a text as an editor does, among other files of its collection. */
export function openText(
  text: string,
  others: Readonly<Record<string, string>> = {},
  path = "test.modelcard.yaml",
  severities: SeverityChoices = {},
): OpenedText {
  const collection = new Collection();
  const settings = defaultSettings();
  for (const [file, other] of Object.entries(others)) collection.setFile(summariseFile(file, other));
  const document = TextDocument.create(`file:///cards/${path}`, "yaml", 1, text);
  const file = readCards(text);
  const summary = summariseCards(path, file, document);
  collection.setFile(summary);
  return {
    context: {
      document,
      path,
      summary,
      file,
      analysis: collection.analyse(settings),
      cardsByName: () => collection.cardsByName(),
      uriOf: (other) => `file:///cards/${other}`,
    },
    collection,
    findings: checkFile(summary, collection, { severities, settings, today: testToday }),
  };
}
