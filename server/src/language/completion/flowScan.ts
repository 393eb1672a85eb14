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
  /** That entry, with what stands of it behind the cursor. */
  readonly token: string;
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
  /** Whether brackets of several lines end before the place on its line. */
  readonly isBehindBrackets: boolean;
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
 * margin with a key ends those that are the value of another key: somebody forgot to close them.
 */
export function scanFlow(text: string, offset: number): FlowScan {
  return new FlowScanner(text, offset).scan();
}

class FlowScanner {
  readonly #text: string;
  readonly #offset: number;
  readonly #brackets: Bracket[] = [];
  /** What was open at the offset, and where the entry there started. */
  #found: { readonly bracket: Bracket; readonly tokenStart: number }[] | undefined;
  #lineStart = 0;
  /** Where the last line outside of brackets started, behind its dashes. */
  #keyColumn = 0;
  /** Where the bracket stood that was closed last before the offset. */
  #closed: { readonly from: number; readonly to: number } | undefined;
  /** Whether a key or value can start, or else a quote or bracket is one of the signs amid words. */
  #isTokenStart = true;
  #isInComment = false;
  #isInLongQuote = false;

  constructor(text: string, offset: number) {
    this.#text = text;
    this.#offset = offset;
  }

  scan(): FlowScan {
    for (let position = 0; position < this.#text.length; position += 1) {
      if (position === 0 || this.#text.charAt(position - 1) === "\n") this.#startLine(position);
      if (position >= this.#offset) {
        const [outer] = this.#find();
        // What the brackets around the offset hold is known once the outermost is closed.
        if (outer === undefined || outer.bracket !== this.#brackets[0]) break;
      }
      position = this.#read(position);
    }
    const found = this.#find();
    this.#forgetAll(this.#text.length);
    const { from = 0, to = 0 } = this.#closed ?? {};
    return {
      brackets: found.map(({ bracket, tokenStart }) => ({
        ...bracket,
        tokenStart,
        token: bracket.entries.find(({ start }) => start === tokenStart)?.text ?? "",
        entries: bracket.entries.filter(({ start }) => start !== tokenStart).map((entry) => entry.text),
      })),
      isInComment: this.#isInComment,
      isInLongQuote: this.#isInLongQuote,
      isBehindBrackets:
        this.#text.slice(from, to).includes("\n") && !this.#text.slice(to, this.#offset).includes("\n"),
    };
  }

  #find() {
    this.#found ??= this.#brackets.map((bracket) => ({ bracket, tokenStart: bracket.tokenStart }));
    return this.#found;
  }

  #startLine(position: number): void {
    this.#lineStart = position;
    const isKey = /^[A-Za-z_][\w-]*:(?:\s|$)/.test(this.#text.slice(position, position + 60));
    const [outer] = this.#brackets;
    if (isKey && outer && !isAtMargin(this.#text, outer.offset)) this.#forgetAll(position);
    if (this.#brackets.length > 0) return;
    const [lead = ""] = /^ *(?:- +)*/.exec(this.#text.slice(position, position + 200)) ?? [];
    if (/^(?:[\r\n#]|$)/.test(this.#text.charAt(position + lead.length))) return;
    // A line that is indented further than the key of a value goes on with that value.
    if (!this.#isTokenStart && lead.length > this.#keyColumn) return;
    this.#isTokenStart = true;
    this.#keyColumn = lead.length;
  }

  /** @returns the last position that was read with this one */
  #read(position: number): number {
    const text = this.#text;
    const sign = text.charAt(position);
    const last = this.#brackets.at(-1);
    const isBlankBehind = /\s|^$/.test(text.charAt(position + 1));
    if (/\s/.test(sign)) return position;
    if (sign === "#" && (position === this.#lineStart || /\s/.test(text.charAt(position - 1))))
      return this.#skipComment(position);
    const isTokenStart = this.#isTokenStart;
    this.#isTokenStart = false;
    if (isTokenStart && (sign === '"' || sign === "'")) return this.#skipQuoted(position);
    if (isTokenStart && (sign === "&" || sign === "!")) {
      this.#isTokenStart = true;
      return position + (/^[^\s,[\]{}]*/.exec(text.slice(position, position + 200))?.[0].length ?? 1) - 1;
    }
    if ((sign === "{" || sign === "[") && (isTokenStart || last !== undefined)) {
      const tokenBegin = last?.tokenStart ?? 0;
      // A bound, so that a thousand brackets without commas are not read a thousand times.
      const key =
        last && isTokenStart
          ? keyOfEntry(text.slice(tokenBegin, Math.min(position, tokenBegin + 500)))
          : undefined;
      const tokenStart = position + 1;
      this.#brackets.push({ sign, offset: position, key, tokenStart, entries: [], isClosed: false });
      this.#isTokenStart = true;
    } else if (last !== undefined && (sign === "}" || sign === "]")) this.#close(last, position);
    else if (last !== undefined && sign === ",") {
      this.#endEntry(last, position);
      this.#isTokenStart = true;
    } else if (sign === ":") this.#isTokenStart = isBlankBehind || last !== undefined;
    else if (sign === "-" || sign === "?") this.#isTokenStart = isTokenStart && isBlankBehind;
    return position;
  }

  #skipComment(position: number): number {
    const newline = this.#text.indexOf("\n", position);
    const end = newline === -1 ? this.#text.length : newline;
    if (position < this.#offset && this.#offset <= end) this.#isInComment = true;
    return end - 1;
  }

  #skipQuoted(position: number): number {
    const [outer] = this.#brackets;
    const lineStart =
      outer === undefined ? this.#lineStart : this.#text.lastIndexOf("\n", outer.offset - 1) + 1;
    const indent = /^ */.exec(this.#text.slice(lineStart, lineStart + 200))?.[0].length ?? 0;
    const isInCard = outer !== undefined && isAtMargin(this.#text, outer.offset);
    const close = closingQuote(this.#text, position, isInCard ? -1 : indent);
    if (close === undefined) return position;
    if (position < this.#offset && this.#offset <= close) {
      this.#isInLongQuote = this.#text.slice(position, close).includes("\n");
      this.#find();
    }
    return close;
  }

  #close(bracket: Bracket, position: number): void {
    this.#endEntry(bracket, position);
    bracket.isClosed = true;
    this.#brackets.pop();
    if (position < this.#offset) this.#closed = { from: bracket.offset, to: position };
  }

  #endEntry(bracket: Bracket, end: number): void {
    bracket.entries.push({ start: bracket.tokenStart, text: this.#text.slice(bracket.tokenStart, end) });
    bracket.tokenStart = end + 1;
  }

  #forgetAll(end: number): void {
    for (const bracket of this.#brackets.splice(0)) this.#endEntry(bracket, end);
  }
}

/** Whether a bracket holds all of a card, so that a line at the margin can be a part of it. */
export function isAtMargin(text: string, bracket: number): boolean {
  return bracket === 0 || /[\n\uFEFF]/.test(text.charAt(bracket - 1));
}

/** Keys of entries of a map in braces; to YAML a word without a colon is one, too. */
export function keysOf(entries: readonly string[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => keyOfEntry(entry) ?? entryText(entry)));
}

/** Entries of a list in brackets, without their quotes. */
export function itemsOf(entries: readonly string[]): readonly string[] {
  return entries.map(entryText).filter((text) => text !== "");
}

/** The key of an entry in braces, if a colon follows it. */
export function keyOfEntry(token: string): string | undefined {
  const match = /^\s*(?:"([^"]*)"|'([^']*)'|([^\s:"'{}[\],][^:{}[\],\n]*))\s*:/.exec(withoutComments(token));
  return match?.[1] ?? match?.[2] ?? match?.[3]?.trimEnd();
}
