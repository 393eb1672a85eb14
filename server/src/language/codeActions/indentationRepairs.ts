import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import { spaces } from "../../cards/findings/syntaxMessages.ts";
import { columnOf } from "../../cards/mistakes/indentation.ts";
import { findUnindented } from "../../cards/mistakes/unindented.ts";
import type { MapEntry, Unindented } from "../../cards/yaml/cardTree.ts";
import type { Repair } from "./repair.ts";

/**
 * Indents a line like its neighbours.
 * @param range of what stands on the line
 * @param indent spaces before it
 * @param wanted spaces before its neighbours
 */
export function alignedLine({ start }: SourceRange, indent: number, wanted: number): Repair[] {
  const title =
    wanted === 0 ? `Remove the ${indent === 1 ? "space" : spaces(indent)}` : `Indent by ${spaces(wanted)}`;
  const lineStart = start - indent;
  const surplus = Math.max(0, indent - wanted);
  const newText = " ".repeat(Math.max(0, wanted - indent));
  return [{ title, newText, start: lineStart, end: lineStart + surplus }];
}

/** Indents the entries that belong below a key, as those it holds or by two spaces. */
export function indentedEntries(text: string, card: Card, { start }: SourceRange): Repair[] {
  const found =
    card.tree && findUnindented(card.tree).find((one) => isFoundAt(start - card.range.start, one));
  if (found === undefined) return [];
  const { first, last, held } = found;
  const [neighbour] = held?.entries.values() ?? [];
  const column = ({ keyRange }: MapEntry) => columnOf(card.range.start + keyRange.start, text);
  const by = neighbour === undefined ? 2 : column(neighbour) - column(first);
  if (by <= 0) return [];
  const lines = linesOf(text, card, { start: first.keyRange.start, end: endOf(last) });
  const title =
    neighbour === undefined
      ? `Indent the lines below by ${spaces(by)}`
      : `Indent by ${spaces(column(neighbour))}`;
  return [{ title, ...moved(text, lines, by) }];
}

function isFoundAt(offset: number, { holder, first, held }: Unindented): boolean {
  return (held === undefined ? holder : first).keyRange.start === offset;
}

/** Moves an entry of the card that was written into a map, and stands on one line, to the start of its line. */
export function entryOfCard(text: string, { start, end }: SourceRange): Repair[] {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  if (!/^ +$/.test(text.slice(lineStart, start))) return [];
  const title = `Move ${text.slice(start, end)} to the start of the line`;
  return [{ title, newText: "", start: lineStart, end: start }];
}

/** Starts of the lines in a part of a card that have something on them. */
function linesOf(text: string, card: Card, { start, end }: SourceRange): number[] {
  const from = text.lastIndexOf("\n", card.range.start + start - 1) + 1;
  const part = text.slice(from, card.range.start + end);
  return [...part.matchAll(/^[ ]*\S/gm)].map(({ index }) => from + index);
}

/** Where an entry ends; the range of a map goes on over the blank lines and comments behind it. */
function endOf({ keyRange, value }: MapEntry): number {
  const last = value.kind === "map" && !value.isFlow ? [...value.entries.values()].at(-1) : undefined;
  return last === undefined ? Math.max(keyRange.end, value.range.end) : endOf(last);
}

/** One replacement that moves lines to the right. */
function moved(text: string, lines: readonly number[], by: number): SourceRange & { newText: string } {
  const start = lines[0] ?? 0;
  const end = lines.at(-1) ?? start;
  const newText = lines
    .map((line, position) => " ".repeat(by) + text.slice(line, lines[position + 1] ?? end))
    .join("");
  return { start, end, newText };
}
