import type { SourceRange } from "../finding.ts";

const byteOrderMark = "\uFEFF";

/** Lines that carry no content: white space, comments, directives, `---` and `...`. */
const blankLine = /^\uFEFF?(?:%[^\n]*|(?:---|\.\.\.)?[ \t]*(?:(?<=^|[\uFEFF \t])#[^\n]*)?\r?)$/;

/**
 * Splits a text into cards. The definition of a card in a stream: it ends before a line that starts
 * with `---` followed by white space or nothing. YAML says the same inside block scalars, and does
 * not inside quotes; here an unclosed quote ends with its card too.
 *
 * Each range starts at the card's own `---`, if it has one. Documents without content are left out.
 */
export function splitStream(text: string): SourceRange[] {
  const ranges: SourceRange[] = [];
  let start = 0;
  for (;;) {
    const end = nextMarker(text, start);
    if (!isBlank(text, start, end)) ranges.push({ start, end });
    if (end === text.length) return ranges;
    start = end;
  }
}

/** Start of the first `---` line after the one at `from`; the text's length when there is none. */
function nextMarker(text: string, from: number): number {
  // The byte order mark is not part of the first line, so `---` may follow it.
  if (from === 0 && text.startsWith(`${byteOrderMark}---`) && isMarker(text, 1)) return 1;
  for (
    let lineEnd = text.indexOf("\n---", from);
    lineEnd !== -1;
    lineEnd = text.indexOf("\n---", lineEnd + 1)
  ) {
    if (isMarker(text, lineEnd + 1)) return lineEnd + 1;
  }
  return text.length;
}

function isMarker(text: string, offset: number): boolean {
  const after = text.charAt(offset + 3);
  return after === "" || after === "\n" || after === "\r" || after === " " || after === "\t";
}

/** Stops at the first line with content, so a card costs one line and only blanks are read to the end. */
function isBlank(text: string, start: number, end: number): boolean {
  for (let lineStart = start; lineStart < end; ) {
    const newline = text.indexOf("\n", lineStart);
    const lineEnd = newline === -1 || newline > end ? end : newline;
    if (!blankLine.test(text.slice(lineStart, lineEnd))) return false;
    lineStart = lineEnd + 1;
  }
  return true;
}

/**
 * The first line of a card that has content, without its white space: where a finding stands that
 * is about the card as a whole. Empty only in an empty text.
 */
export function firstContentLine(text: string): SourceRange {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (!blankLine.test(text.slice(start, end))) return withoutMargins(text, start, end);
    start = end + 1;
  }
  return { start: 0, end: 0 };
}

function withoutMargins(text: string, start: number, end: number): SourceRange {
  const margin = [" ", "\t", "\r", byteOrderMark];
  let first = start;
  let last = end;
  while (first < last && margin.includes(text.charAt(first))) first += 1;
  while (last > first && margin.includes(text.charAt(last - 1))) last -= 1;
  return { start: first, end: last };
}
