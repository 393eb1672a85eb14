import type { SourceRange } from "../../cards/finding.ts";
import { keysOn, levelsAbove, levelsAround } from "./blockLevels.ts";
import { type Line, partsOf } from "./cardLines.ts";
import { itemsOf, keyOfEntry, keysOf, type OpenBracket } from "./flowScan.ts";
import { keyWord } from "./keyWord.ts";
import { type CursorPlace, plainPlace, type Word } from "./place.ts";
import { withoutComments } from "./scalarText.ts";
import { valueWord } from "./valueWord.ts";

/** Behind quotes a colon needs no blank. */
const keyWithColon =
  /^\s*(?:"((?:[^"\\]|\\.)*)"\s*:|'((?:[^']|'')*)'\s*:|([^\s:"'{}[\],#][^:"'{}[\],]*):(?=[\s,}\]]|$))/;

/**
 * The place of an offset inside of brackets.
 * @param document the range of the YAML document
 */
export function flowPlace(
  text: string,
  offset: number,
  document: SourceRange,
  brackets: readonly OpenBracket[],
  lines: readonly Line[],
): CursorPlace | undefined {
  const inner = brackets.at(-1);
  const line = lines.findLast(({ start }) => start <= offset);
  if (inner === undefined || line === undefined) return undefined;
  const column = offset - line.start;
  const entryStart = document.start + inner.tokenStart;
  const markEnd = Math.max(entryStart - line.start, 0);
  // What stands of the entry on lines above: a key that waits for its value, or a comma was forgotten.
  const above = withoutComments(text.slice(entryStart, Math.max(entryStart, line.start))).trim();
  const keyAbove = above.endsWith(":") ? keyOfEntry(above) : undefined;
  const pair = keyAbove === undefined ? pairAt(line.text, markEnd, column) : { key: keyAbove, valueStart: 0 };
  const { path, indent } = aroundBrackets(document.start, brackets, lines);
  // Lines in brackets stand further right than what the brackets belong to.
  const pad = markEnd === 0 && column <= indent ? " ".repeat(indent + 2 - column) : "";
  const base = { ...plainPlace, path, isFlow: true };
  if (pair !== undefined) {
    const word = valueWord(line, column, pair.valueStart, true);
    const follows = whatFollows(text, word.word.end, document.end, inner);
    const isWritable = word.isWritable && (above === "") === (keyAbove === undefined) && follows !== "text";
    const after = follows === "entry" ? `,${word.after}` : word.after;
    return {
      ...base,
      ...word,
      kind: "value",
      path: [...path, pair.key],
      before: pad || word.before,
      after,
      isWritable,
    };
  }
  const isMap = inner.sign === "{";
  const word = isMap ? keyHere(line, column, markEnd) : valueWord(line, column, markEnd, true);
  const hasColon = isMap && /^[ \t]*:/.test(text.slice(word.word.end, word.word.end + 20));
  const follows = hasColon ? "nothing" : whatFollows(text, word.word.end, document.end, inner);
  const isCommaMissing = follows !== "nothing";
  // What a comma will part from the word is an entry of its own.
  const behind = isCommaMissing ? [inner.token.slice(word.word.end - entryStart)] : [];
  const entries = [...inner.entries, ...behind];
  // Quotes or brackets without a colon are the value of a key, and no entry.
  const isValueBehind = isMap && follows === "text" && /^\s*["'[{]/.test(behind.join(""));
  return {
    ...base,
    ...word,
    kind: isMap ? "key" : "item",
    siblings: keysOf(entries),
    items: isMap ? [] : itemsOf(entries),
    before: pad || word.before,
    after: isCommaMissing ? `,${word.after}` : word.after,
    isWritable: word.isWritable && above === "" && !isValueBehind,
    hasColon,
  };
}

/** The key whose value the cursor is in. */
function pairAt(
  line: string,
  markEnd: number,
  column: number,
): { readonly key: string; readonly valueStart: number } | undefined {
  // A colon right before the cursor ends a key although no blank follows it yet.
  const match = keyWithColon.exec(line.slice(markEnd)) ?? keyWithColon.exec(line.slice(markEnd, column));
  if (match === null || column < markEnd + match[0].length) return undefined;
  const [all, double, single, plain] = match;
  return { key: double ?? single ?? plain?.trimEnd() ?? "", valueStart: markEnd + all.length };
}

/** The key under the cursor; between blanks, none: the next word is the next entry. */
function keyHere(line: Line, column: number, markEnd: number): Word {
  const { text } = line;
  const start = markEnd + (/^\s*/.exec(text.slice(markEnd))?.[0].length ?? 0);
  const isBetween = start > column || /^[,}\]#]/.test(text.slice(start));
  const wordEnd = column + (/^[\w.+-]*/.exec(text.slice(column))?.[0].length ?? 0);
  const word = isBetween ? keyWord(line, column, column, column) : keyWord(line, column, start, wordEnd);
  // A word that goes on with other signs is no key yet.
  const isWhole =
    word.quote !== undefined || /^(?:$|[\s,}\]]|:(?!["'[{]))/.test(text.slice(word.word.end - line.start));
  // Without a word before it, a colon right before other signs begins a text.
  const isText = word.written === "" && word.quote === undefined && /^:[^\s,}\]]/.test(text.slice(column));
  const isWritable = word.isWritable && !isText && (isBetween || isWhole);
  return { ...word, isWritable, before: isBetween && text.charAt(column - 1) === "," ? " " : word.before };
}

/** Keys around the entries of the innermost bracket, and the column that its lines must be right of. */
function aroundBrackets(
  start: number,
  brackets: readonly OpenBracket[],
  lines: readonly Line[],
): { readonly path: readonly string[]; readonly indent: number } {
  const opened = start + (brackets[0]?.offset ?? 0);
  const index = lines.findLastIndex((line) => line.start <= opened);
  const line = lines[index];
  const before = line?.text.slice(0, opened - line.start) ?? "";
  const parts = partsOf(before);
  const dash = parts?.dashes[0];
  const column = parts?.column ?? before.length;
  // Without a key before the bracket, the map is that of the key above it.
  const levels = levelsAround(levelsAbove(lines, index), dash ?? column, dash !== undefined);
  const own = parts?.entry === undefined ? [] : [parts.entry.key];
  return {
    path: [...keysOn(levels), ...own, ...brackets.slice(1).flatMap(({ key }) => key ?? [])],
    indent: parts?.entry === undefined ? (dash ?? levels[0]?.column ?? -1) : column,
  };
}

/** What stands between a word and the comma or bracket behind it: nothing, an entry of its own, or words. */
function whatFollows(
  text: string,
  wordEnd: number,
  documentEnd: number,
  { isClosed }: OpenBracket,
): "nothing" | "entry" | "text" {
  const rest = text.slice(wordEnd, documentEnd);
  const [blank = ""] = /^(?:\s+|#[^\n]*)*/.exec(rest) ?? [];
  const next = rest.slice(blank.length, blank.length + 200);
  // What stands below a bracket that is not closed is no part of it.
  if (/^(?:$|[,}\]])/.test(next) || (!isClosed && blank.includes("\n"))) return "nothing";
  return /^[^,}\]\n]*?:(?:\s|$)|^["'][^"'\n]*["']\s*:/.test(next) ? "entry" : "text";
}
