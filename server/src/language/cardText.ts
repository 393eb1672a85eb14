import { isMap, isPair, isScalar, type Pair, visit } from "yaml";
import type { Card } from "../cards/card.ts";
import type { SourceRange } from "../cards/finding.ts";
import { syntaxTreeOf } from "../cards/syntaxTree.ts";
import type { CardContext } from "./cardContext.ts";

/** Where a new entry can be written into the map at the top of a card. */
export interface EntryPlace {
  /** Offset in the file. */
  readonly offset: number;
  /** What follows the entry, to part it from the next. */
  readonly after: string;
}

/** The line break a text uses. */
export function lineBreakOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/**
 * A place before one of a card's own keys.
 * @param wanted keys in order of preference; the first that the card has counts, else its first key
 */
export function placeBefore(
  { document }: CardContext,
  card: Card,
  wanted: readonly string[],
): EntryPlace | undefined {
  const entries = card.tree?.entries;
  const [firstKey] = entries?.keys() ?? [];
  const key = wanted.find((name) => entries?.has(name)) ?? firstKey;
  const entry = key === undefined ? undefined : entries?.get(key);
  if (entry === undefined || card.tree === undefined) return undefined;
  const offset = card.range.start + entry.keyRange.start;
  if (card.tree.isFlow) return { offset, after: ", " };
  const text = document.getText();
  const indent = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  return /^ *$/.test(indent) ? { offset, after: lineBreakOf(text) + indent } : undefined;
}

/**
 * Text to delete so that an entry of a block map is gone and every comment stays.
 * @param keyStart offset of its key in the file
 * @returns `undefined` when the entry shares its lines, or holds an anchor that may be used elsewhere
 */
export function entryRemoval(
  { document }: CardContext,
  card: Card,
  keyStart: number,
): SourceRange | undefined {
  const pair = pairAt(document.getText(), card, keyStart - card.range.start);
  if (pair === undefined) return undefined;
  const text = document.getText();
  const end = card.range.start + endOf(pair);
  const lineStart = text.lastIndexOf("\n", keyStart - 1) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline === -1 ? text.length : newline;
  const removed = text.slice(lineStart, lineEnd);
  const isAlone = text.slice(lineStart, keyStart).trim() === "" && text.slice(end, lineEnd).trim() === "";
  if (!isAlone || /(?:^|\s)[&#]/.test(removed)) return undefined;
  return { start: lineStart, end: Math.min(lineEnd + 1, card.range.end) };
}

/** The entry of a block map with others beside it, whose key starts at an offset in its card. */
function pairAt(text: string, card: Card, keyStart: number): Pair | undefined {
  let found: Pair | undefined;
  const tree = syntaxTreeOf(text, card);
  if (tree === undefined) return undefined;
  visit(tree, {
    Map: (_, map) => {
      const pair = map.items.find(({ key }) => isScalar(key) && key.range?.[0] === keyStart);
      if (pair === undefined) return undefined;
      if (map.flow !== true && map.items.length > 1) found = pair;
      return visit.BREAK;
    },
  });
  return found;
}

function endOf(pair: Pair): number {
  const key = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
  const { value } = pair;
  if (value === null || typeof value !== "object") return key + 1;
  const { range } = value as { range?: readonly number[] | null };
  return Math.max(key + 1, lastContent(value) ?? range?.[1] ?? 0);
}

/** Where a map ends; its own range goes on over the blank lines behind it. */
function lastContent(node: unknown): number | undefined {
  if (!isMap(node) || node.flow === true) return undefined;
  const last = node.items.at(-1);
  return isPair(last) ? endOf(last) : undefined;
}
