import type { Quote } from "./place.ts";

const followsQuote = /[ \t]*(?:[,}\]:\r\n]|#|$)/y;

/**
 * Where a quoted text ends.
 * @param open offset of its first quote
 * @param indent lines that are not indented further are no part of it
 * @returns the offset of the closing quote; `undefined` when it was forgotten
 */
export function closingQuote(text: string, open: number, indent: number): number | undefined {
  const quote = text.charAt(open);
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\\" && quote === '"') at += 1;
    else if (sign === "\n") {
      const blanks = blanksAt(text, at + 1);
      const next = text.charAt(at + 1 + blanks);
      if (next !== "" && next !== "\n" && next !== "\r" && blanks <= indent) return undefined;
    } else if (sign === quote) {
      if (quote === "'" && text.charAt(at + 1) === quote) at += 1;
      else {
        followsQuote.lastIndex = at + 1;
        return followsQuote.test(text) ? at : undefined;
      }
    }
  }
  return undefined;
}

/** How many spaces stand at an offset. */
function blanksAt(text: string, offset: number): number {
  let end = offset;
  while (text.charAt(end) === " ") end += 1;
  return end - offset;
}

/** The quote at a column of a line, if one stands there. */
export function quoteAt(text: string, column: number): Quote | undefined {
  const sign = text.charAt(column);
  return sign === '"' || sign === "'" ? sign : undefined;
}

/**
 * Where a text without quotes ends on its line, blanks and comments behind it left off.
 * @param line up to where it ends at the latest
 */
export function plainEnd(line: string, start: number, isFlow: boolean): number {
  const rest = line.slice(start);
  const stop = (isFlow ? /[,[\]{}]|\s#|:\s/ : /\s#/).exec(rest)?.index ?? rest.length;
  return start + rest.slice(0, stop).trimEnd().length;
}

/** What an entry of a list says, without comment and quotes. */
export function entryText(entry: string): string {
  const text = withoutComments(entry).trim();
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

/** A piece of YAML without its comments. */
export function withoutComments(text: string): string {
  return text.replaceAll(/(?<=^|\s)#[^\n]*/g, "");
}

/** Whether a text can be the beginning of a key or value without quotes. */
export function isPlainStart(text: string): boolean {
  return !/^(?:[-?:](?:\s|$)|[,[\]{}#&*!|>%@`"'])/.test(text);
}
