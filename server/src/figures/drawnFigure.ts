import type { LegendKey } from "../scene/legendKeys.ts";
import type { Assumptions } from "../wording/assumptions.ts";
import type { VerdictWording } from "../wording/verdict.ts";
import type { BenchmarksFigure } from "./benchmarks/benchmarksFigure.ts";
import type { CurvesFigure } from "./curves/curvesFigure.ts";
import type { FigureFamily } from "./families.ts";
import type { PricesFigure } from "./prices/pricesFigure.ts";
import type { SizesFigure } from "./sizes/sizesFigure.ts";

/** The words around the plot of a figure; the plot itself is a `Drawing` for any size. */
export interface DrawnFigureWords {
  /** The figure's finding, and what it rests on. */
  readonly wording: VerdictWording;
  /** The start of the legend: what marks and lines mean. */
  readonly keys: readonly LegendKey[];
  /** The rest of the legend; empty when marks do not tell families apart. */
  readonly families: readonly FigureFamily[];
  readonly assumptions: Assumptions;
  /** Said once below the figure; the last one is the source. */
  readonly notes: readonly string[];
}

/** Every figure but the one over time, in the terms of its data: no pixel, no colour. Plain data. */
export type DrawnFigure = SizesFigure | PricesFigure | CurvesFigure | BenchmarksFigure;

/** What a reader of a figure chose to see. */
export interface DrawingOptions {
  isShown(familyName: string): boolean;
  /** Ids of models, in the order they were pinned. */
  readonly pinned: readonly string[];
}

/** Everything shown, nothing pinned: a figure as it is exported. */
export const wholeFigure: DrawingOptions = { isShown: () => true, pinned: [] };
