import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { columnOf } from "../../cards/mistakes/indentation.ts";
import { levelBelow } from "../../cards/mistakes/levels.ts";
import type { MapEntry } from "../../cards/yaml/cardTree.ts";
import { takesFreeText } from "../../cards/yaml/freeText.ts";
import { pathTo } from "../../cards/yaml/pathTo.ts";
import { plainValue } from "../../cards/yaml/plainText.ts";
import { listed } from "../../text/sentences.ts";
import { lineBreakOf } from "../cardText.ts";
import { inQuotes } from "./quoteRepairs.ts";
import type { Repair } from "./repair.ts";

/** A key inside a line, with the blanks before it that become a line break. */
interface InnerKey extends SourceRange {
  readonly key: string;
  /** Spaces before it on a line of its own. */
  readonly column: number;
}

/**
 * A line with a second colon: two lines that have been joined, which are parted again before every key that
 * can stand there; or a text that needs quotes, where the key takes any text.
 * @param range from the value on
 */
export function partedLines(text: string, card: Card, { start }: SourceRange): Repair[] {
  const keys = card.tree && pathTo(card.tree, (entry) => isBefore(entry, text, card, start));
  const entry = keys?.at(-1);
  if (keys === undefined || entry === undefined) return [];
  const line = /[^\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  const value = plainValue(line, false);
  if (!/:(?:\s|$)/.test(value) || /^["'{[]/.test(value)) return [];
  const around = keys.slice(0, -1).map(({ key }) => key);
  const inner = innerKeys(text, value, start, card, entry, around);
  const map = levelBelow(around)?.name;
  const isText = map !== undefined && takesFreeText(map, entry.key);
  const newText = inQuotes(value);
  const quotes = { title: "Put the text in quotes", newText, start, end: start + value.length };
  return [
    ...(inner.length === 0 ? [] : [parted(text, inner)]),
    ...(isText ? [{ ...quotes, isGuess: inner.length > 0 }] : []),
  ];
}

/** Whether an entry could not be read, and its value starts at an offset. */
function isBefore({ keyRange, value }: MapEntry, text: string, { range }: Card, start: number): boolean {
  const between = text.slice(range.start + keyRange.end, start);
  return value.kind === "unreadable" && /^["']?\s*:\s+$/.test(between);
}

function parted(text: string, inner: readonly InnerKey[]): Repair {
  const start = inner[0]?.start ?? 0;
  const end = inner.at(-1)?.end ?? start;
  const pieces = inner.map((one, position) => {
    const between = text.slice(one.end, inner[position + 1]?.start ?? end);
    return lineBreakOf(text) + " ".repeat(one.column) + between;
  });
  const names = inner.map(({ key }) => key);
  const title =
    names.length === 1 ? `Start a new line before ${names[0]}` : `Start new lines before ${listed(names)}`;
  return { title, newText: pieces.join(""), start, end };
}

/** The keys in a value that can stand below its key, or beside it. */
function innerKeys(
  text: string,
  value: string,
  start: number,
  card: Card,
  { key, keyRange }: MapEntry,
  around: readonly string[],
): InnerKey[] {
  const beside = levelBelow(around);
  const below = levelBelow([...around, key]);
  const column = columnOf(card.range.start + keyRange.start, text);
  const gap = /[ \t]*$/.exec(text.slice(card.range.start + keyRange.end, start))?.[0].length ?? 0;
  const found = [...value.matchAll(/(?<![^\s])([^\s:#"'{}[\],]+):(?=\s|$)/g)];
  const startsBelow = below !== undefined && found[0]?.index === 0;
  return found.flatMap((match) => {
    const name = match[1] ?? "";
    const end = start + match.index;
    const blanks = match.index === 0 ? gap : (/[ \t]*$/.exec(value.slice(0, match.index))?.[0].length ?? 0);
    const isBelow = startsBelow && (match.index === 0 || below.isKey(name));
    if (isBelow) return [{ key: name, start: end - blanks, end, column: columnBelow(text, start, column) }];
    return beside?.isKey(name) === true ? [{ key: name, start: end - blanks, end, column }] : [];
  });
}

/** As the lines below that are further in already, or by two more. */
function columnBelow(text: string, start: number, column: number): number {
  const newline = text.indexOf("\n", start);
  const next = newline === -1 ? undefined : /^( *)[^\s#]/m.exec(text.slice(newline + 1))?.[1];
  return next !== undefined && next.length > column ? next.length : column + 2;
}
