import type { BenchmarkId } from "../../density/model.ts";
import type { CountsProblem, DateSubject, QuantitySubject, ScoreSubject } from "./valueSubjects.ts";

export type {
  Counted,
  CountKey,
  CountsProblem,
  DateSubject,
  QuantitySubject,
  ScoreSubject,
} from "./valueSubjects.ts";

/** A key that a card or a result must have. */
export type RequiredKey = "name" | "release_date" | "parameters" | "score" | "loss";

/** What a card's YAML gets wrong: the error itself, and what the message needs of the text. */
export type SyntaxProblem =
  /** A line of words. */
  | { readonly problem: "no-colon"; readonly written: string }
  /** A line that is a key and a value, but for its colon. */
  | {
      readonly problem: "entry";
      readonly written: string;
      readonly key: string;
      readonly value: string;
      readonly lacks: LackingColon;
    }
  | { readonly problem: "second-colon"; readonly key: string }
  | { readonly problem: "alias-text" }
  /** A value that starts with `>` or `|`; `number`: what is meant where a number stands. */
  | {
      readonly problem: "block-indicator";
      readonly indicator: string;
      readonly written: string;
      readonly number: string | undefined;
    }
  /** Spaces before the line, and before the lines it stands among. */
  | { readonly problem: "indentation"; readonly indent: number; readonly wanted: number }
  /** A quote or bracket without its partner. */
  | { readonly problem: "unclosed"; readonly character: string }
  /** A closing bracket without its partner. */
  | { readonly problem: "unopened"; readonly character: string }
  | { readonly problem: PlainSyntaxProblem };

/** What is wrong with the colon of an entry. */
export type LackingColon = "colon" | "narrow-colon" | "space";

/** Problems that need no facts besides their place. */
export type PlainSyntaxProblem =
  | "not-aligned"
  | "tab"
  | "continued-value"
  | "full-width-colon"
  | "missing-colon"
  | "comma-in-braces"
  | "missing-comma"
  | "reserved-character"
  | "unknown-escape"
  | "long-key"
  | "glued-comment"
  | "glued-colon"
  | "key-behind-dashes"
  | "directive"
  | "text-after-value"
  | "list-beside-key"
  | "missing-character"
  | "unplaced"
  | "other";

/** What the schema wants in the place of a value; `example`: its first one. */
export interface Wanted {
  readonly type: string | undefined;
  readonly example: unknown;
}

/** Facts of the findings on a card alone, by `kind`, which is the finding's code. */
export type CardSubject =
  | ({ readonly kind: "syntax" } & SyntaxProblem)
  | { readonly kind: "second-document" }
  | { readonly kind: "not-a-map"; readonly isBlank: boolean }
  | { readonly kind: "top-level-list" }
  | { readonly kind: "nesting" }
  | { readonly kind: "card-size"; readonly limit: "length" | "tokens" }
  | { readonly kind: "file-size" }
  /** `utf-16`: every other sign is none; `other`: signs that are not UTF-8. */
  | { readonly kind: "encoding"; readonly problem: "utf-16" | "other" }
  | { readonly kind: "merge-conflict" }
  /** A sign that looks like another one; `meant` is empty for one that is not seen. */
  | { readonly kind: "look-alike"; readonly written: string; readonly sign: string; readonly meant: string }
  | { readonly kind: "alias-unknown"; readonly anchor: string; readonly isMarkup: boolean }
  | { readonly kind: "alias-size" }
  | { readonly kind: "duplicate-key"; readonly key: string }
  | { readonly kind: "comma-number"; readonly groups: readonly string[]; readonly number: string }
  | {
      readonly kind: "missing-key";
      readonly key: RequiredKey;
      readonly isEmpty: boolean;
      /** The key as the card misspells it. */
      readonly misspelt: string | undefined;
    }
  | {
      readonly kind: "not-indented";
      readonly holder: string;
      readonly first: string;
      /** The first one again where there is no other. */
      readonly last: string;
      /** Whether the key holds other entries. */
      readonly isHolding: boolean;
    }
  | { readonly kind: "empty-value"; readonly key: string }
  | ({ readonly kind: "wrong-type" } & TypeProblem)
  | ({ readonly kind: "wrong-value" } & ValueProblem)
  | ({ readonly kind: "unknown-key"; readonly key: string } & KeyProblem)
  | { readonly kind: "kind-missing" }
  | QuantitySubject
  | ({ readonly kind: "counts-inconsistent" } & CountsProblem)
  | { readonly kind: "multiplied-experts"; readonly total: number; readonly spelling: string }
  | { readonly kind: "total-size"; readonly total: number }
  | { readonly kind: "total-missing" }
  | { readonly kind: "active-missing" }
  | {
      readonly kind: "architecture-open";
      readonly total: number;
      readonly active: number;
      /** The active count as written. */
      readonly written: string;
    }
  | ({ readonly kind: "price-unit"; readonly written: string } & (
      | { readonly problem: "currency" }
      /** What it is if it is of one token or of a thousand; powers of ten. */
      | {
          readonly problem: "amount";
          readonly proposals: readonly { readonly exponent: number; readonly newText: string }[];
        }
    ))
  | {
      readonly kind: "quantization-bits";
      /** `bare-number`: nothing says that it is a number of bits. */
      readonly problem: "nothing" | "quoted" | "bare-number" | "no-number";
      readonly written: string;
      /** What the word says: bits, or that nothing is quantised. */
      readonly precision: { readonly bits: number } | "full" | undefined;
    }
  | DateSubject
  | { readonly kind: "month-date"; readonly epochDay: number }
  | ScoreSubject
  | {
      readonly kind: "score-unit";
      readonly key: string;
      readonly written: string;
      /** The score in percent if it is a fraction. */
      readonly asPercent: string;
      /** The scores of the card that are surely in percent; `undefined`: all may be fractions. */
      readonly others:
        | { readonly count: number; readonly lowest: number; readonly highest: number }
        | undefined;
    }
  | { readonly kind: "duplicate-benchmark"; readonly key: string; readonly first: string }
  /** Scores that are not read where they stand. */
  | ({ readonly kind: "scores-misplaced"; readonly key: string } /** A heading over benchmarks. */ & (
      | { readonly problem: "group"; readonly first: string }
      /** Several results of one benchmark by their modes; `list`: the same as cards have it. */
      | { readonly problem: "modes"; readonly list: string }
      /** A benchmark beside the keys of the card. */
      | { readonly problem: "top" }
      /** Another spelling of the key `benchmarks`. */
      | { readonly problem: "misspelt" }
      /** How it was measured stands in the name; `entry`: the same as cards have it. */
      | { readonly problem: "name"; readonly id: BenchmarkId; readonly entry: string }
    ))
  | {
      readonly kind: "unknown-benchmark";
      readonly key: string;
      readonly meant: BenchmarkId | undefined;
      /** A rating, a time, a loss: no share of right answers, and so not shown as one. */
      readonly isOtherScale: boolean;
    }
  | {
      readonly kind: "average-mismatch";
      readonly key: string;
      readonly written: string;
      /** Means of the scores, in percent; with several results of a benchmark there are several. */
      readonly lowest: number;
      readonly highest: number;
    }
  | { readonly kind: "average-alone"; readonly key: string; readonly meanOf: readonly BenchmarkId[] }
  | { readonly kind: "more-findings"; readonly count: number };

export type TypeProblem =
  | { readonly problem: "key-of-other-type" }
  | { readonly problem: "merged-no-map" }
  /** A number or truth value where text is meant; `quoted`: with quotes. */
  | {
      readonly problem: "unquoted";
      readonly label: string;
      readonly written: string;
      readonly isNumber: boolean;
      readonly quoted: string;
    }
  | {
      readonly problem: "type";
      readonly label: string;
      readonly found: "list" | "map" | "text" | "unreadable" | { readonly written: string };
      readonly wanted: Wanted;
    };

export type ValueProblem =
  | {
      readonly problem: "limit";
      readonly label: string;
      readonly written: string;
      readonly bound: "minimum" | "exclusiveMinimum" | "maximum";
      readonly limit: unknown;
    }
  | { readonly problem: "empty" | "unreadable"; readonly label: string; readonly wanted: Wanted }
  | {
      readonly problem: "not-allowed";
      readonly label: string;
      readonly written: string;
      readonly allowed: readonly string[];
      readonly meant: string | undefined;
    }
  | { readonly problem: "architecture"; readonly written: string; readonly allowed: readonly string[] }
  /** In nats per token. */
  | { readonly problem: "loss"; readonly benchmark: string; readonly loss: number; readonly most: number };

export type KeyProblem =
  | { readonly problem: "of-card"; readonly holder: string; readonly isFlow: boolean }
  | { readonly problem: "count"; readonly count: string; readonly value: string | undefined }
  | { readonly problem: "unknown"; readonly meant: string | undefined; readonly isThere: boolean };
