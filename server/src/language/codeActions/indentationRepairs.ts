import type { Card } from "../../cards/card.ts";
import type { SourceRange } from "../../cards/finding.ts";
import {
  columnOf,
  spaces,
  type WrongIndentation,
  wrongIndentation,
} from "../../cards/mistakes/indentation.ts";
import { findUnindented } from "../../cards/mistakes/unindented.ts";
import { knownKeys } from "../../cards/vocabulary/knownKeys.ts";
import type { MapEntry, Unindented } from "../../cards/yaml/cardTree.ts";
import { syntaxTreeOf } from "../../cards/yaml/syntaxTree.ts";
import type { Repair } from "./repair.ts";

/** Only the first error that nothing else explains has a finding; a hostile text may have thousands. */
const mostErrors = 50;

/** Indents a line like its neighbours; with it, as far as needed, the lines that are as wrong as it is. */
export function alignedLines(text: string, card: Card, { start }: SourceRange): Repair[] {
  const cardText = text.slice(card.range.start, card.range.end);
  const wrong = (syntaxTreeOf(text, card)?.errors ?? [])
    .slice(0, mostErrors)
    .map((error) => wrongIndentation(error, cardText))
    .find((one) => one !== undefined && card.range.start + one.range.start === start);
  if (wrong === undefined) return [];
  const { indent, wanted } = wrong;
  const removed = indent === 1 ? "space" : spaces(indent);
  const title = wanted === 0 ? `Remove the ${removed}` : `Indent by ${spaces(wanted)}`;
  const first = start - indent;
  return linesToMove(text.slice(first, card.range.end), wrong, card.range.start - first).map((lines) => ({
    title,
    ...moved(
      text,
      lines.map((line) => first + line),
      wanted - indent,
    ),
  }));
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

/**
 * Moves an entry of the card, with what is in it, out of the map it was written into. Only the last one of
 * that map: what stood below another would go along.
 */
export function entryOfCard(text: string, card: Card, { start }: SourceRange): Repair[] {
  const own = [...(card.tree?.entries.values() ?? [])];
  const margin = own.at(0)?.keyRange.start;
  const entry = own
    .flatMap(({ value }) =>
      value.kind === "map" && !value.isFlow ? [...value.entries.values()].slice(-1) : [],
    )
    .find(({ keyRange }) => card.range.start + keyRange.start === start);
  if (margin === undefined || entry === undefined || !knownKeys.card.includes(entry.key)) return [];
  const by = columnOf(card.range.start + margin, text) - columnOf(start, text);
  const lines = linesOf(text, card, { start: entry.keyRange.start, end: endOf(entry) });
  const isPossible = by < 0 && lines.every((line) => /^ *$/.test(text.slice(line, line - by)));
  return isPossible
    ? [{ title: `Move ${entry.key} to the start of the line`, ...moved(text, lines, by) }]
    : [];
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

/** Starts of the lines to move, in several ways; the least that puts the card right is meant. */
function linesToMove(
  text: string,
  { indent, wanted, until }: WrongIndentation,
  cardStart: number,
): number[][] {
  const lines = [...text.matchAll(/^( *)[^\s]/gm)].map((match) => ({
    start: match.index,
    indent: match[1]?.length ?? 0,
  }));
  const end = until === undefined ? undefined : lines.findIndex(({ start }) => start >= cardStart + until);
  if (end !== undefined) return [startsOf(lines.slice(0, end).filter((line) => line.indent >= indent))];
  const before = (isEnd: (line: { indent: number }) => boolean) => {
    const last = lines.findIndex((line, position) => position > 0 && isEnd(line));
    return last === -1 ? lines : lines.slice(0, last);
  };
  return [
    startsOf(lines.slice(0, 1)),
    startsOf(before((line) => line.indent <= indent)),
    startsOf(before((line) => line.indent < indent)),
    startsOf(
      before((line) => line.indent < Math.min(indent, wanted)).filter((line) => line.indent === indent),
    ),
  ];
}

function startsOf(lines: readonly { readonly start: number }[]): number[] {
  return lines.map(({ start }) => start);
}

/**
 * One replacement that moves lines to the right, or to the left.
 * @param lines where they start, in the order of the text
 */
export function moved(text: string, lines: readonly number[], by: number): SourceRange & { newText: string } {
  const start = lines[0] ?? 0;
  const end = (lines.at(-1) ?? start) + Math.max(0, -by);
  const pieces = lines.map((line, position) => {
    const rest = text.slice(line + Math.max(0, -by), lines[position + 1] ?? end);
    return " ".repeat(Math.max(0, by)) + rest;
  });
  return { start, end, newText: pieces.join("") };
}
