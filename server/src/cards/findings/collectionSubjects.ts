import type { BenchmarkId, ModelKind, ParameterCounts, ReleaseDate } from "../../density/model.ts";
import { error, type FindingKind, hint, information, optional, warning } from "./findingKind.ts";

/** Another card, as a message says where it is. */
export interface CardPlace {
  /** `undefined`: the same file. */
  readonly file: string | undefined;
  /** 1-based. */
  readonly line: number;
}

/** What the size in a model's name stands for. Counts in parameters. */
export type NameMeaning =
  | { readonly meaning: "size" }
  | { readonly meaning: "total-and-active"; readonly total: number; readonly active: number }
  | { readonly meaning: "active"; readonly active: number }
  | { readonly meaning: "active-and-experts"; readonly active: number; readonly product: number }
  | { readonly meaning: "experts"; readonly expert: number; readonly product: number };

/** What two cards of one model say differently; this card's first. */
export type CardDifference =
  | { readonly of: "release-date"; readonly own: ReleaseDate; readonly other: ReleaseDate }
  | {
      readonly of: "total" | "nonEmbedding" | "active";
      readonly own: number;
      readonly other: number;
    }
  /** In percent. */
  | { readonly of: "score"; readonly benchmark: BenchmarkId; readonly own: number; readonly other: number };

/** One thing that was measured otherwise than the reference expects. */
export type ProtocolDifference =
  | { readonly of: "shots"; readonly is: number; readonly should: number }
  | { readonly of: "chain-of-thought"; readonly is: boolean; readonly should: boolean }
  | { readonly of: "harness"; readonly is: string; readonly should: string };

/** Why a release date looks like another day. */
export type EvaluationDateProblem =
  | { readonly problem: "day-of-score" }
  | { readonly problem: "after-score"; readonly measured: ReleaseDate }
  | { readonly problem: "after-source"; readonly published: ReleaseDate; readonly source: string }
  /** Models made from this one that appeared before it. */
  | {
      readonly problem: "after-children";
      readonly count: number;
      readonly parent: string;
      readonly first: string;
      readonly firstDate: ReleaseDate;
    };

/** Facts of the findings that rules make of cards that read well, by `kind`, which is the finding's code. */
export type RuleSubject =
  | {
      readonly kind: "duplicate-name";
      readonly name: string;
      readonly other: CardPlace;
      readonly furtherCount: number;
    }
  | {
      readonly kind: "cards-disagree";
      readonly name: string;
      readonly other: CardPlace;
      readonly difference: CardDifference;
    }
  | ({ readonly kind: "name-size"; readonly written: string; readonly counts: ParameterCounts } & NameMeaning)
  | { readonly kind: "name-effective-size"; readonly written: string; readonly counts: ParameterCounts }
  | {
      readonly kind: "embedding-share";
      readonly total: number;
      readonly nonEmbedding: number;
      /** The largest share that is plausible for this size. */
      readonly largest: number;
    }
  | { readonly kind: "date-future"; readonly date: ReleaseDate; readonly today: number }
  | { readonly kind: "date-early"; readonly date: ReleaseDate; readonly firstYear: number }
  | {
      readonly kind: "date-before-parent";
      readonly date: ReleaseDate;
      readonly parent: string;
      readonly parentDate: ReleaseDate;
    }
  | {
      readonly kind: "date-in-name";
      readonly word: string;
      readonly named: ReleaseDate;
      readonly date: ReleaseDate;
    }
  | ({ readonly kind: "price-date"; readonly epochDay: number } & (
      | { readonly problem: "before-release"; readonly releaseDate: ReleaseDate }
      | { readonly problem: "future"; readonly today: number }
    ))
  | ({ readonly kind: "date-of-evaluation"; readonly date: ReleaseDate } & EvaluationDateProblem)
  | {
      readonly kind: "score-below-chance";
      readonly benchmark: BenchmarkId;
      readonly percent: number;
      readonly chancePercent: number;
    }
  | {
      readonly kind: "stderr-doubtful";
      readonly benchmark: BenchmarkId;
      /** In points, as all scores. */
      readonly stated: number;
      /** What so many questions give; absent for a standard error of 0, which no number of questions gives. */
      readonly expected: { readonly points: number; readonly questions: number } | undefined;
    }
  | {
      readonly kind: "score-above-frontier";
      readonly density: number;
      readonly epochDay: number;
      readonly densest: { readonly name: string; readonly density: number };
    }
  /** In percent, in the card's order. */
  | {
      readonly kind: "results-differ";
      readonly benchmark: BenchmarkId;
      readonly first: number;
      readonly second: number;
    }
  | { readonly kind: "score-copied"; readonly count: number; readonly percent: number }
  | {
      readonly kind: "protocol-differs";
      readonly benchmark: BenchmarkId;
      readonly reference: string;
      readonly differences: readonly ProtocolDifference[];
    }
  | { readonly kind: "instruct-as-base"; readonly word: string; readonly isStated: boolean }
  | {
      readonly kind: "kind-in-name";
      readonly word: string;
      readonly named: ModelKind;
      readonly isStated: boolean;
    }
  /** `bits`: what the word says; `stated`: what the card says. */
  | {
      readonly kind: "quantized-in-name";
      readonly word: string;
      readonly bits: number | undefined;
      readonly stated: number | undefined;
    }
  | { readonly kind: "base-model-unknown"; readonly name: string; readonly meant: string | undefined }
  | { readonly kind: "checkpoint-alone"; readonly run: string; readonly meant: string | undefined }
  /** Names from the card over its base models to the one that is made from it. */
  | { readonly kind: "base-model-cycle"; readonly name: string; readonly way: readonly string[] }
  | {
      readonly kind: "benchmark-before-model";
      readonly benchmark: string;
      readonly publishedDay: number;
      readonly source: string;
      readonly months: number;
      readonly date: ReleaseDate;
    }
  | { readonly kind: "source-missing" }
  | { readonly kind: "source-not-url"; readonly written: string; readonly address: string | undefined }
  /** Counts of all parameters. */
  | {
      readonly kind: "counts-of-base";
      readonly way: "quantised" | "tuned";
      readonly parent: string;
      readonly own: number;
      readonly base: number;
      /** Whether it is what stored integers give that hold several weights each. */
      readonly isPacked: boolean;
    }
  | {
      readonly kind: "compression-loss";
      readonly way: "quantised" | "pruned" | "distilled";
      readonly parent: string;
      readonly density: number;
      readonly parentDensity: number;
    }
  | ({ readonly kind: "suppression-unused" } & SuppressionProblem);

/** The codes of rules, with the severity that each has unless a collection chooses another. */
export const ruleFindings = {
  "duplicate-name": error("Two cards of a collection have the same name."),
  "cards-disagree": warning("Two cards of one model say different things."),
  "name-size": information("The size in the name is more than 15 % from every count of the card."),
  "name-effective-size": information("The name gives a size in memory (E4B), not a count."),
  "embedding-share": warning("The share of embeddings in all parameters is not plausible."),
  "date-future": warning("A release date lies after today."),
  "date-early": warning("A release date lies before 2017, the year of the first transformers."),
  "date-before-parent": warning("A model appeared before the model it was made from."),
  "date-in-name": warning("A release date lies before the day or month in the name."),
  "price-date": warning("A price is of a day before the model, or of one to come."),
  "date-of-evaluation": warning("A release date looks like the day of an evaluation or an upload."),
  "score-below-chance": information("A score is below what guessing gives."),
  "stderr-doubtful": information("A standard error is not what the number of questions gives."),
  "score-above-frontier": warning("A density is far above the trend on its date."),
  "score-copied": warning("All scores of a card are the same number."),
  "results-differ": warning("Two results of one benchmark differ, and nothing says why."),
  "protocol-differs": information("A score was not measured as the reference expects."),
  "instruct-as-base": warning("The name says instruct or chat, and the card counts as base."),
  "kind-in-name": warning("The name says pruned, distilled or merged, and the card counts as base."),
  "quantized-in-name": warning("The name says that weights are quantised, and the card does not."),
  "base-model-unknown": hint("No card of the collection has the name given as base model."),
  "base-model-cycle": warning("A model is, over its base models, made from itself."),
  "checkpoint-alone": hint("No other card is of the training run that a checkpoint names."),
  "benchmark-before-model": optional(
    information("A benchmark was published before the model, so its questions may be in the training data."),
  ),
  "source-missing": hint("A card with scores gives no source for them."),
  "source-not-url": information("A source is not an address that can be opened."),
  "counts-of-base": warning("A quantised or tuned model has another count than the model it was made from."),
  "compression-loss": information("A compressed model is less dense than the model it was made from."),
} as const satisfies Readonly<Partial<Record<RuleSubject["kind"], FindingKind>>>;

/** Why a comment suppresses nothing. `meant`: what it should have said. */
export type SuppressionProblem =
  | { readonly problem: "no-code" }
  | { readonly problem: "word"; readonly meant: string }
  | { readonly problem: "nothing-there"; readonly code: string }
  | { readonly problem: "unknown-code"; readonly code: string; readonly meant: string | undefined };

/** Facts of the findings on files that are no cards. */
export type FileSubject =
  /** In the words of the schema, as a part of a sentence. */
  | { readonly kind: "reference-invalid"; readonly problem: string }
  | { readonly kind: "settings-invalid"; readonly problem: string }
  /** A reference that is not there. */
  | { readonly kind: "settings-invalid"; readonly reference: string }
  /** A model that is named to be left out, and has no card. */
  | { readonly kind: "settings-unknown-model"; readonly name: string; readonly meant: string | undefined }
  | {
      readonly kind: "settings-unknown-key";
      readonly key: string;
      readonly of: "densing.yaml" | "rules";
      readonly meant: string | undefined;
    };
