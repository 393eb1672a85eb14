import type { Card } from "../cards/card.ts";
import type { SourceRange } from "../cards/finding.ts";
import { spaces, type WrongIndentation, wrongIndentation } from "../cards/indentation.ts";
import { syntaxTreeOf } from "../cards/syntaxTree.ts";
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
