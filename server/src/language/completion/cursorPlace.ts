import type { SourceRange } from "../../cards/finding.ts";
import { blockPlace } from "./blockPlace.ts";
import { linesOf } from "./cardLines.ts";
import { flowPlace } from "./flowPlace.ts";
import { isAtMargin, scanFlow } from "./flowScan.ts";
import type { CursorPlace } from "./place.ts";

/**
 * Finds the place of an offset by indentation, brackets and quotes alone.
 * @param written text of the whole file
 */
export function cursorPlace(written: string, offset: number): CursorPlace | undefined {
  // To editors and to YAML a lone carriage return ends a line, too.
  const text = written.replaceAll(/\r(?!\n)/g, "\n");
  if (isMark(text, offset)) return undefined;
  const { start, end } = documentAround(text, offset);
  const flow = scanFlow(text.slice(start, end), offset - start);
  if (flow.isInComment || flow.isInLongQuote) return undefined;
  if (flow.brackets.length === 0 && flow.isBehindBrackets) return undefined;
  const lines = linesOf(text, start, end);
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const [outer] = flow.brackets;
  // A word at the margin starts an entry of the card: the bracket above was forgotten.
  const isForgotten =
    outer?.isClosed === false &&
    !isAtMargin(text, start + outer.offset) &&
    start + outer.offset < offset - line.length &&
    /^[\w-]*$/.test(line);
  return outer === undefined || isForgotten
    ? blockPlace(lines, offset)
    : flowPlace(text, offset, { start, end }, flow.brackets, lines);
}

/** Whether an offset is on a line that parts documents or instructs the parser. */
function isMark(text: string, offset: number): boolean {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return /^\uFEFF?(?:(?:---|\.\.\.)(?:\s|$)|%)/.test(text.slice(lineStart, lineStart + 5));
}

/** The YAML document around an offset: between lines that start with `---`. */
function documentAround(text: string, offset: number): SourceRange {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const marks = [...text.matchAll(/^\uFEFF?---(?=\s|$).*(?:\r?\n|$)/gm)];
  const before = marks.findLast(({ index }) => index < lineStart);
  const after = marks.find(({ index }) => index >= lineStart && index > 0);
  return {
    start: before === undefined ? 0 : before.index + before[0].length,
    end: after?.index ?? text.length,
  };
}
