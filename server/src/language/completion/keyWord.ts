import { type Line, rangeOn } from "./cardLines.ts";
import type { Word } from "./place.ts";
import { closingQuote, isPlainStart, quoteAt } from "./scalarText.ts";

/**
 * A key under the cursor, as a word to replace: all of it, with its quotes.
 * @param column of the cursor
 * @param start of the key
 * @param plainEnd where it ends if it has no quotes
 */
export function keyWord(line: Line, column: number, start: number, plainEnd: number): Word {
  const { text } = line;
  const quote = quoteAt(text, start);
  const close = quote && closingQuote(text, start, 0);
  const openEnd = start + (/^.[^:,}\]]*/.exec(text.slice(start))?.[0].trimEnd().length ?? 0);
  const quotedEnd = close === undefined ? openEnd : close + 1;
  const end = quote === undefined ? plainEnd : quotedEnd;
  const value = text.slice(start, end);
  const written = quote === undefined ? value : value.slice(1, close === undefined ? undefined : -1);
  const to = Math.max(end, column);
  return {
    word: rangeOn(line, start, to),
    written,
    quote,
    before: "",
    after: text.charAt(to) === "#" ? " " : "",
    isWritable:
      column >= start &&
      (quote !== undefined || (isPlainStart(value) && !/[:#"'{}[\],|>&*!]/.test(value))) &&
      text.slice(end, to).trim() === "",
  };
}
