import type { Line } from "./cardLines.ts";
import { rangeOn } from "./cardLines.ts";
import type { Word } from "./place.ts";
import { closingQuote, isPlainStart, plainEnd, quoteAt } from "./scalarText.ts";

/**
 * The value or list entry that stands behind a colon, dash, comma or bracket, as a word to replace: all of
 * it, with its quotes.
 * @param column of the cursor, not before `markEnd`
 * @param markEnd behind the sign
 */
export function valueWord(line: Line, column: number, markEnd: number, isFlow: boolean): Word {
  const { text } = line;
  const start = markEnd + (/^\s*/.exec(text.slice(markEnd))?.[0].length ?? 0);
  const isComment = text.charAt(start) === "#" && start > 0 && /\s/.test(text.charAt(start - 1));
  const quote = isComment ? undefined : quoteAt(text, start);
  const close = quote && closingQuote(text, start, 0);
  const scalarEnd = close === undefined ? plainEnd(text, start, isFlow) : close + 1;
  const end = isComment ? start : scalarEnd;
  const from = Math.min(start, column);
  const isBehind = column > end || end === start;
  const to = isBehind ? column : end;
  const value = text.slice(start, Math.max(start, end));
  const closed = quote && close !== undefined ? 1 : 0;
  return {
    word: rangeOn(line, from, to),
    written: quote === undefined ? value : value.slice(1, value.length - closed),
    // The cursor before a quote is not in it.
    quote,
    before: column === from && from === markEnd && /[:,-]/.test(text.charAt(markEnd - 1)) ? " " : "",
    after: text.charAt(to) === "#" ? " " : "",
    isWritable:
      (quote !== undefined || end === start || isPlainStart(text.slice(start))) &&
      // Behind the value only blanks can be taken for a part of it.
      (column <= end || text.slice(end, column).trim() === ""),
  };
}
