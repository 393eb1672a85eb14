import type { ErrorCode, YAMLParseError } from "yaml";
import type { SourceRange } from "../finding.ts";
import type { TreeNode } from "../yaml/cardTree.ts";
import { blockSignAt } from "./blockSign.ts";
import { withFullWidthColon } from "./fullWidthColon.ts";
import { explainIndentation, wrongIndentation } from "./indentation.ts";

/** The syntax errors of one document. Those that were explained and repaired are taken out. */
export class SyntaxErrors {
  readonly #byOffset = new Map<number, YAMLParseError[]>();
  readonly #taken = new Set<YAMLParseError>();
  readonly #all: readonly YAMLParseError[];

  constructor(errors: readonly YAMLParseError[]) {
    this.#all = errors;
    for (const error of errors) {
      const [offset] = error.pos;
      const there = this.#byOffset.get(offset);
      if (there === undefined) this.#byOffset.set(offset, [error]);
      else there.push(error);
    }
  }

  /** Takes out the errors of a code at an offset. @returns whether there were any */
  take(offset: number, code: ErrorCode): boolean {
    const found = (this.#byOffset.get(offset) ?? []).filter((error) => error.code === code);
    for (const error of found) this.#taken.add(error);
    return found.length > 0;
  }

  /** The first error in the text that nothing has explained. */
  first(): YAMLParseError | undefined {
    const left = this.#all.filter((error) => error.code !== "TAG_RESOLVE_FAILED" && !this.#taken.has(error));
    return left.reduce<YAMLParseError | undefined>(
      (first, error) => (first === undefined || isBefore(error, first) ? error : first),
      undefined,
    );
  }
}

/** Of two errors at one place, the one that knows of the braces around it says more. */
function isBefore(error: YAMLParseError, other: YAMLParseError): boolean {
  const distance = error.pos[0] - other.pos[0];
  return distance < 0 || (distance === 0 && error.code === "BLOCK_IN_FLOW");
}

/** A quote or bracket without its partner. */
export interface UnclosedSign {
  readonly sign: string;
  readonly range: SourceRange;
}

/** What is wrong, where, and where what YAML reads starts to be doubtful. */
export interface SyntaxExplanation {
  readonly range: SourceRange;
  readonly message: string;
  readonly from: number;
}

/**
 * Explains the first syntax error. The others of a card mostly follow from it, so one mistake gives
 * one finding.
 * @param root what YAML made of the text
 */
export function explainSyntaxError(
  error: YAMLParseError,
  unclosed: readonly UnclosedSign[],
  text: string,
  root: TreeNode,
): SyntaxExplanation {
  const open = unclosed.find(({ range }) => range.start <= error.pos[0]);
  const alias = open === undefined ? aliasBefore(error, text) : undefined;
  if (alias !== undefined) {
    const message = `YAML takes * for the start of an alias. Text that starts with it needs quotes. ${notRead}`;
    return { range: alias, message, from: alias.start };
  }
  const sign = open === undefined && isOfSign(error) ? blockSignAt(error.pos[0], root, text) : undefined;
  if (sign !== undefined) {
    return { range: sign.range, message: `${sign.message} ${notRead}`, from: sign.range.start };
  }
  const indentation = open === undefined ? wrongIndentation(error, text) : undefined;
  if (indentation !== undefined) {
    // The entry on the line of the error has the next one for its value.
    const from = text.lastIndexOf("\n", error.pos[0] - 1) + 1;
    return { range: indentation.range, message: `${explainIndentation(indentation)} ${notRead}`, from };
  }
  const range = open === undefined ? visibleRange(error.pos, text) : restOfLine(open.range.start, text);
  const problem = open === undefined ? explain(error, text) : explainUnclosed(open.sign);
  return { range, message: `${problem} ${notRead}`, from: range.start };
}

const notRead = "The card is not read until this is corrected.";

/** Errors that text behind `>` or `|` gives. */
function isOfSign({ code, message }: YAMLParseError): boolean {
  return (
    code === "BAD_SCALAR_START" ||
    (code === "UNEXPECTED_TOKEN" && /^(?:Block scalar header|Not a YAML token)/.test(message))
  );
}

/** Text that starts with `*`, such as `*bold* and more`: an alias, and then words that cannot follow one. */
function aliasBefore({ pos: [offset], message }: YAMLParseError, text: string): SourceRange | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const match = /(?<=^|\s)\*\S+\s+$/.exec(text.slice(lineStart, offset));
  return match === null || !message.includes("at node end")
    ? undefined
    : restOfLine(lineStart + match.index, text);
}

function explainUnclosed(sign: string): string {
  const isBracket = sign === "{" || sign === "[";
  return `This ${sign} is not closed.${isBracket ? " Lines inside it must be indented." : ""}`;
}

function explain({ code, message, pos }: YAMLParseError, text: string): string {
  switch (code) {
    case "BAD_INDENT":
      return "This line is not indented like the lines it belongs to.";
    case "TAB_AS_INDENT":
      return "Lines of YAML are indented with spaces, not with tabs.";
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_AS_IMPLICIT_KEY":
      return explainJoinedLines(pos[0], text);
    case "BLOCK_IN_FLOW":
      return "A comma is missing between the entries here.";
    case "BAD_SCALAR_START":
      return "A value that starts with this sign needs quotes.";
    case "BAD_DQ_ESCAPE":
      return "In double quotes a backslash starts an escape, and this one does not exist. Write two backslashes, or use single quotes.";
    case "KEY_OVER_1024_CHARS":
      return "A key may have 1,024 characters; a quote may be open before it.";
    case "MISSING_CHAR":
      return explainMissing(message);
    case "UNEXPECTED_TOKEN":
      return explainUnexpected(message);
    default:
      return "YAML cannot make sense of what stands here.";
  }
}

/** Why YAML joins a line to the one below: no colon, or a value that the next line seems to continue. */
function explainJoinedLines(offset: number, text: string): string {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const isValue = /\S/.test(text.slice(lineStart, offset));
  if (isValue)
    return "The line below is indented further than this one, so YAML takes it for more of this value.";
  return isFullWidthLine(offset, text)
    ? "This line has a full-width colon, which YAML takes for a letter."
    : "A colon is missing after the key that starts here.";
}

function isFullWidthLine(offset: number, text: string): boolean {
  return withFullWidthColon(text.slice(offset, restOfLine(offset, text).end)) !== undefined;
}

function explainUnexpected(message: string): string {
  if (message.includes("at node end"))
    return "Only a comment can follow a closing quote or bracket on its line.";
  if (message.includes("block-seq-ind"))
    return "A list starts on the line below its key, or stands in brackets.";
  const closing = /^Unexpected flow-(map|seq)-end token in YAML stream/.exec(message)?.[1];
  if (closing !== undefined)
    return closing === "map"
      ? "There is one } too many: no { is open here."
      : "There is one ] too many: no [ is open here.";
  return "YAML cannot place what stands here; a quote, bracket, colon or comma may be missing before it.";
}

/** The library tells apart in words what one code covers. */
function explainMissing(message: string): string {
  if (message.startsWith("Comments must")) return "A comment needs a space before its #.";
  if (message.startsWith("Missing , ")) return "A comma is missing before this entry.";
  if (message.startsWith("Missing space after :")) return "A colon needs a space after it.";
  if (message.startsWith("Block collection cannot start"))
    return "The first key of a card stands on the line after ---.";
  if (message.startsWith("Missing directives-end"))
    return "A line that starts with % must be followed by a line ---.";
  return "A quote, bracket, colon or comma is missing here.";
}

/** At least one character, if there is one: an empty range cannot be underlined. */
function visibleRange([start, end]: readonly [number, number], text: string): SourceRange {
  const last = Math.min(Math.max(end, start + 1), text.length);
  return { start: Math.max(0, Math.min(start, last - 1)), end: last };
}

function restOfLine(start: number, text: string): SourceRange {
  const newline = text.indexOf("\n", start);
  const end = newline === -1 ? text.length : newline;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
