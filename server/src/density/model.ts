/**
 * What the mathematics needs to know of a language model: plain facts, no text, no ranges.
 * The card reader produces these; nothing here can be half-read.
 */

/** How the weights were made. */
export const modelKinds = ["base", "instruct", "pruned", "distilled", "merged"] as const;
export type ModelKind = (typeof modelKinds)[number];

/** A kind as a card states it; `unknown`: the card states something that is no kind. */
export type StatedKind = ModelKind | "unknown";

/** A release date. `epochDay` counts days since 1970-01-01 (UTC). */
export interface ReleaseDate {
  readonly epochDay: number;
  /** `month`: only year and month are known; `epochDay` is then the 15th. */
  readonly precision: "day" | "month";
}

/** The parameter counts a card gives. Every count says what it counts; units: parameters. */
export interface ParameterCounts {
  readonly total: number | undefined;
  readonly active: number | undefined;
  readonly nonEmbedding: number | undefined;
  readonly activeNonEmbedding: number | undefined;
  /** Whether `nonEmbedding` was written on the card or computed from vocabulary and hidden size. */
  readonly nonEmbeddingOrigin: "given" | "computed" | "unknown";
}

export type Architecture = "dense" | "mixture-of-experts";

/** How a score was measured, as far as the card says. */
export interface EvaluationProtocol {
  readonly shots?: number;
  readonly chainOfThought?: boolean;
  readonly harness?: string;
}

/** One benchmark result. `percent` is always on the scale 0 to 100. */
export interface Score {
  readonly percent: number;
  /** Standard error in points (percent). */
  readonly standardErrorPercent?: number;
  /** Number of questions the score is the mean of, where the card says. */
  readonly items?: number;
  readonly protocol: EvaluationProtocol;
  readonly source?: string;
  /** Set when the unit is in doubt (0.412 among scores of 30 to 60); such a score gives no density. */
  readonly unitDoubted: boolean;
}

/** Conditional loss of the right answers given the questions, in nats per token; above 0. */
export type Loss = number;

/** What a model's maker asks for inference on a day. */
export interface ModelPrice {
  /** US dollars, for tokens read. */
  readonly dollarsPerMillionTokens: number;
  readonly epochDay: number;
}

/** Identifier of a benchmark in the registry, for example `mmlu`. */
export type BenchmarkId = string;

/** A language model as its card describes it. */
export interface Model {
  readonly name: string;
  readonly organization: string | undefined;
  readonly family: string | undefined;
  readonly releaseDate: ReleaseDate | undefined;
  /** `undefined`: the card does not say; such a model is counted and flagged. */
  readonly kind: StatedKind | undefined;
  readonly baseModels: readonly string[];
  /** Name of the training run this model is a checkpoint of. */
  readonly checkpointOf: string | undefined;
  readonly architecture: Architecture | undefined;
  readonly parameters: ParameterCounts;
  /** Bits per weight when the weights are quantised. */
  readonly weightBits: number | undefined;
  readonly price: ModelPrice | undefined;
  /** Every result of every benchmark, in the card's order; never an empty list. */
  readonly scores: ReadonlyMap<BenchmarkId, readonly Score[]>;
  /** Every loss of every benchmark, in the card's order; never an empty list. */
  readonly losses: ReadonlyMap<BenchmarkId, readonly Loss[]>;
}
