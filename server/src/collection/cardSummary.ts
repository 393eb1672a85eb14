import { TextDocument } from "vscode-languageserver-textdocument";
import type { Card, CardFile } from "../cards/card.ts";
import type { Finding, SourceRange } from "../cards/finding.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import type { Place, Position } from "../cards/place.ts";
import { readCards } from "../cards/readCards.ts";
import type { MapNode, TreeNode } from "../cards/yaml/cardTree.ts";
import type { Model } from "../density/model.ts";
import type { CardPlaces } from "../rules/rule.ts";
import { readSuppressions, type Suppression } from "../rules/suppressionComments.ts";

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
  /** 0-based line of the file that the card starts on. */
  readonly firstLine: number;
  /** Where the parts stand that rules speak about, from the card's first line on. */
  readonly places: CardPlaces;
}

/** What is kept of a file. */
export interface FileSummary {
  readonly file: string;
  readonly cards: readonly CardSummary[];
  readonly findings: readonly LocatedFinding[];
  /** Comments that take findings back. */
  readonly suppressions: readonly Suppression[];
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
    suppressions: readSuppressions(positions.getText(), {
      linesOfCards: () =>
        cards.map(({ range }) => ({
          first: positions.positionAt(range.start).line,
          last: positions.positionAt(Math.max(range.start, range.end - 1)).line,
        })),
      isInText: (offset) => cards.some(({ tree, range }) => isInScalar(tree, offset - range.start)),
    }),
  };
}

/** Whether an offset in a card lies in one of its texts. */
function isInScalar(node: TreeNode | undefined, offset: number): boolean {
  if (node === undefined || offset < node.range.start || offset >= node.range.end) return false;
  if (node.kind === "map") return [...node.entries.values()].some(({ value }) => isInScalar(value, offset));
  return node.kind === "list" ? node.items.some((item) => isInScalar(item, offset)) : node.kind === "scalar";
}

/** Summaries of cards that an edit left where they are. */
const knownSummaries = new WeakMap<Card, CardSummary>();

function summariseCard(file: string, card: Card, positions: TextDocument): CardSummary {
  const firstLine = positions.positionAt(card.range.start).line;
  const known = knownSummaries.get(card);
  if (known?.file === file && known.firstLine === firstLine) return known;
  const nameStart = positions.positionAt(card.ranges.name.start);
  const summary: CardSummary = {
    id: `${file}#${card.index}`,
    file,
    name: card.name ?? `${file}:${nameStart.line + 1}`,
    model: card.model,
    nameStart,
    nameEnd: positions.positionAt(card.ranges.name.end),
    firstLine,
    places: placesOf(card, positions),
  };
  knownSummaries.set(card, summary);
  return summary;
}

/** Places of cards by their trees, which outlive edits of other cards. */
const knownPlaces = new WeakMap<MapNode, CardPlaces>();

function placesOf(card: Card, positions: TextDocument): CardPlaces {
  const known = card.tree && knownPlaces.get(card.tree);
  if (known !== undefined) return known;
  const places = locateParts(card, positions);
  if (card.tree !== undefined) knownPlaces.set(card.tree, places);
  return places;
}

function locateParts({ range: { start: cardStart }, ranges }: Card, positions: TextDocument): CardPlaces {
  const firstLine = positions.positionAt(cardStart).line;
  const locate = (range: SourceRange): Place => {
    const { start, end } = locateRange(range, positions);
    return {
      start: { line: start.line - firstLine, character: start.character },
      end: { line: end.line - firstLine, character: end.character },
    };
  };
  const optional = (range: SourceRange | undefined) => range && locate(range);
  return {
    name: locate(ranges.name),
    releaseDate: optional(ranges.releaseDate),
    parameters: optional(ranges.parametersKey),
    kind: optional(ranges.kind),
    checkpointOf: optional(ranges.checkpointOf),
    priceDate: optional(ranges.priceDate),
    quantization: optional(ranges.quantization),
    baseModels: ranges.baseModels.map(locate),
    sources: ranges.sources.map(({ text, range }) => ({ text, place: locate(range) })),
    evaluations: ranges.evaluationDates.map(({ text, range }) => ({ text, place: locate(range) })),
    benchmarkKeys: new Map([...ranges.benchmarkKeys].map(([id, range]) => [id, locate(range)])),
    scores: new Map([...ranges.scores].map(([id, list]) => [id, list.map(locate)])),
  };
}

function locate(
  { code, severity, subject, message, range, fixes }: Finding,
  positions: TextDocument,
): LocatedFinding {
  return {
    code,
    severity,
    subject,
    message,
    ...locateRange(range, positions),
    ...(fixes && {
      fixes: fixes.map(({ range: place, ...fix }) => ({ ...fix, ...locateRange(place, positions) })),
    }),
  };
}

function locateRange(range: SourceRange, positions: TextDocument): Place {
  return { start: positions.positionAt(range.start), end: positions.positionAt(range.end) };
}
