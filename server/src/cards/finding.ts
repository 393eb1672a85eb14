import type { CardSubject } from "./findings/cardSubjects.ts";
import { type FileSubject, type RuleSubject, ruleFindings } from "./findings/collectionSubjects.ts";
import {
  error,
  type FindingKind,
  hint,
  information,
  type Severity,
  warning,
} from "./findings/findingKind.ts";

/** A piece of a text: UTF-16 offsets, `start` inclusive, `end` exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** One way to correct what a finding is about: a single replacement that needs no further thought. */
export interface Fix {
  /** What the person reads, for example "Write 7.61B". */
  readonly title: string;
  readonly range: SourceRange;
  readonly newText: string;
  /** It may be wrong: offered, but never as the preferred one and never for a whole file at once. */
  readonly isGuess?: boolean;
}

/** The facts of a finding; `kind` is its code. Messages are made of them, and fixes are chosen by them. */
export type Subject = CardSubject | RuleSubject | FileSubject;

/** The facts that belong to each code. */
export type SubjectsByCode = { readonly [Code in FindingCode]: Extract<Subject, { readonly kind: Code }> };

/** Something a person should know about a card, at the token it is about. */
export interface Finding<Code extends FindingCode = FindingCode> {
  readonly code: Code;
  readonly severity: Severity;
  readonly subject: SubjectsByCode[Code];
  /** The facts in plain words: what was read, why it is doubted, what to write. Nothing is read from it. */
  readonly message: string;
  readonly range: SourceRange;
  /** The likeliest first. */
  readonly fixes?: readonly Fix[];
}

/**
 * Everything Densing can say about cards, with the severity it has unless a collection's settings
 * choose another. Codes are stable: people write them in `densing.yaml` and in scripts. Added to,
 * never renamed.
 */
export const findingTable = {
  syntax: error("The text is not valid YAML."),
  "second-document": error("Text follows `...` without a `---` before it."),
  "not-a-map": error("A card is something other than a map of keys and values."),
  "top-level-list": error("A file holds a list of cards instead of cards separated by `---`."),
  nesting: error("Lists and maps are nested more than 100 levels deep."),
  "card-size": error("A card is too large to be read."),
  "file-size": error("A file is too large to be read."),
  encoding: error("A file is not written in UTF-8."),
  "merge-conflict": error("A merge conflict was not resolved."),
  "look-alike": error("A key or value has a sign that looks like another one, or that nobody sees."),
  "alias-unknown": error("An alias (`*name`) has no anchor (`&name`) before it in the card."),
  "alias-size": error("Aliases repeat one another until the card is too large to be read."),
  "duplicate-key": error("A key is written twice in one map; neither is used."),
  "comma-number": error("A number with commas stands in braces, where YAML reads commas as separators."),
  "missing-key": error("A required key is missing or empty."),
  "not-indented": error("Lines that belong to the key above them start where it does; they are not read."),
  "empty-value": hint("A key has no value and is read as if it were absent."),
  "wrong-type": error("A value is a list, map, text or number where another is needed."),
  "wrong-value": error("A value is not among those that can stand there."),
  "unknown-key": hint("A key is not part of the card format; it is kept and not read."),
  "kind-missing": information("The card does not say how the weights were made; they count as base."),
  "quantity-unreadable": error("A count cannot be read as a number."),
  "quantity-too-small": error("A bare number below one million stands where a count is needed."),
  "quantity-too-large": error("A count is larger than any that can be meant."),
  "quantity-range": error("A range or list stands where one count is needed."),
  "quantity-shorthand": error("A name such as 8x7B stands where a count is needed."),
  "quantity-unknown": warning("A count is said to be unknown."),
  "counts-inconsistent": error("Two parameter counts contradict each other; none is used."),
  "multiplied-experts": information("The total looks multiplied out of a name such as 8x22B."),
  "total-size": information("Only the total is known, so the density is understated."),
  "total-missing": warning("Only active parameters are given, so most densities cannot be computed."),
  "active-missing": information("A mixture of experts does not say how many parameters are active."),
  "architecture-open": warning("Most parameters are active, and nothing says that the model is a mixture."),
  "price-unit": warning("A price is not one of a million tokens in US dollars; it is not used."),
  "quantization-bits": error("Weights are quantised, but the bits per weight are not known."),
  "date-unreadable": error("A release date is not written as YYYY-MM-DD or YYYY-MM."),
  "date-impossible": error("A release date is not in the calendar."),
  "month-date": information("A release date has no day; the 15th counts."),
  "score-unreadable": error("A score cannot be read as a number."),
  "score-range": error("A score is outside what its unit allows."),
  "score-unit": warning("A score of 1 or below may be a fraction or a percentage."),
  "duplicate-benchmark": error("A benchmark is written in two spellings; neither is used."),
  "scores-misplaced": warning(
    "Scores stand where they are not read, or under a name that says more than it.",
  ),
  "unknown-benchmark": hint("A benchmark is not in the registry; it is shown, but gives no density."),
  "average-mismatch": warning("A given average is not the mean of the five scores."),
  "average-alone": hint("An average stands without the five scores it is the mean of."),
  "more-findings": information("A card has more findings than are shown."),
  ...ruleFindings,
  "settings-invalid": error("A value in densing.yaml is not among those that can stand there."),
  "settings-unknown-key": warning("A key or code in densing.yaml is not known and has no effect."),
  "settings-unknown-model": error("A model is left out by a name that no card of the collection has."),
  "reference-invalid": error("A reference file does not describe a reference."),
  "suppression-unused": hint("A comment suppresses a finding that is not there."),
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof findingTable;

/** All codes, in the order of the table. */
export const findingCodes = Object.keys(findingTable) as readonly FindingCode[];

/** Whether two findings are about the same facts, wherever they stand and whatever they say. */
export function areAlike(one: { readonly subject: Subject }, other: { readonly subject: Subject }): boolean {
  return (
    one.subject === other.subject ||
    (one.subject.kind === other.subject.kind && JSON.stringify(one.subject) === JSON.stringify(other.subject))
  );
}
