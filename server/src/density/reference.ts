import type { BenchmarkId, EvaluationProtocol } from "./model.ts";

/** Loss law, equation 1 of Xiao et al. (2025): L(N, D) = a N^-alpha + b D^-beta, in nats per token. */
export interface LossLawCoefficients {
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

/** One benchmark's (or the composite's) road from reference model size to score. */
export interface ReferenceCurve {
  readonly lossLaw: LossLawCoefficients;
  readonly scoreLaw: ScoreLawCoefficients;
  /** Scores (percent) the curve may be inverted for: above `above`, up to and including `upTo`. */
  readonly validatedScores: { readonly above: number; readonly upTo: number };
  /** Root mean square error of the score law, in points. */
  readonly residualPoints: number | undefined;
}

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

/** A reference model: what every capability density is relative to. */
export interface Reference {
  readonly name: string;
  readonly provenance: string;
  readonly attribution: string;
  /** D0: training tokens of the reference model at which curves are inverted. */
  readonly trainingTokens: number;
  /** Largest model of the score fit; beyond it an effective size is extrapolated. Parameters. */
  readonly largestFittedParameters: number;
  readonly curves: ReadonlyMap<BenchmarkId, ReferenceCurve>;
  readonly composite: Composite;
  readonly protocols: ReadonlyMap<BenchmarkId, EvaluationProtocol>;
  readonly hardware: InferenceHardware;
}
