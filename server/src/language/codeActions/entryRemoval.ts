import { isMap, isPair, isScalar, type Pair, visit, type YAMLMap } from "yaml";
import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { syntaxTreeOf } from "../../cards/yaml/syntaxTree.ts";
import { suppressionWord } from "../../rules/suppressionComments.ts";
import type { CardContext } from "../cardContext.ts";
import type { Repair } from "./repair.ts";

/** An entry of a map in the file. */
export interface PlacedEntry {
  readonly key: string;
  readonly keyStart: number;
  /** The text of its value, without a comment behind it. */
  readonly valueText: string;
}

/**
 * Deletes an entry of a map, with the comma in braces; every comment stays.
 * @param keyStart offset of its key in the file
 * @returns none when nothing else is in the map, when the entry shares its lines with others, or holds an
 * anchor that may be used elsewhere
 */
export function entryRemoval(context: CardContext, card: Card, keyStart: number, title: string): Repair[] {
  const range = textToDelete(context, card, keyStart);
  return range === undefined ? [] : [{ ...range, title, newText: "" }];
}

function textToDelete({ document }: CardContext, card: Card, keyStart: number): SourceRange | undefined {
  const text = document.getText();
  const map = mapAt(text, card, keyStart - card.range.start);
  if (map === undefined || map.items.length < 2) return undefined;
  const range = map.flow === true ? inBraces(text, card, map, keyStart) : inLines(text, card, map, keyStart);
  if (range === undefined) return undefined;
  return /(?:^|[\s,{])[&#]/.test(text.slice(range.start, range.end)) ? undefined : range;
}

/** The entries of the map that has a key at an offset in the file, in the order of the text. */
export function entriesBeside({ document }: CardContext, card: Card, keyStart: number): PlacedEntry[] {
  const text = document.getText();
  const items = mapAt(text, card, keyStart - card.range.start)?.items ?? [];
  return items.flatMap((pair) => {
    if (!isScalar(pair.key) || !pair.key.range) return [];
    const [start, end] = pair.key.range;
    const value = text.slice(card.range.start + end, card.range.start + endOf(pair));
    return [
      {
        key: String(pair.key.value),
        keyStart: card.range.start + start,
        valueText: value.replace(/^\s*:\s*/, "").trimEnd(),
      },
    ];
  });
}

/** The entry's lines; a comment behind it stays, on a line of its own. */
function inLines(text: string, card: Card, map: YAMLMap, keyStart: number): SourceRange | undefined {
  const pair = pairAt(map, keyStart - card.range.start);
  if (pair === undefined) return undefined;
  const end = card.range.start + endOf(pair);
  const lineStart = text.lastIndexOf("\n", keyStart - 1) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline === -1 ? text.length : newline;
  if (text.slice(lineStart, keyStart).trim() !== "") return undefined;
  const behind = text.slice(end, lineEnd);
  if (behind.trim() === "") return { start: lineStart, end: Math.min(lineEnd + 1, card.range.end) };
  // On a line of its own a suppression would be about the next line.
  if (!/^\s+#/.test(behind) || suppressionWord.test(behind)) return undefined;
  return { start: keyStart, end: end + behind.indexOf("#") };
}

/** The entry and the comma that parts it from the next, or from the one before if it is the last. */
function inBraces(text: string, card: Card, map: YAMLMap, keyStart: number): SourceRange | undefined {
  const position = map.items.findIndex((pair) => startOf(pair) === keyStart - card.range.start);
  const pair = map.items[position];
  const next = map.items[position + 1];
  const previous = map.items[position - 1];
  if (pair === undefined) return undefined;
  const range =
    next === undefined && previous !== undefined
      ? { start: endOf(previous), end: endOf(pair) }
      : { start: startOf(pair), end: next && startOf(next) };
  if (range.start === undefined || range.end === undefined) return undefined;
  const removed = { start: card.range.start + range.start, end: card.range.start + range.end };
  return text.slice(removed.start, removed.end).includes(",") ? removed : undefined;
}

/** The map that has a key at an offset in its card. */
function mapAt(text: string, card: Card, keyStart: number): YAMLMap | undefined {
  const tree = syntaxTreeOf(text, card);
  if (tree === undefined) return undefined;
  let found: YAMLMap | undefined;
  visit(tree, {
    Map: (_, map) => {
      if (pairAt(map, keyStart) === undefined) return undefined;
      found = map;
      return visit.BREAK;
    },
  });
  return found;
}

function pairAt({ items }: YAMLMap, keyStart: number): Pair | undefined {
  return items.find((pair) => startOf(pair) === keyStart);
}

function startOf({ key }: Pair): number | undefined {
  return isScalar(key) ? key.range?.[0] : undefined;
}

function endOf(pair: Pair): number {
  const key = isScalar(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
  const { value } = pair;
  // YAML puts an empty value behind the comment that follows it.
  if (value === null || typeof value !== "object" || (isScalar(value) && value.source === "")) return key + 1;
  const { range } = value as { range?: readonly number[] | null };
  return Math.max(key + 1, lastContent(value) ?? range?.[1] ?? 0);
}

/** Where a map ends; its own range goes on over the blank lines behind it. */
function lastContent(node: unknown): number | undefined {
  if (!isMap(node) || node.flow === true) return undefined;
  const last = node.items.at(-1);
  return isPair(last) ? endOf(last) : undefined;
}
