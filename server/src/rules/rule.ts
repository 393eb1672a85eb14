import type { FindingCode } from "../cards/finding.ts";
import type { RuleSubject } from "../cards/findings/collectionSubjects.ts";
import type { Place } from "../cards/place.ts";
import type { BenchmarkId, Model } from "../density/model.ts";
import type { AnalysedModel, AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { Frontier } from "./frontier.ts";

/**
 * Where the parts of a card stand that rules speak about. Lines count from the card's first line, so
 * that an edit above a card changes nothing here.
 */
export interface CardPlaces {
  readonly name: Place;
  readonly releaseDate: Place | undefined;
  /** The key `parameters`. */
  readonly parameters: Place | undefined;
  readonly kind: Place | undefined;
  readonly checkpointOf: Place | undefined;
  readonly priceDate: Place | undefined;
  readonly quantization: Place | undefined;
  /** In the order of `Model.baseModels`. */
  readonly baseModels: readonly Place[];
  readonly sources: readonly { readonly text: string; readonly place: Place }[];
  /** Days that scores were measured on, as written. */
  readonly evaluations: readonly { readonly text: string; readonly place: Place }[];
  /** The key `benchmarks` holds each of these. */
  readonly benchmarkKeys: ReadonlyMap<BenchmarkId, Place>;
  /** In the order of `Model.scores`. */
  readonly scores: ReadonlyMap<BenchmarkId, readonly Place[]>;
}

/** A readable card as rules see it. */
export interface RuleCard {
  /** Unique in the collection. */
  readonly id: string;
  readonly file: string;
  readonly model: Model;
  /** 0-based line of the file that the card starts on. */
  readonly firstLine: number;
  readonly places: CardPlaces;
}

/** A place of a card as a place in its file. */
export function placeInFile({ firstLine }: Pick<RuleCard, "firstLine">, { start, end }: Place): Place {
  return {
    start: { line: start.line + firstLine, character: start.character },
    end: { line: end.line + firstLine, character: end.character },
  };
}

/** The part of a card that a finding marks. Where that part stands may change without the finding changing. */
export type CardPart =
  | "name"
  | "release-date"
  | "parameters"
  | "kind"
  | "checkpoint-of"
  | "price-date"
  | "quantization"
  | { readonly baseModel: number }
  | { readonly source: number }
  | { readonly benchmark: BenchmarkId }
  | { readonly benchmark: BenchmarkId; readonly result: number };

/** What a rule says of a card. */
export interface RuleFinding {
  readonly part: CardPart;
  readonly subject: RuleSubject;
  /** Texts to write in place of the part. */
  readonly replacements?: readonly {
    readonly title: string;
    readonly newText: string;
    readonly isGuess?: boolean;
  }[];
}

/** Everything outside the card that a rule on one card may depend on. */
export interface CardRuleContext {
  readonly settings: AnalysisSettings;
  /** Days since 1970-01-01. */
  readonly today: number;
}

/** Everything that a rule on a collection may depend on. */
export interface CollectionRuleContext extends CardRuleContext {
  /** The card behind each base model of a card; `org/name` and other spellings included. */
  readonly parentsOf: (card: RuleCard) => readonly (RuleCard | undefined)[];
  /** The cards of models made from the model of a card. */
  readonly childrenOf: (card: RuleCard) => readonly RuleCard[];
  /** How many cards are of a training run or are named so, and the run that a lonely one is meant to be. */
  readonly runNamed: (run: string) => { readonly bearers: number; readonly meant: string | undefined };
  /** A name of the collection that a wrong one is meant to be. */
  readonly namesLike: (name: string) => string | undefined;
  /** All cards of the model a card is of, itself among them. */
  readonly cardsOfModel: (card: RuleCard) => readonly RuleCard[];
  /** Codes of optional rules that are asked for. */
  readonly optional: readonly FindingCode[];
  readonly analysed: (card: RuleCard) => AnalysedModel | undefined;
  readonly frontier: () => Frontier;
}

/** A rule that looks at one card alone. */
export type CardRule = (card: RuleCard, context: CardRuleContext) => readonly RuleFinding[];

/** A rule that looks at a card among the others. */
export type CollectionRule = (card: RuleCard, context: CollectionRuleContext) => readonly RuleFinding[];
