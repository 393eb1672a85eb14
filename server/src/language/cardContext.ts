import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Position, Range } from "vscode-languageserver-types";
import type { Card, CardFile } from "../cards/card.ts";
import type { SourceRange } from "../cards/finding.ts";
import type { FileSummary } from "../collection/cardSummary.ts";
import type { CardsByName } from "../rules/modelNames.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";

/** A card file as every editor feature sees it: the text, its one parse, and the collection it is in. */
export interface CardContext {
  readonly document: TextDocument;
  /** POSIX path in the collection. */
  readonly path: string;
  /** What is known of the file without its text: enough for findings and densities. */
  readonly summary: FileSummary;
  readonly file: CardFile;
  /** The collection with this version of the file in it. */
  readonly analysis: CollectionAnalysis;
  /** What `densing.yaml` of the collection says; `undefined` where there is none. */
  readonly settingsText?: () => string | undefined;
  /** All readable cards of the collection, by the names people call them. */
  readonly cardsByName: () => CardsByName;
  /** URI of a path in the collection. */
  readonly uriOf: (path: string) => string;
}

/** A range as editors count. */
export function editorRange({ document }: Pick<CardContext, "document">, { start, end }: SourceRange): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The card at a place of the text. */
export function cardAt(
  { document, file }: Pick<CardContext, "document" | "file">,
  position: Position,
): Card | undefined {
  const offset = document.offsetAt(position);
  return file.cards.find(({ range }) => offset >= range.start && offset <= range.end);
}

/** The densities and the place in the trend of a card; `undefined` when it could not be read. */
export function analysedCard({ path, analysis }: CardContext, card: Card): AnalysedModel | undefined {
  const id = `${path}#${card.index}`;
  return analysis.modelById(id);
}

/** Whether an offset lies in a range, its end included: the cursor after a word is still on it. */
export function isInside(offset: number, range: SourceRange | undefined): boolean {
  return range !== undefined && offset >= range.start && offset <= range.end;
}
