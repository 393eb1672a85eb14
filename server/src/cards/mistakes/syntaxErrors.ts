import type { CST, ErrorCode, YAMLParseError } from "yaml";
import type { SourceRange } from "../finding.ts";
import type { PlainSyntaxProblem, SyntaxProblem } from "../findings/cardSubjects.ts";
import type { TreeNode } from "../yaml/cardTree.ts";
import { SyntaxPlace } from "../yaml/syntaxPlace.ts";
import { blockIndicatorAt } from "./blockIndicator.ts";
import { wrongIndentation } from "./indentation.ts";
import { withFullWidthColon } from "./meantEntry.ts";

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
export interface UnclosedCharacter {
  readonly character: string;
  readonly range: SourceRange;
}

/** What is wrong, where, and where what YAML reads starts to be doubtful. */
export interface SyntaxExplanation {
  readonly range: SourceRange;
  readonly subject: SyntaxProblem;
  readonly from: number;
}

/**
 * Explains the first syntax error by its code and its place. The others of a card mostly follow from it, so
 * one mistake gives one finding.
 * @param root what YAML made of the text
 * @param tokens what its parser made of it before
 */
export function explainSyntaxError(
  error: YAMLParseError,
  unclosed: readonly UnclosedCharacter[],
  text: string,
  root: TreeNode,
  tokens: readonly CST.Token[],
): SyntaxExplanation {
  const [offset] = error.pos;
  const open = unclosed.find(({ range }) => range.start <= offset);
  if (open !== undefined) {
    const { character, range } = open;
    return explanation({ problem: "unclosed", character }, restOfLine(range.start, text));
  }
  const place = new SyntaxPlace(offset, tokens);
  const alias = aliasBefore(error, text, place);
  if (alias !== undefined) return explanation({ problem: "alias-text" }, alias);
  const block = isOfIndicator(error, place) ? blockIndicatorAt(offset, root, text) : undefined;
  if (block !== undefined) {
    const { range, ...facts } = block;
    return explanation({ problem: "block-indicator", ...facts }, range);
  }
  const wrong = wrongIndentation(error, text, place);
  if (wrong !== undefined) {
    const { range, indent, wanted } = wrong;
    // The entry on the line of the error has the next one for its value.
    const from = text.lastIndexOf("\n", offset - 1) + 1;
    return { subject: { problem: "indentation", indent, wanted }, range, from };
  }
  return explanation(problemOf(error, text, place), visibleRange(error.pos, text));
}

function explanation(subject: SyntaxProblem, range: SourceRange): SyntaxExplanation {
  return { subject, range, from: range.start };
}

/** Errors that text behind `>` or `|` gives. */
function isOfIndicator({ code }: YAMLParseError, place: SyntaxPlace): boolean {
  return code === "BAD_SCALAR_START" || (code === "UNEXPECTED_TOKEN" && !place.isAfterValue);
}

/** Text that starts with `*`, such as `*bold* and more`: an alias, and then words that cannot follow one. */
function aliasBefore(
  { code, pos: [offset] }: YAMLParseError,
  text: string,
  place: SyntaxPlace,
): SourceRange | undefined {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const match = /(?<=^|\s)\*\S+\s+$/.exec(text.slice(lineStart, offset));
  return match !== null && code === "UNEXPECTED_TOKEN" && place.isAfterValue
    ? restOfLine(lineStart + match.index, text)
    : undefined;
}

function problemOf({ code, pos: [offset] }: YAMLParseError, text: string, place: SyntaxPlace): SyntaxProblem {
  switch (code) {
    case "BAD_INDENT":
      return { problem: "not-aligned" };
    case "TAB_AS_INDENT":
      return { problem: "tab" };
    case "MULTILINE_IMPLICIT_KEY":
    case "BLOCK_AS_IMPLICIT_KEY":
      return { problem: joinedLines(offset, text) };
    case "BLOCK_IN_FLOW":
      return { problem: "comma-in-braces" };
    case "BAD_SCALAR_START":
      return { problem: "reserved-character" };
    case "BAD_DQ_ESCAPE":
      return { problem: "unknown-escape" };
    case "KEY_OVER_1024_CHARS":
      return { problem: "long-key" };
    case "MISSING_CHAR":
      return { problem: missingCharacter(offset, text, place) };
    case "UNEXPECTED_TOKEN":
      return unexpected(offset, text, place);
    default:
      return { problem: "other" };
  }
}

/** Why YAML joins a line to the one below: no colon, or a value that the next line seems to continue. */
function joinedLines(offset: number, text: string): PlainSyntaxProblem {
  if (/\S/.test(lineBefore(offset, text))) return "continued-value";
  const line = text.slice(offset, restOfLine(offset, text).end);
  return withFullWidthColon(line) === undefined ? "missing-colon" : "full-width-colon";
}

function unexpected(offset: number, text: string, place: SyntaxPlace): SyntaxProblem {
  if (place.isAfterValue) return { problem: "text-after-value" };
  const character = text.charAt(offset);
  const before = lineBefore(offset, text);
  if (character === "-" && /:\s+(?:[&!]\S+\s+)*$/.test(before)) return { problem: "list-beside-key" };
  const isClosing = character === "}" || character === "]";
  return isClosing && !isStart(offset, text) ? { problem: "unopened", character } : { problem: "unplaced" };
}

/** Whether nothing but comments and dashes stands before it. */
function isStart(offset: number, text: string): boolean {
  return /^[\s-]*$/.test(text.slice(0, offset).replaceAll(/#.*/g, ""));
}

function missingCharacter(offset: number, text: string, place: SyntaxPlace): PlainSyntaxProblem {
  const before = lineBefore(offset, text);
  if (text.charAt(offset) === "#") return "glued-comment";
  if (/^---[ \t]+(?:[&!]\S*[ \t]+)*$/.test(before)) return "key-behind-dashes";
  if (/(?:^|\n)%[^\n]*\n(?:\s*(?:#[^\n]*)?\n)*$/.test(text.slice(0, offset))) return "directive";
  if (text.charAt(offset) === ":") return "glued-colon";
  return place.isInBrackets && !/[&!]\S*\s*$/.test(before) ? "missing-comma" : "missing-character";
}

function lineBefore(offset: number, text: string): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
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
