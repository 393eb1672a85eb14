import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { finish, type Steps } from "../trend/steps.ts";
import { benchmarksSteps } from "./benchmarks/benchmarksFigure.ts";
import { curvesFigure } from "./curves/curvesFigure.ts";
import type { DrawnFigure } from "./drawnFigure.ts";
import type { EmptyFigure } from "./emptyFigure.ts";
import { pricesFigure } from "./prices/pricesFigure.ts";
import { sizesFigure } from "./sizes/sizesFigure.ts";

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
