import { TextDocument } from "vscode-languageserver-textdocument";
import type { Card, CardFile } from "../cards/card.ts";
import type { Finding, FindingCode, Severity, SourceRange } from "../cards/finding.ts";
import { readCards } from "../cards/readCards.ts";
import type { Model } from "../density/model.ts";

/** A place in a file; 0-based, in UTF-16 units, as the language server protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A finding that no longer needs the text it was found in. */
export interface LocatedFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
}

/** What is kept of a card when its text is closed: facts and places, no syntax tree. */
export interface CardSummary {
  /** Unique in the collection: file and position in the file. */
  readonly id: string;
  readonly file: string;
  /** The card's name, or where it stands when it has none. */
  readonly name: string;
  readonly model: Model | undefined;
  /** Where the name stands: what a click on the model opens, and what a finding on the model marks. */
  readonly nameStart: Position;
  readonly nameEnd: Position;
}

/** What is kept of a file. */
export interface FileSummary {
  readonly file: string;
  readonly cards: readonly CardSummary[];
  readonly findings: readonly LocatedFinding[];
}

/** Reads a file's text and keeps only what the collection needs. */
export function summariseFile(file: string, text: string): FileSummary {
  return summariseCards(file, readCards(text), TextDocument.create(file, "yaml", 0, text));
}

/** Keeps only what the collection needs of a file that was read. */
export function summariseCards(
  file: string,
  { cards, findings }: CardFile,
  positions: TextDocument,
): FileSummary {
  return {
    file,
    cards: cards.map((card) => summariseCard(file, card, positions)),
    findings: [...findings, ...cards.flatMap((card) => card.findings)]
      .sort((first, second) => first.range.start - second.range.start)
      .map((finding) => locate(finding, positions)),
  };
}

function summariseCard(file: string, card: Card, positions: TextDocument): CardSummary {
  const nameStart = positions.positionAt(card.ranges.name.start);
  return {
    id: `${file}#${card.index}`,
    file,
    name: card.name ?? `${file}:${nameStart.line + 1}`,
    model: card.model,
    nameStart,
    nameEnd: positions.positionAt(card.ranges.name.end),
  };
}

function locate({ code, severity, message, range }: Finding, positions: TextDocument): LocatedFinding {
  return { code, severity, message, ...locateRange(range, positions) };
}

function locateRange(range: SourceRange, positions: TextDocument): { start: Position; end: Position } {
  return { start: positions.positionAt(range.start), end: positions.positionAt(range.end) };
}
