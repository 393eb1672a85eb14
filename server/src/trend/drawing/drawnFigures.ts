import type { CollectionAnalysis } from "../analyseCollection.ts";
import { benchmarksSteps } from "../benchmarksFigure/benchmarksFigure.ts";
import { curvesFigure } from "../curvesFigure/curvesFigure.ts";
import type { EmptyFigure } from "../figure/figureModel.ts";
import { pricesFigure } from "../pricesFigure/pricesFigure.ts";
import { sizesFigure } from "../sizesFigure/sizesFigure.ts";
import { finish, type Steps } from "../steps.ts";
import type { DrawnFigure } from "./drawnFigure.ts";

/** Every figure but the one over time, by what it shows. */
export type DrawnFigureKind = DrawnFigure["kind"];

/** A figure of a collection; empty when no card has what it shows. */
export function drawnFigure(kind: DrawnFigureKind, analysis: CollectionAnalysis): DrawnFigure | EmptyFigure {
  return finish(drawnFigureSteps(kind, analysis));
}

/** The same in steps: a figure that fits several trends takes its time. */
export function* drawnFigureSteps(
  kind: DrawnFigureKind,
  analysis: CollectionAnalysis,
): Steps<DrawnFigure | EmptyFigure> {
  switch (kind) {
    case "benchmarks":
      return yield* benchmarksSteps(analysis);
    case "sizes":
      return sizesFigure(analysis);
    case "curves":
      return curvesFigure(analysis);
    case "prices":
      return pricesFigure(analysis);
  }
}
