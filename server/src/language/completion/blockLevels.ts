import { isEmptyValue, type Line, type LineParts, partsOf } from "./cardLines.ts";
import { entryText } from "./scalarText.ts";

/** A map, list or text in block style that starts above a line and is not left before it. */
export interface Level {
  readonly kind: "map" | "list" | "text";
  readonly column: number;
  /** Of a map: the key nearest to the line. */
  readonly key: string;
  /** Whether nothing stands yet behind that key or the dash on its line. */
  readonly isOpen: boolean;
}

/** What a line can belong to, the innermost first. */
export function levelsAbove(lines: readonly Line[], index: number): readonly Level[] {
  const levels: Level[] = [];
  let limit = Number.POSITIVE_INFINITY;
  // A dash may stand as far left as the key of its list, so that key is still to be found.
  let listLimit = limit;
  for (let above = index - 1; above >= 0 && limit > 0; above -= 1) {
    const text = lines[above]?.text ?? "";
    const parts = partsOf(text);
    if (parts === undefined) continue;
    const { entry, column, dashes } = parts;
    if (column < limit && column < text.length) {
      if (entry !== undefined) {
        levels.push({
          kind: "map",
          column,
          key: entry.key,
          isOpen: isEmptyValue(text.slice(entry.valueStart)),
        });
        limit = column;
        listLimit = column;
      } else if (!levels.some((level) => level.column <= column)) {
        levels.push({ kind: "text", column, key: "", isOpen: false });
        limit = column + 1;
        listLimit = column + 1;
      }
    }
    for (const dash of dashes.toReversed()) {
      if (dash >= listLimit) continue;
      levels.push({ kind: "list", column: dash, key: "", isOpen: isEmptyValue(text.slice(dash + 1)) });
      limit = dash + 1;
      listLimit = dash;
    }
  }
  return levels;
}

/** The levels around a key of a line, or around a dash, which may stand as far left as its list's key. */
export function levelsAround(levels: readonly Level[], column: number, isDash: boolean): readonly Level[] {
  return levels.filter(
    (level) => level.column < column || (isDash && level.kind === "map" && level.column === column),
  );
}

/** Keys on the way from the top to a place. */
export function keysOn(levels: readonly Level[]): string[] {
  return levels
    .filter(({ kind }) => kind === "map")
    .map(({ key }) => key)
    .toReversed();
}

/** What stands on the next line that is neither blank nor a comment. */
export function partsBelow(lines: readonly Line[], index: number): LineParts | undefined {
  for (const { text } of lines.slice(index + 1)) {
    const parts = partsOf(text);
    if (parts !== undefined) return parts;
  }
  return undefined;
}

/** Where a new key can be written on a line. */
export interface KeyColumn {
  /** `undefined` where a key would break what stands above or below. */
  readonly column: number | undefined;
  /** Whether what stands below the line becomes the value of the key. */
  readonly hasValueBelow: boolean;
}

/**
 * Where a new key can start on a line whose word or cursor is at a column: there, or as far right as the
 * keys of the map it belongs to.
 */
export function keyColumn(lines: readonly Line[], index: number, column: number): KeyColumn {
  const levels = levelsAbove(lines, index);
  const next = partsBelow(lines, index);
  // A blank line is no key, so what stands deeper below belongs to something else.
  const hasWord = partsOf(lines[index]?.text ?? "") !== undefined;
  const below = hasWord ? partsBehindValue(lines, index, column) : next;
  const found = freeColumn(levels, below, column);
  if (found === undefined) return { column: undefined, hasValueBelow: false };
  const hasValueBelow = hasWord && next !== undefined && isValueOf(next, found);
  // A word that moves right must not pass by what was its value.
  const isPassed = hasWord && next !== undefined && isValueOf(next, column) && !hasValueBelow;
  if (isPassed && keyIn(next) !== found) return { column: undefined, hasValueBelow };
  const [around] = levelsAround(levels, found, false);
  const isMapThere = levels.some((level) => level.kind === "map" && level.column === found);
  const isFree = around === undefined || around.isOpen || (around.kind === "list" && isMapThere);
  return { column: isFree ? found : undefined, hasValueBelow };
}

/** Whether a line is indented as the value of a key above it: a list may stand as far left as its key. */
function isValueOf({ indent, dashes }: LineParts, column: number): boolean {
  return indent > column || (indent === column && dashes.length > 0);
}

/** What stands below a key and the block that is its value. */
function partsBehindValue(lines: readonly Line[], index: number, column: number): LineParts | undefined {
  let isList: boolean | undefined;
  for (const { text } of lines.slice(index + 1)) {
    const parts = partsOf(text);
    if (parts === undefined) continue;
    isList ??= parts.indent === column;
    if (!isValueOf(parts, column) || (parts.indent === column && !isList)) return parts;
  }
  return undefined;
}

/** Where the key of a line starts that is no entry of a list. */
function keyIn({ entry, dashes, column }: LineParts): number | undefined {
  return entry === undefined || dashes.length > 0 ? undefined : column;
}

function freeColumn(
  levels: readonly Level[],
  below: LineParts | undefined,
  column: number,
): number | undefined {
  const [innermost] = levels;
  const keyBelow = below && keyIn(below);
  if (below !== undefined && below.indent >= column && below.dashes.length > 0) return undefined;
  // What stands deeper below must not become the value of the new key.
  if (below !== undefined && below.indent > column) return keyBelow;
  if (innermost === undefined) return below === undefined ? column : keyBelow;
  const here = levels.filter((level) => level.column === column);
  if (here.length > 0) return here.some(({ kind }) => kind === "map") ? column : undefined;
  if (innermost.column < column)
    return below !== undefined && below.indent > innermost.column ? keyBelow : column;
  const next = levels.findLast((level) => level.column > column);
  return next?.kind === "map" ? next.column : undefined;
}

/** Other keys of the map that a column of a line belongs to. */
export function siblingKeys(lines: readonly Line[], index: number, column: number): ReadonlySet<string> {
  const keys = new Set<string>();
  const own = partsOf(lines[index]?.text ?? "");
  const startsItem = own?.dashes.some((dash) => dash < column);
  for (const step of startsItem ? [1] : [-1, 1]) {
    for (let at = index + step; at >= 0 && at < lines.length; at += step) {
      const parts = partsOf(lines[at]?.text ?? "");
      if (parts === undefined) continue;
      const isItemStart = parts.dashes.some((dash) => dash < column);
      if (parts.indent < column && !isItemStart) break;
      if (isItemStart && step === 1) break;
      if (parts.column === column && parts.entry !== undefined) keys.add(parts.entry.key);
      if (isItemStart) break;
    }
  }
  return keys;
}

/** Other entries of the list that a dash belongs to, without their quotes. */
export function siblingItems(lines: readonly Line[], index: number, dash: number): readonly string[] {
  const items: string[] = [];
  for (const step of [-1, 1]) {
    for (let at = index + step; at >= 0 && at < lines.length; at += step) {
      const text = lines[at]?.text ?? "";
      const parts = partsOf(text);
      if (parts === undefined) continue;
      if (parts.indent < dash || (parts.indent === dash && parts.dashes.length === 0)) break;
      if (parts.indent === dash) items.push(entryText(text.slice(parts.column)));
    }
  }
  return items;
}
