import {
  keyColumn,
  keysOn,
  levelsAbove,
  levelsAround,
  partsBelow,
  siblingItems,
  siblingKeys,
} from "./blockLevels.ts";
import { type Entry, entryIn, type Line, type LineParts, partsOf } from "./cardLines.ts";
import { keyWord } from "./keyWord.ts";
import { type CursorPlace, plainPlace } from "./place.ts";
import { isPlainStart } from "./scalarText.ts";
import { valueWord } from "./valueWord.ts";

/** The cursor's line among the others. */
interface Spot {
  readonly lines: readonly Line[];
  readonly index: number;
  readonly line: Line;
  /** Of the cursor. */
  readonly column: number;
  readonly parts: LineParts;
}

/** The place of an offset outside of brackets. */
export function blockPlace(lines: readonly Line[], offset: number): CursorPlace | undefined {
  const index = lines.findLastIndex(({ start }) => start <= offset);
  const line = lines[index];
  if (line === undefined) return undefined;
  const column = offset - line.start;
  const parts = partsOf(line.text) ?? blankParts(line.text, column);
  const spot = { lines, index, line, column, parts };
  // A colon right before the cursor ends a key although no blank follows it yet.
  const entry = parts.entry ?? entryIn(line.text.slice(0, column), parts.column);
  if (entry !== undefined)
    return column >= entry.valueStart ? valuePlace(spot, entry) : existingKey(spot, entry);
  return parts.dashes.length > 0 ? itemPlace(spot) : newKey(spot);
}

/** A line without content is written at its cursor. */
function blankParts(text: string, column: number): LineParts {
  const indent = Math.min(column, /^\s*/.exec(text)?.[0].length ?? 0);
  return { indent, dashes: [], column: indent, entry: undefined };
}

function valuePlace(spot: Spot, { key, valueStart }: Entry): CursorPlace {
  const { lines, index, line, column, parts } = spot;
  const word = valueWord(line, column, valueStart, false);
  const below = partsBelow(lines, index);
  const goesOn =
    below !== undefined &&
    (below.indent > parts.column || (below.indent === parts.column && below.dashes.length > 0));
  return {
    ...plainPlace,
    ...word,
    kind: "value",
    path: [...pathAround(spot), key],
    isWritable: word.isWritable && !goesOn,
  };
}

/** A key that a colon follows is replaced as a whole. */
function existingKey(spot: Spot, { keyEnd }: Entry): CursorPlace {
  const { lines, index, line, column, parts } = spot;
  return {
    ...plainPlace,
    ...keyWord(line, column, parts.column, keyEnd),
    kind: "key",
    path: pathAround(spot),
    siblings: siblingKeys(lines, index, parts.column),
    hasColon: true,
  };
}

function itemPlace({ lines, index, line, column, parts }: Spot): CursorPlace {
  const dash = parts.dashes.at(-1) ?? 0;
  const levels = levelsAbove(lines, index);
  const around = levelsAround(levels, dash, true);
  const isInList =
    parts.dashes.length > 1 ||
    around[0] === undefined ||
    around[0].isOpen ||
    levels.some((level) => level.kind === "list" && level.column === dash);
  const word = valueWord(line, Math.max(column, dash + 1), dash + 1, false);
  const place = {
    ...plainPlace,
    ...word,
    path: keysOn(around),
    isWritable: word.isWritable && column > dash,
  };
  const below = partsBelow(lines, index);
  if (below === undefined || below.indent <= dash)
    return {
      ...place,
      kind: "item",
      items: siblingItems(lines, index, dash),
      isWritable: place.isWritable && isInList,
    };
  // What stands deeper below are the other keys of a map.
  const shift = below.column - column;
  const isMap = below.entry !== undefined && below.dashes.length === 0 && word.written === "" && shift >= 0;
  return {
    ...place,
    kind: "key",
    siblings: siblingKeys(lines, index, below.column),
    before: " ".repeat(Math.max(0, shift)),
    isWritable: place.isWritable && isInList && isMap,
  };
}

function newKey({ lines, index, line, column, parts }: Spot): CursorPlace {
  const { text } = line;
  const start = Math.min(parts.column, column);
  const { column: free, hasValueBelow } = keyColumn(lines, index, start);
  const target = free ?? start;
  const wordEnd = column + (/^[\w.+-]*/.exec(text.slice(column))?.[0].length ?? 0);
  const { word, ...rest } = keyWord(line, column, start, wordEnd);
  const behind = text.slice(word.end - line.start);
  const hasColon = /^[ \t]*:/.test(behind);
  return {
    ...plainPlace,
    ...rest,
    kind: "key",
    path: keysOn(levelsAround(levelsAbove(lines, index), target, false)),
    // Blanks that are too many are replaced, too.
    word: { start: word.start - Math.max(0, start - target), end: word.end },
    before: " ".repeat(Math.max(0, target - start)),
    siblings: siblingKeys(lines, index, target),
    isWritable:
      rest.isWritable &&
      free !== undefined &&
      column >= parts.column &&
      (hasColon || isPlainStart(behind.trim()) || behind.trim().startsWith("#")),
    hasColon,
    hasValue: hasValueBelow || !/^\s*(?:#|$)/.test(behind),
  };
}

function pathAround({ lines, index, parts: { dashes, column } }: Spot): string[] {
  const [dash] = dashes;
  return keysOn(levelsAround(levelsAbove(lines, index), dash ?? column, dash !== undefined));
}
