import type { BenchmarkId, EvaluationProtocol } from "./model.ts";

/**
 * Loss law, equation 1 of Xiao et al. (2025): L(N, D) = a N^-alpha + b D^-beta, in nats per token; with an
 * irreducible loss it is e + a N^-alpha + b D^-beta.
 */
export interface LossLawCoefficients {
  /** Irreducible loss in nats per token; the paper's law has none. */
  readonly e?: number;
  readonly a: number;
  readonly alpha: number;
  readonly b: number;
  readonly beta: number;
}

/** Score law, equation 2: S(L) = c / (1 + exp(-gamma (L - l))) + d, in percent. */
export interface ScoreLawCoefficients {
  readonly c: number;
  readonly gamma: number;
  readonly l: number;
  readonly d: number;
}

/**
 * Ladder: S(N) = d + c / (1 + (N / n50)^-k), in percent, with N in non-embedding parameters. For
 * benchmarks nobody measured losses on; calibrated on the sizes of one family.
 */
export interface LadderCoefficients {
  readonly c: number;
  readonly d: number;
  /** Parameters at which half of c is earned. */
  readonly n50: number;
  readonly k: number;
}

interface CurveRange {
  /**
   * Scores (percent) the curve was measured to hold for: above `above`, up to and including `upTo`.
   * Without it the range follows from the curve and D0 (`scoreRange`).
   */
  readonly validatedScores?: { readonly above: number; readonly upTo: number };
  /** Root mean square error of the curve's scores, in points. */
  readonly residualPoints: number | undefined;
  /** Points behind that error less the coefficients fitted to them; `undefined` when not known. */
  readonly residualDegreesOfFreedom?: number;
}

/** From size and training tokens over the loss to the score. */
export interface LawCurve extends CurveRange {
  readonly kind: "laws";
  readonly lossLaw: LossLawCoefficients;
  readonly scoreLaw: ScoreLawCoefficients;
  /** Other minima of the loss law's fit: as good as the data can tell, and far apart in size. */
  readonly alternativeLossLaws: readonly LossLawCoefficients[];
  /** Root mean square error of the loss law over its runs, in nats per token. */
  readonly residualNats: number | undefined;
  /** Runs behind that error less the coefficients fitted to them; `undefined` when not known. */
  readonly residualNatsDegreesOfFreedom?: number;
}

/** From size straight to the score, within one family. */
export interface LadderCurve extends CurveRange {
  readonly kind: "ladder";
  readonly ladder: LadderCoefficients;
  /** The family whose sizes the curve was calibrated on. */
  readonly family: string;
}

/** One benchmark's (or the composite's) road from reference model size to score. */
export type ReferenceCurve = LawCurve | LadderCurve;

/** Which scores are averaged into which curve. */
export interface Composite {
  readonly id: BenchmarkId;
  readonly of: readonly BenchmarkId[];
}

/** Hardware behind the inference-time denominator, equations 5 to 7. */
export interface InferenceHardware {
  readonly flopsPerSecond: number;
  readonly bytesPerSecond: number;
  readonly inputTokens: number;
  readonly bytesPerParameter: number;
  /** k2 / k1 as someone printed it; overrides the ratio computed from the figures above. */
  readonly computeToMemoryRatio?: number;
}

/** One training run of a reference model. */
export interface ReferenceRun {
  /** N, non-embedding parameters. */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
  /** Nats per token, by curve. */
  readonly losses: ReadonlyMap<BenchmarkId, number>;
}

/** A reference model: what every capability density is relative to. */
export interface Reference {
  readonly name: string;
  readonly provenance: string;
  readonly attribution: string;
  /** D0: training tokens of the reference model at which curves are inverted. */
  readonly trainingTokens: number;
  /** Largest model of the score fit; beyond it an effective size is extrapolated. Parameters. */
  readonly largestFittedParameters: number;
  /** Largest of the runs the loss laws were fitted to; `undefined` when the reference does not say. */
  readonly largestRunParameters: number | undefined;
  /** Most training tokens of those runs; `undefined` when the reference does not say. */
  readonly largestRunTokens?: number;
  /** The runs that the loss laws were fitted to, where the reference lists them. */
  readonly runs?: readonly ReferenceRun[];
  readonly curves: ReadonlyMap<BenchmarkId, ReferenceCurve>;
  readonly composite: Composite;
  readonly protocols: ReadonlyMap<BenchmarkId, EvaluationProtocol>;
  readonly hardware: InferenceHardware;
}
