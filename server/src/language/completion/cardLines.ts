import type { SourceRange } from "../../cards/finding.ts";

/** One line of a text, without what ends it. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** What stands on a line of block YAML, as far as one line can tell. Places are columns. */
export interface LineParts {
  readonly indent: number;
  /** Dashes of lists, from left to right. */
  readonly dashes: readonly number[];
  /** Where the content starts, behind indentation and dashes. */
  readonly column: number;
  readonly entry: Entry | undefined;
}

/** A key with its colon. */
export interface Entry {
  readonly key: string;
  /** Behind the key and its quotes. */
  readonly keyEnd: number;
  /** Behind the colon. */
  readonly valueStart: number;
}

const keyWithColon = /^(?:"((?:[^"\\]|\\.)*)"[ \t]*|'((?:[^']|'')*)'[ \t]*|([^\s#:"'{}[\],][^:#]*)):(?=\s|$)/;

/** The lines between two offsets, the last one up to the second of them. */
export function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let from = start; from <= end; ) {
    const newline = text.indexOf("\n", from);
    const to = newline === -1 || newline >= end ? end : newline;
    // The byte-order mark stands before the first column.
    const first = from === 0 && text.startsWith("\uFEFF") ? 1 : from;
    lines.push({ start: first, text: text.slice(first, to).replace(/\r$/, "") });
    from = to + 1;
  }
  return lines;
}

/** Takes a line apart; `undefined` where nothing or only a comment stands on it. */
export function partsOf(text: string): LineParts | undefined {
  const [lead = "", blanks = ""] = /^(\s*)(?:-(?:[ \t]+|$))*/.exec(text) ?? [];
  const content = text.slice(lead.length);
  const dashes = [...lead.matchAll(/-/g)].map(({ index }) => index);
  if (dashes.length === 0 && (content === "" || content.startsWith("#"))) return undefined;
  return { indent: blanks.length, dashes, column: lead.length, entry: entryIn(text, lead.length) };
}

/** The key that starts at a column, if a colon follows it. */
export function entryIn(text: string, column: number): Entry | undefined {
  const match = keyWithColon.exec(text.slice(column));
  if (match === null) return undefined;
  const [all, double, single, plain] = match;
  return {
    key: double ?? single ?? plain?.trimEnd() ?? "",
    keyEnd: column + all.slice(0, -1).trimEnd().length,
    valueStart: column + all.length,
  };
}

/** Whether nothing but a comment, an anchor or a tag stands behind a colon or dash. */
export function isEmptyValue(rest: string): boolean {
  return /^\s*(?:[&!]\S*(?:\s+|$))*(?:#|$)/.test(rest);
}

/** The range of columns of a line, as offsets. */
export function rangeOn({ start }: Line, from: number, to: number): SourceRange {
  return { start: start + from, end: start + to };
}
