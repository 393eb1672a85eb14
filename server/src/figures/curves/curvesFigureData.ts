import type { BenchmarkId } from "../../density/model.ts";
import type { ScoreRange } from "../../density/readableScores.ts";
import type { ParameterRange } from "../axes/parameterAxis.ts";
import type { DrawnModel } from "../drawnModels.ts";
import type { FigureWords } from "../figureWords.ts";
import type { CurveStretch } from "./curveStretches.ts";

/** A model on one curve. */
export interface CurveReading {
  /** Its place among the figure's models. */
  readonly model: number;
  /** Effective parameters. */
  readonly parameters: number;
  readonly percent: number;
}

/** One curve of the reference: score (percent) against effective parameters. */
export interface CurvePlot {
  readonly id: BenchmarkId;
  readonly name: string;
  /** Where one point of score moves the effective parameters by no more than a quarter. */
  readonly readable: ScoreRange | undefined;
  /** Higher scores have no effective parameters. */
  readonly validUpTo: number;
  /** What a model without parameters would score. */
  readonly floorPercent: number;
  /** What guessing scores, where that is known. */
  readonly chancePercent: number | undefined;
  readonly stretches: readonly CurveStretch[];
  /** From the smallest effective size to the largest. */
  readonly readings: readonly CurveReading[];
}

/** The reference's curves, and where a collection's models lie on them: no pixel, no colour. */
export interface CurvesFigure extends FigureWords {
  readonly kind: "curves";
  readonly models: readonly DrawnModel[];
  /** The composite first. */
  readonly plots: readonly CurvePlot[];
  readonly sizeRange: ParameterRange;
  /** Effective parameters where the loss runs end; `undefined` when the reference does not say. */
  readonly runsEnd: number | undefined;
  /** Effective parameters of the largest model of the score fits. */
  readonly fittedEnd: number;
}
