import { closingQuote, entryText, withoutComments } from "./scalarText.ts";

/** An open bracket before the cursor. */
export interface OpenBracket {
  readonly sign: "{" | "[";
  /** Where it stands in the text scanned. */
  readonly offset: number;
  /** The key of the map around it whose value it opens. */
  readonly key: string | undefined;
  /** Where the entry under the cursor starts. */
  readonly tokenStart: number;
  /** Its other entries, before and behind the cursor. */
  readonly entries: readonly string[];
  /** Whether its partner stands behind the cursor. */
  readonly isClosed: boolean;
}

/** What is open at a place of a text. */
export interface FlowScan {
  /** The outermost first. */
  readonly brackets: readonly OpenBracket[];
  readonly isInComment: boolean;
  /** Whether the place is in a quoted text of several lines. */
  readonly isInLongQuote: boolean;
}

interface Bracket {
  readonly sign: "{" | "[";
  readonly offset: number;
  readonly key: string | undefined;
  tokenStart: number;
  readonly entries: { readonly start: number; readonly text: string }[];
  isClosed: boolean;
}

/**
 * Finds the brackets that are open at an offset, with all of their entries. A line that starts at the
 * margin with a key ends all of them: somebody forgot to close them.
 */
export function scanFlow(text: string, offset: number): FlowScan {
  const brackets: Bracket[] = [];
  let lineStart = 0;
  let isInComment = false;
  let isInLongQuote = false;
  let found: { readonly bracket: Bracket; readonly tokenStart: number }[] | undefined;
  const endEntry = (bracket: Bracket, end: number) => {
    bracket.entries.push({ start: bracket.tokenStart, text: text.slice(bracket.tokenStart, end) });
    bracket.tokenStart = end + 1;
  };
  const forgetAll = (end: number) => {
    for (const bracket of brackets.splice(0)) endEntry(bracket, end);
  };
  for (let position = 0; position < text.length; position += 1) {
    if (position === 0 || text.charAt(position - 1) === "\n") {
      lineStart = position;
      // A comment ends with its line.
      if (position <= offset) isInComment = false;
      if (/^[A-Za-z_][\w-]*:(?:\s|$)/.test(text.slice(position, position + 60))) forgetAll(position);
    }
    if (position >= offset) {
      found ??= brackets.map((bracket) => ({ bracket, tokenStart: bracket.tokenStart }));
      // What the brackets around the cursor hold is known once the outermost is closed.
      const outer = found[0]?.bracket;
      if (outer === undefined || outer !== brackets[0]) break;
    }
    const sign = text.charAt(position);
    const last = brackets.at(-1);
    if (sign === "#" && (position === lineStart || /\s/.test(text.charAt(position - 1)))) {
      const lineEnd = endOfLine(text, position);
      if (position < offset && offset <= lineEnd) isInComment = true;
      position = Math.max(position, lineEnd - 1);
    } else if ((sign === '"' || sign === "'") && startsToken(text, position, last !== undefined)) {
      const indent = indentAt(text, brackets[0] === undefined ? lineStart : lineOf(text, brackets[0].offset));
      const close = closingQuote(text, position, indent);
      if (close === undefined) continue;
      if (position < offset && offset <= close) {
        isInLongQuote = text.slice(position, close).includes("\n");
        found ??= brackets.map((bracket) => ({ bracket, tokenStart: bracket.tokenStart }));
      }
      position = close;
    } else if (sign === "{" || sign === "[") {
      // In block text a bracket amid words is one of them.
      if (last === undefined && !startsToken(text, position, false)) continue;
      const key = last && keyOfEntry(text.slice(last.tokenStart, position));
      brackets.push({ sign, offset: position, key, tokenStart: position + 1, entries: [], isClosed: false });
    } else if (last !== undefined && (sign === "}" || sign === "]")) {
      endEntry(last, position);
      last.isClosed = true;
      brackets.pop();
    } else if (last !== undefined && sign === ",") endEntry(last, position);
  }
  found ??= brackets.map((bracket) => ({ bracket, tokenStart: bracket.tokenStart }));
  forgetAll(text.length);
  return {
    brackets: found.map(({ bracket, tokenStart }) => ({
      ...bracket,
      tokenStart,
      entries: bracket.entries.filter(({ start }) => start !== tokenStart).map(({ text: entry }) => entry),
    })),
    isInComment,
    isInLongQuote,
  };
}

/** Keys of the entries of a map in braces. */
export function keysOf({ entries }: OpenBracket): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => keyOfEntry(entry) ?? []));
}

/** Entries of a list in brackets, without their quotes. */
export function itemsOf({ entries }: OpenBracket): readonly string[] {
  return entries.map(entryText).filter((text) => text !== "");
}

/** The key of an entry in braces, if a colon follows it. */
export function keyOfEntry(token: string): string | undefined {
  const match = /^\s*(?:"([^"]*)"|'([^']*)'|([^\s:"'{}[\],][^:{}[\],\n]*))\s*:/.exec(withoutComments(token));
  return match?.[1] ?? match?.[2] ?? match?.[3]?.trimEnd();
}

/** Whether a sign stands where a key or value can start, and not amid words. */
function startsToken(text: string, position: number, isInFlow: boolean): boolean {
  const before = text.slice(Math.max(0, position - 60), position);
  return (isInFlow ? /(?:[,[{:]|[&!]\S*\s)\s*$/ : /(?:^|\n|[:\-?]\s|[&!]\S*\s)\s*$/).test(before);
}

function lineOf(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline === -1 ? text.length : newline;
}

function indentAt(text: string, lineStart: number): number {
  return /^ */.exec(text.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
}
