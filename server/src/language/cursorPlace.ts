import type { SourceRange } from "../cards/finding.ts";
import { type FlowScan, scanFlow } from "./flowScan.ts";

/** Where the cursor is in a card that is being written: found in the text, since its YAML is broken. */
export interface CursorPlace {
  /** A key, the value behind a key, or an entry of a list. */
  readonly kind: "key" | "value" | "item";
  /** Of a key: the map it stands in. Of a value or entry: the key it belongs to. */
  readonly path: readonly string[];
  /** The word under the cursor, which an answer replaces. */
  readonly word: SourceRange;
  /** Keys that the map has already. */
  readonly siblings: ReadonlySet<string>;
  readonly isFlow: boolean;
  /** Whether a colon follows the word already. */
  readonly hasColon: boolean;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

const entryLine = /^(\s*(?:- +)*)(?:"([^"]*)"|'([^']*)'|([^\s#:"'{}[\],][^:#]*?))\s*:(?=\s|$)/;

/**
 * Finds the place of an offset by indentation and brackets alone.
 * @param text of the whole file
 */
export function cursorPlace(text: string, offset: number): CursorPlace | undefined {
  const { start, end } = documentAround(text, offset);
  const flow = scanFlow(text.slice(start, offset));
  if (flow.isInComment) return undefined;
  const lines = linesOf(text, start, end);
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const opened = start + (flow.brackets[0]?.offset ?? 0);
  // A word at the margin starts an entry of the card: the bracket above was forgotten.
  const isAtMargin = opened < offset - line.length && /^[\w-]*$/.test(line);
  const place =
    flow.brackets.length > 0 && !isAtMargin
      ? flowPlace(text, offset, start, flow, lines)
      : blockPlace(text, offset, lines);
  // A text that goes on from the line above has no beginning that could be completed here.
  return place && text.slice(place.word.start, offset).includes("\n") ? undefined : place;
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

function linesOf(text: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let from = start; from <= end; ) {
    const newline = text.indexOf("\n", from);
    const to = newline === -1 || newline >= end ? end : newline;
    // The byte-order mark stands before the first column.
    const first = text.startsWith("\uFEFF", from) ? from + 1 : from;
    lines.push({ start: first, text: text.slice(first, to).replace(/\r$/, "") });
    from = to + 1;
  }
  return lines;
}

function blockPlace(text: string, offset: number, lines: readonly Line[]): CursorPlace | undefined {
  const index = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[index];
  if (line === undefined) return undefined;
  const before = line.text.slice(0, offset - line.start);
  const match = entryLine.exec(before);
  if (match !== null) {
    const key = keyOf(match);
    const column = match[1]?.length ?? 0;
    const path = [...ancestors(lines, index, column), key];
    return {
      kind: "value",
      path,
      ...valueWord(text, offset, line.start + match[0].length),
      siblings: new Set(),
      isFlow: false,
      hasColon: false,
    };
  }
  const [lead = ""] = /^\s*(?:- +)*/.exec(before) ?? [];
  if (/[:"'|>&*!]/.test(before.slice(lead.length))) return undefined;
  const path = ancestors(lines, index, lead.length);
  const isItem = /-\s+$/.test(lead);
  const word = { start: line.start + lead.length, end: wordEnd(text, offset) };
  return {
    kind: isItem ? "item" : "key",
    path,
    word,
    siblings: siblingsAt(lines, index, lead.length),
    isFlow: false,
    hasColon: /^[ \t]*:/.test(text.slice(word.end, word.end + 20)),
  };
}

function flowPlace(
  text: string,
  offset: number,
  start: number,
  { brackets }: FlowScan,
  lines: readonly Line[],
): CursorPlace | undefined {
  const [outer] = brackets;
  const inner = brackets.at(-1);
  if (outer === undefined || inner === undefined) return undefined;
  const opened = start + outer.offset;
  const index = lines.findLastIndex((line) => line.start <= opened);
  const line = lines[index];
  const before = line?.text.slice(0, opened - line.start) ?? "";
  const match = entryLine.exec(before);
  // Without a key before the bracket, the map is that of the key above it.
  const column = match?.[1]?.length ?? before.length;
  const base = [...ancestors(lines, index, column), ...(match === null ? [] : [keyOf(match)])];
  const path = [...base, ...brackets.slice(1).flatMap(({ key }) => key ?? [])];
  // A line break inside an entry is more often a forgotten comma than a long value.
  const tokenStart = Math.max(start + inner.tokenStart, text.lastIndexOf("\n", offset - 1) + 1);
  const token = text.slice(tokenStart, offset);
  const colon = /^\s*(?:"([^"]*)"|'([^']*)'|([^\s:"'][^:]*?))\s*:(?=\s)/.exec(token);
  if (inner.sign === "{" && colon !== null) {
    const key = colon[1] ?? colon[2] ?? colon[3] ?? "";
    const from = tokenStart + colon[0].length;
    return {
      kind: "value",
      path: [...path, key],
      ...valueWord(text, offset, from),
      siblings: new Set(),
      isFlow: true,
      hasColon: false,
    };
  }
  const blank = /^\s*/.exec(token)?.[0].length ?? 0;
  const word = { start: tokenStart + blank, end: wordEnd(text, offset) };
  return {
    kind: inner.sign === "{" ? "key" : "item",
    path,
    word,
    siblings: new Set([...inner.keys, ...keysBehind(text.slice(offset, offset + 2000))]),
    isFlow: true,
    hasColon: /^[ \t]*:/.test(text.slice(word.end, word.end + 20)),
  };
}

/** Keys between the cursor and the bracket that closes its map. */
function keysBehind(text: string): string[] {
  const end = /[}\n]/.exec(text)?.index ?? text.length;
  return [...text.slice(0, end).matchAll(/,\s*([\w.-]+)\s*:/g)].map(([, key = ""]) => key);
}

function valueWord(text: string, offset: number, from: number): { word: SourceRange } {
  const blank = /^\s*/.exec(text.slice(from, offset))?.[0].length ?? 0;
  return { word: { start: from + blank, end: Math.max(from + blank, wordEnd(text, offset)) } };
}

/** The end of the word the cursor is in. */
function wordEnd(text: string, offset: number): number {
  return offset + (/^[\w.+-]*/.exec(text.slice(offset, offset + 200))?.[0].length ?? 0);
}

function keyOf([, , double, single, plain]: RegExpExecArray): string {
  return double ?? single ?? plain ?? "";
}

/** Keys of the maps around a column, outermost first. */
function ancestors(lines: readonly Line[], index: number, column: number): string[] {
  const keys: string[] = [];
  let limit = column;
  // A dash may stand as far left as the key of its list.
  let isInList = /^\s*-\s/.test(lines[index]?.text ?? "");
  if (isInList) limit = dashColumn(lines[index]?.text ?? "") + 1;
  for (let above = index - 1; above >= 0 && limit > 0; above -= 1) {
    const text = lines[above]?.text ?? "";
    if (/^\s*(?:#|$)/.test(text)) continue;
    const match = entryLine.exec(text);
    const keyColumn = match?.[1]?.length ?? indentOf(text);
    if (keyColumn >= limit) continue;
    const startsWithDash = /^\s*-\s/.test(text);
    if (match === null || (isInList && startsWithDash && dashColumn(text) >= limit - 1)) {
      limit = Math.min(limit, indentOf(text));
      continue;
    }
    keys.unshift(keyOf(match));
    isInList = startsWithDash;
    limit = startsWithDash ? dashColumn(text) + 1 : keyColumn;
  }
  return keys;
}

function dashColumn(text: string): number {
  return indentOf(text);
}

function indentOf(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

/** Keys of the block map that a column of a line belongs to. */
function siblingsAt(lines: readonly Line[], index: number, column: number): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const step of [-1, 1]) {
    for (let at = index + step; at >= 0 && at < lines.length; at += step) {
      const text = lines[at]?.text ?? "";
      if (/^\s*(?:#|$)/.test(text)) continue;
      const match = entryLine.exec(text);
      const own = match?.[1]?.length ?? indentOf(text);
      // A dash on the way starts or ends the entry of a list.
      const isOtherItem = /^\s*-\s/.test(text) && (step === 1 || own < column);
      if (own < column || (isOtherItem && own <= column)) break;
      if (own === column && match !== null) keys.add(keyOf(match));
      if (step === -1 && /^\s*-\s/.test(text) && own === column) break;
    }
  }
  return keys;
}
