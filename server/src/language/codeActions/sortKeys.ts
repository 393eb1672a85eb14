import type { SourceRange } from "../../cards/finding.ts";
import { readCards } from "../../cards/readCards.ts";
import { knownKeys } from "../../cards/vocabulary/knownKeys.ts";
import { type MapNode, toPlain } from "../../cards/yaml/cardTree.ts";
import { lineBreakOf } from "../cardText.ts";

/** A piece of a card's text and what is written in its place. */
export interface Rewriting extends SourceRange {
  readonly newText: string;
}

/** An entry with the comments above it and the blank lines behind it. */
interface Block {
  readonly key: string;
  readonly text: string;
}

/**
 * The entries of a card in the order of the schema. No line is lost: comments stay above their entry,
 * blank lines behind theirs, and what stands behind the last entry stays at the end.
 * @param text of the card
 * @returns `undefined` when they are in order, share lines, or would say something else in that order,
 * as where an alias would come before its anchor
 */
export function sortedKeys(text: string, tree: MapNode): Rewriting | undefined {
  const entries = [...tree.entries.values()];
  if (tree.isFlow || !entries.every(({ keyRange }) => startsLine(text, keyRange.start))) return undefined;
  const starts = entries.map(({ keyRange }) => startWithComments(text, keyRange.start));
  const [start] = starts;
  const last = starts.at(-1);
  if (start === undefined || last === undefined) return undefined;
  // Blank lines at the end are part of a text that keeps them (`|+`), and go where it goes.
  return [endOfEntry(text, last), text.length]
    .map((end) => {
      const blocks = entries.map(({ key }, position) => ({
        key,
        text: text.slice(starts[position], starts[position + 1] ?? end),
      }));
      return { start, end, newText: inOrder(blocks, lineBreakOf(text)) };
    })
    .find((rewriting) => isChange(text, rewriting) && saysTheSame(text, tree, rewriting));
}

/** Whether nothing stands before a key on its line, the byte-order mark aside. */
function startsLine(text: string, keyStart: number): boolean {
  return /^\uFEFF?$/.test(text.slice(text.lastIndexOf("\n", keyStart - 1) + 1, keyStart));
}

/** Comments that speak of the file or the card, not of the entry below them. */
const commentOnCard = /^#\s*(?:yaml-language-server:|densing-ignore-card\s)/;

/** Comment lines directly above an entry belong to it. */
function startWithComments(text: string, start: number): number {
  let from = start;
  while (from > 0) {
    const previous = text.lastIndexOf("\n", from - 2) + 1;
    const line = text.slice(previous, from);
    if (!line.startsWith("#") || commentOnCard.test(line)) break;
    from = previous;
  }
  return from;
}

/** Lines that can stand behind the last entry: blank ones, comments at the margin, the end of the card. */
const afterContent = /^(?:[ \t]*|#[^\n]*|\.\.\.(?:[ \t][^\n]*)?)\r?$/;

/** Behind the last line that is content. */
function endOfEntry(text: string, start: number): number {
  let end = text.length;
  while (end > start) {
    const lineStart = text.lastIndexOf("\n", end - 2) + 1;
    if (!afterContent.test(text.slice(lineStart, end).replace(/\n$/, ""))) break;
    end = lineStart;
  }
  return end;
}

function inOrder(blocks: readonly Block[], lineBreak: string): string {
  const isLineOpen = !blocks.at(-1)?.text.endsWith("\n");
  const sorted = blocks
    .map(({ key, text }, position) => {
      const isLast = position === blocks.length - 1;
      return { place: placeOf(key), text: isLast && isLineOpen ? text + lineBreak : text };
    })
    .toSorted((one, other) => one.place - other.place)
    .map(({ text }) => text)
    .join("");
  return isLineOpen ? sorted.replace(/\r?\n$/, "") : sorted;
}

/** Keys that the format does not know keep their order behind the others. */
function placeOf(key: string): number {
  const place = knownKeys.card.indexOf(key);
  return place === -1 ? knownKeys.card.length : place;
}

function isChange(text: string, { start, end, newText }: Rewriting): boolean {
  return newText !== text.slice(start, end);
}

function saysTheSame(text: string, tree: MapNode, { start, end, newText }: Rewriting): boolean {
  const { cards } = readCards(text.slice(0, start) + newText + text.slice(end));
  const [card] = cards;
  return cards.length === 1 && card?.tree !== undefined && valuesOf(card.tree) === valuesOf(tree);
}

/** What a card says, whatever the order of its keys. */
function valuesOf({ entries }: MapNode): string {
  const values = [...entries.values()].map(({ key, value }) =>
    JSON.stringify([key, value.kind, toPlain(value)]),
  );
  return values.sort().join("\n");
}
