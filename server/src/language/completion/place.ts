import type { SourceRange } from "../../cards/finding.ts";

/** The sign around a quoted text. */
export type Quote = '"' | "'";

/** What an answer replaces, and what must stand around the answer. */
export interface Word {
  /** Of one line, with the cursor in it or at its ends. */
  readonly word: SourceRange;
  /** What stands there now, without its quotes. */
  readonly written: string;
  /** The quote that the word starts with, which an answer keeps. */
  readonly quote: Quote | undefined;
  /** Blanks that are missing before the answer. */
  readonly before: string;
  /** A comma or a blank that is missing behind the answer. */
  readonly after: string;
  /** Whether an answer in place of the word leaves the text around it whole. */
  readonly isWritable: boolean;
}

/** Where the cursor is in a card that is being written: found in the text, since its YAML is broken. */
export interface CursorPlace extends Word {
  /** A key, the value behind a key, or an entry of a list. */
  readonly kind: "key" | "value" | "item";
  /** Of a key: the map it stands in. Of a value or entry: the key it belongs to. */
  readonly path: readonly string[];
  /** Other keys of the map. */
  readonly siblings: ReadonlySet<string>;
  /** Other entries of the list, without their quotes. */
  readonly items: readonly string[];
  readonly isFlow: boolean;
  /** Whether a colon follows the word already. */
  readonly hasColon: boolean;
  /** Whether the rest of the line, or what is indented below, becomes the value of a key written here. */
  readonly hasValue: boolean;
}

/** What most places have in common. */
export const plainPlace = {
  siblings: new Set<string>(),
  items: [],
  isFlow: false,
  hasColon: false,
  hasValue: false,
} as const satisfies Partial<CursorPlace>;
