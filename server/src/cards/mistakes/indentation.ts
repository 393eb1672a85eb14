import type { YAMLParseError } from "yaml";
import type { SourceRange } from "../finding.ts";
import { knownKeys } from "../vocabulary/knownKeys.ts";
import type { SyntaxPlace } from "../yaml/syntaxPlace.ts";

/** A line that is not indented like the lines it stands among, which YAML answers with other errors. */
export interface WrongIndentation {
  /** What stands on the line. */
  readonly range: SourceRange;
  /** Spaces before it. */
  readonly indent: number;
  /** Spaces before the lines it stands among. */
  readonly wanted: number;
}

/** A line with something on it other than a comment. */
interface ContentLine {
  readonly start: number;
  readonly indent: number;
  /** Spaces before its first key, those around the dashes of a list counted in. */
  readonly keyColumn: number;
  readonly range: SourceRange;
}

/** The line whose indentation makes YAML report an error; `undefined` for errors of other causes. */
export function wrongIndentation(
  { code, pos: [offset] }: YAMLParseError,
  text: string,
  place: SyntaxPlace,
): WrongIndentation | undefined {
  const start = lineStart(offset, text);
  const line = contentLine(start, text) ?? lineBelow(start, text);
  const above = line && lineAbove(line.start, text);
  if (line === undefined) return undefined;
  switch (code) {
    case "BAD_INDENT":
      return place.isInBlockText || place.isAfterOpenBracket ? undefined : amongOthers(line, above, text);
    case "MISSING_CHAR":
      return /[ \t\r\n]/.test(text.charAt(offset)) && place.isBeforeBareItem
        ? amongOthers(line, above, text)
        : undefined;
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return offset > line.range.start ? indentedFurther(lineBelow(line.start, text), line, text) : undefined;
    case "UNEXPECTED_TOKEN":
      return offset <= line.range.start && place.isAfterValue ? indentedFromTheFirst(line, text) : undefined;
    default:
      return undefined;
  }
}

/** The column of an offset; a byte-order mark takes none. */
export function columnOf(offset: number, text: string): number {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  return offset - lineStart - (text.startsWith("\uFEFF", lineStart) ? 1 : 0);
}

function amongOthers(
  line: ContentLine,
  above: ContentLine | undefined,
  text: string,
): WrongIndentation | undefined {
  return above !== undefined && line.indent > above.keyColumn
    ? indentedFurther(line, above, text)
    : indentedLess(line, text);
}

/** A line further in than the entry above it, which has its value on its own line. */
function indentedFurther(
  line: ContentLine | undefined,
  above: ContentLine,
  text: string,
): WrongIndentation | undefined {
  if (line === undefined || line.indent <= above.keyColumn || !isEntry(line, text)) return undefined;
  const wanted = isOfCard(line, text) ? 0 : above.keyColumn;
  return { range: line.range, indent: line.indent, wanted };
}

/** A line further out than the entries above it, and further in than the key that holds them. */
function indentedLess(line: ContentLine, text: string): WrongIndentation | undefined {
  let wanted = isOfCard(line, text) ? 0 : undefined;
  for (let above = lineAbove(line.start, text); above !== undefined; above = lineAbove(above.start, text)) {
    for (const column of [above.keyColumn, above.indent]) {
      if (column > line.indent) wanted = Math.min(column, wanted ?? column);
    }
    if (above.indent <= line.indent) break;
  }
  return wanted === undefined || !isEntry(line, text)
    ? undefined
    : { range: line.range, indent: line.indent, wanted };
}

/** The first lines of a card, where a space before its first key makes it end at the first line without. */
function indentedFromTheFirst(line: ContentLine, text: string): WrongIndentation | undefined {
  let first = line;
  for (let above = lineAbove(line.start, text); above !== undefined; above = lineAbove(above.start, text))
    first = above;
  const isFirstKey = line.indent === 0 && first.indent > 0 && isEntry(first, text) && isEntry(line, text);
  return isFirstKey ? { range: first.range, indent: first.indent, wanted: 0 } : undefined;
}

/** Whether the line starts with a key that only the card itself has. */
function isOfCard({ range }: ContentLine, text: string): boolean {
  const key = /^([^\s:]+):/.exec(text.slice(range.start, range.end))?.[1] ?? "";
  return knownKeys.card.includes(key) && !innerKeys.includes(key);
}

const innerKeys = [
  ...knownKeys.parameters,
  ...knownKeys.quantization,
  ...knownKeys.price,
  ...knownKeys.result,
];

function isEntry({ range }: ContentLine, text: string): boolean {
  return /^(?:- |[^#]*?:(?:\s|$))/.test(text.slice(range.start, range.end));
}

function lineBelow(start: number, text: string): ContentLine | undefined {
  let newline = text.indexOf("\n", start);
  while (newline !== -1) {
    const line = contentLine(newline + 1, text);
    if (line !== undefined) return line;
    newline = text.indexOf("\n", newline + 1);
  }
  return undefined;
}

function lineAbove(start: number, text: string): ContentLine | undefined {
  let end = start - 1;
  while (end >= 0) {
    const above = lineStart(end, text);
    const line = contentLine(above, text);
    if (line !== undefined) return line;
    end = above - 1;
  }
  return undefined;
}

function lineStart(offset: number, text: string): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function contentLine(start: number, text: string): ContentLine | undefined {
  const newline = text.indexOf("\n", start);
  const line = text
    .slice(start, newline === -1 ? text.length : newline)
    .replace(/\s#.*$/, "")
    .trimEnd();
  const [margin = "", indent = "", dashes = ""] = /^\uFEFF?( *)((?:- +)*)/.exec(line) ?? [];
  const bomWidth = margin.length - indent.length - dashes.length;
  const content = line.slice(bomWidth + indent.length);
  if (content === "" || content.startsWith("#") || content === "---") return undefined;
  return {
    start,
    indent: indent.length,
    keyColumn: indent.length + dashes.length,
    range: { start: start + bomWidth + indent.length, end: start + line.length },
  };
}
