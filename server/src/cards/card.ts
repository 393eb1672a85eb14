import type { BenchmarkId, Model } from "../density/model.ts";
import type { Finding, SourceRange } from "./finding.ts";
import type { MapNode } from "./yaml/cardTree.ts";

/** A text of a card as written, and where. */
export interface WrittenText {
  readonly text: string;
  readonly range: SourceRange;
}

/** Where the parts of a card that carry numbers stand. Keys and values, as offsets in the file. */
export interface CardRanges {
  /** The value of `name`, else the first line of the card. */
  readonly name: SourceRange;
  readonly releaseDate: SourceRange | undefined;
  /** The key `parameters` and, below it, its value. */
  readonly parameters: SourceRange | undefined;
  readonly parametersKey: SourceRange | undefined;
  /** The value of `kind`. */
  readonly kind: SourceRange | undefined;
  /** The value of `checkpoint_of`. */
  readonly checkpointOf: SourceRange | undefined;
  /** The `date` of the price. */
  readonly priceDate: SourceRange | undefined;
  /** The value of `quantization`. */
  readonly quantization: SourceRange | undefined;
  /** One range per name of `base_model`, in the order of `Model.baseModels`. */
  readonly baseModels: readonly SourceRange[];
  /** Entries of `sources` and every `source` of a score. */
  readonly sources: readonly WrittenText[];
  /** The `date` of every score: when it was measured. */
  readonly evaluationDates: readonly WrittenText[];
  /** For every benchmark of the model, the key under `benchmarks`. */
  readonly benchmarkKeys: ReadonlyMap<BenchmarkId, SourceRange>;
  /** For every benchmark, one range per score, in the order of `Model.scores`. */
  readonly scores: ReadonlyMap<BenchmarkId, readonly SourceRange[]>;
  /** For every benchmark, one range per loss, in the order of `Model.losses`. */
  readonly losses: ReadonlyMap<BenchmarkId, readonly SourceRange[]>;
}

/** One card of a file: everything a person wrote, as far as it could be understood. */
export interface Card {
  /** 0-based position among the cards of the file; blank documents are not counted. */
  readonly index: number;
  /** The card's text in the file: from its own `---`, if it has one, up to the next one. */
  readonly range: SourceRange;
  /** As written, also when the rest of the card cannot be read. */
  readonly name: string | undefined;
  /** `undefined`: unreadable (no name, not a map, or broken YAML); the findings say why. */
  readonly model: Model | undefined;
  readonly ranges: CardRanges;
  readonly findings: readonly Finding[];
  /** Keys and values as far as they could be recovered, with offsets relative to `range.start`. */
  readonly tree: MapNode | undefined;
  /** Whether the text has no mistake in its YAML, so that the tree is all that it says. */
  readonly isWellFormed: boolean;
}

/** All cards of one text, with the findings that belong to no card. */
export interface CardFile {
  readonly cards: readonly Card[];
  readonly findings: readonly Finding[];
}
