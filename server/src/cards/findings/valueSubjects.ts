/** What is counted; the words and the usual unit differ. */
export type Counted = "parameters" | "tokens";

/** A key below `parameters` that holds a count. */
export type CountKey = "total" | "active" | "non_embedding" | "active_non_embedding";

/** Why a text is no count. `written` is the text, `proposals` are texts that would be counts. */
export type QuantitySubject = { readonly written: string; readonly counted: Counted } & (
  | { readonly kind: "quantity-unreadable"; readonly problem: "unreadable" }
  | {
      readonly kind: "quantity-unreadable";
      readonly problem: "underscore" | "letter-p" | "comma" | "gigabyte" | "inexact" | "separators" | "noted";
      readonly proposals: readonly string[];
    }
  | { readonly kind: "quantity-too-small"; readonly problem: "zero" | "below-million" }
  /** The units that a bare number may be in, the likeliest first. */
  | {
      readonly kind: "quantity-too-small";
      readonly problem: "no-unit";
      readonly units: readonly { readonly word: string; readonly proposal: string }[];
    }
  | { readonly kind: "quantity-too-large" }
  | { readonly kind: "quantity-range" }
  | {
      readonly kind: "quantity-shorthand";
      readonly problem: "experts";
      readonly experts: string;
      readonly size: string;
    }
  | {
      readonly kind: "quantity-shorthand";
      readonly problem: "active-and-experts";
      readonly experts: string;
      readonly active: string;
    }
  | { readonly kind: "quantity-shorthand"; readonly problem: "effective"; readonly size: string }
  /** Both as cards write them; `isEntry`: in a map of counts. */
  | {
      readonly kind: "quantity-shorthand";
      readonly problem: "total-and-active";
      readonly total: string;
      readonly active: string;
      readonly isEntry: boolean;
    }
  /** Several counts with words that say which. */
  | {
      readonly kind: "quantity-shorthand";
      readonly problem: "named-counts";
      readonly counts: readonly { readonly key: CountKey; readonly text: string }[];
      readonly isEntry: boolean;
    }
  | { readonly kind: "quantity-unknown" }
);

export type CountsProblem =
  | { readonly problem: "embeddings"; readonly embedding: number; readonly total: number }
  | {
      readonly problem: "part";
      readonly part: string;
      readonly partCount: number;
      readonly whole: string;
      readonly wholeCount: number;
      readonly maySwap: boolean;
    }
  | { readonly problem: "dense"; readonly active: number; readonly total: number };

/** Why a text is no date. `proposals` are dates that may be meant: none, one or two. */
export type DateSubject =
  | {
      readonly kind: "date-unreadable";
      readonly written: string;
      readonly isYear: boolean;
      readonly proposals: readonly string[];
      /** What is known of it: a date among other signs, a month, a part of a year, that there is none yet. */
      readonly part?: "inside" | "month" | "part-of-year" | "not-released";
    }
  | {
      readonly kind: "date-impossible";
      readonly written: string;
      readonly year: number;
      readonly month: number;
    };

/** Why a score of a benchmark, or its standard error, is no number in range. */
export type ScoreSubject = {
  readonly benchmark: string;
  readonly isError: boolean;
  readonly written: string;
} & (
  | { readonly kind: "score-unreadable"; readonly problem: "long" | "not-measured" | "unreadable" }
  | {
      readonly kind: "score-unreadable";
      readonly problem: "inexact";
      readonly number: string;
    }
  /** Commas, full stops or spaces among digits: the numbers that may be meant. */
  | {
      readonly kind: "score-unreadable";
      readonly problem: "separators";
      readonly numbers: readonly string[];
    }
  /** A number with a note; `newText`: what keeps as much of it as a card can. */
  | {
      readonly kind: "score-unreadable";
      readonly problem: "noted";
      readonly note: "counts" | "protocol" | "interval" | "words";
      readonly newText: string;
    }
  | {
      readonly kind: "score-unreadable";
      readonly problem: "with-error";
      readonly score: string;
      readonly stderr: string;
      /** Whether it stands in a map already. */
      readonly isEntry: boolean;
    }
  | { readonly kind: "score-range"; readonly unit: "percent" }
  /** `asFraction`: the number if it is in percent. */
  | { readonly kind: "score-range"; readonly unit: "fraction"; readonly asFraction: number | undefined }
);
