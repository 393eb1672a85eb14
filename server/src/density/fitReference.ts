import { fUpperTail } from "../numerics/fDistribution.ts";
import { scoreRange } from "./credibleSize.ts";
import {
  fewestPointsOfLaw,
  fitLossLaw,
  type LawFit,
  type LossLawForm,
  type LossPoint,
  tokensPerParameterDecades,
} from "./fitLaws.ts";
import { fitScoreLaw, type ScoreLawFit, type ScorePoint } from "./fitScoreLaw.ts";
import { scoreLaw as scoreOfLoss } from "./laws.ts";
import { hasCertainExponents, type NotIdentified, whyNotIdentified } from "./lossLawIdentified.ts";
import type { BenchmarkId } from "./model.ts";
import type { LawCurve, LossLawCoefficients, ScoreLawCoefficients } from "./reference.ts";

/** A training run of a reference model with its loss on each benchmark. */
export interface ReferenceRun {
  /** N, non-embedding parameters. */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
  /** Nats per token. */
  readonly losses: ReadonlyMap<BenchmarkId, number>;
}

/** A loss and its score; the fit leaves a held-out one alone. */
export interface MeasuredPoint extends ScorePoint {
  readonly heldOut: boolean;
}

/** What a reference is fitted from. */
export interface ReferenceMeasurements {
  readonly runs: readonly ReferenceRun[];
  readonly points: ReadonlyMap<BenchmarkId, readonly MeasuredPoint[]>;
  /** Score laws that are not to be fitted again. */
  readonly heldScoreLaws: ReadonlyMap<BenchmarkId, ScoreLawCoefficients>;
  /** D0, which decides where the validated range ends. */
  readonly trainingTokens: number;
  /** Whether the loss law has an irreducible loss; the paper’s, without one, unless given. */
  readonly lossLawForm?: LossLawForm;
}

/** Whether runs need an irreducible loss: the F test of the law with it against the paper's. */
export interface IrreducibleTest {
  /** Of the best law without it. */
  readonly sumOfSquares: number;
  readonly f: number;
  /** Degrees of freedom of the denominator; that of the numerator is 1. */
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** A curve with everything its fit says, or why there is none. */
export type CurveFit =
  | {
      readonly kind: "fitted";
      readonly curve: LawCurve;
      /** Every minimum, the best first; the first is the curve's. */
      readonly lossLaws: readonly LawFit<LossLawCoefficients>[];
      /** `undefined`: the law was held. */
      readonly scoreLaw: ScoreLawFit | undefined;
      /** Decades that D/N of the runs spans. */
      readonly tokensPerParameterDecades: number;
      /** Only of a law with an irreducible loss, and where the law without it has a minimum. */
      readonly irreducibleTest: IrreducibleTest | undefined;
    }
  | { readonly kind: "refused"; readonly reason: FitRefusal };

export type FitRefusal =
  | "too-few-runs"
  | NotIdentified
  | "no-loss-law"
  | "too-few-points"
  | "no-score-law"
  | "empty-range";

/** The score law has four coefficients. */
const scoreLawCoefficients = 4;

/** Fits every benchmark that has runs or points. */
export function fitReference(measurements: ReferenceMeasurements): ReadonlyMap<BenchmarkId, CurveFit> {
  const { runs, points } = measurements;
  const ids = new Set([...runs.flatMap(({ losses }) => [...losses.keys()]), ...points.keys()]);
  return new Map([...ids].map((id) => [id, fitCurve(id, measurements)]));
}

function fitCurve(id: BenchmarkId, measurements: ReferenceMeasurements): CurveFit {
  const runs = lossPoints(id, measurements.runs);
  if (runs.length < fewestPointsOfLaw) return { kind: "refused", reason: "too-few-runs" };
  const minima = fitLossLaw(runs, measurements.lossLawForm);
  const doubt = whyNotIdentified(runs, minima);
  if (doubt !== undefined) return { kind: "refused", reason: doubt };
  const lossLaws = minima.filter(hasCertainExponents);
  const [best, ...others] = lossLaws;
  if (best === undefined) return { kind: "refused", reason: "no-loss-law" };
  const points = (measurements.points.get(id) ?? []).filter(({ heldOut }) => !heldOut);
  const held = measurements.heldScoreLaws.get(id);
  if (held === undefined && points.length < fewestPointsOfLaw)
    return { kind: "refused", reason: "too-few-points" };
  const fit = held === undefined ? fitScoreLaw(points)[0] : undefined;
  const scoreLaw = held ?? fit?.law;
  if (scoreLaw === undefined) return { kind: "refused", reason: "no-score-law" };
  const spare = points.length - (fit === undefined ? scoreLawCoefficients : fit.coefficients);
  const curve: LawCurve = {
    kind: "laws",
    lossLaw: best.law,
    scoreLaw,
    alternativeLossLaws: others.map(({ law }) => law),
    residualPoints: residualOf(scoreLaw, points),
    ...(spare > 0 && { residualDegreesOfFreedom: spare }),
    residualNats: Math.sqrt(best.sumOfSquares / best.points),
    residualNatsDegreesOfFreedom: best.points - best.coefficients,
  };
  const { above, upTo } = scoreRange(curve, measurements.trainingTokens);
  if (!(above < upTo)) return { kind: "refused", reason: "empty-range" };
  return {
    kind: "fitted",
    curve,
    lossLaws,
    scoreLaw: fit,
    tokensPerParameterDecades: tokensPerParameterDecades(runs),
    irreducibleTest: measurements.lossLawForm === "irreducible" ? irreducibleTest(runs, best) : undefined,
  };
}

function irreducibleTest(
  runs: readonly LossPoint[],
  { sumOfSquares, points, coefficients }: LawFit<LossLawCoefficients>,
): IrreducibleTest | undefined {
  const without = fitLossLaw(runs)[0]?.sumOfSquares;
  const degreesOfFreedom = points - coefficients;
  if (without === undefined || degreesOfFreedom < 1) return undefined;
  const f = ((without - sumOfSquares) * degreesOfFreedom) / sumOfSquares;
  return { sumOfSquares: without, f, degreesOfFreedom, pValue: fUpperTail(f, 1, degreesOfFreedom) };
}

function lossPoints(id: BenchmarkId, runs: readonly ReferenceRun[]): LossPoint[] {
  return runs.flatMap(({ parameters, tokens, losses }) => {
    const loss = losses.get(id);
    return loss === undefined ? [] : [{ parameters, tokens, loss }];
  });
}

/** Root mean square error of a score law, in points; `undefined` without points. */
function residualOf(law: ScoreLawCoefficients, points: readonly MeasuredPoint[]): number | undefined {
  if (points.length === 0) return undefined;
  const squares = points.map(({ loss, scorePercent }) => (scoreOfLoss(law, loss) - scorePercent) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / points.length);
}
