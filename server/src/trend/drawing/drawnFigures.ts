import type { CollectionAnalysis } from "../analyseCollection.ts";
import type { EmptyFigure } from "../figure/figureModel.ts";
import { pricesFigure } from "../pricesFigure/pricesFigure.ts";
import { sizesFigure } from "../sizesFigure/sizesFigure.ts";
import type { DrawnFigure } from "./drawnFigure.ts";

/** Every figure but the one over time, by what it shows. */
export type DrawnFigureKind = DrawnFigure["kind"];

const figures: Readonly<
  Record<DrawnFigureKind, (analysis: CollectionAnalysis) => DrawnFigure | EmptyFigure>
> = {
  sizes: sizesFigure,
  prices: pricesFigure,
};

/** A figure of a collection; empty when no card has what it shows. */
export function drawnFigure(kind: DrawnFigureKind, analysis: CollectionAnalysis): DrawnFigure | EmptyFigure {
  return figures[kind](analysis);
}
