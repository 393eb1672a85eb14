import type { Drawing } from "../scene/drawing.ts";
import type { FigureSize } from "../scene/plots/figureSize.ts";
import { drawBenchmarks } from "./benchmarks/drawBenchmarks.ts";
import { drawCurves } from "./curves/drawCurves.ts";
import type { DrawingOptions } from "./drawingOptions.ts";
import type { DrawnFigure } from "./drawnFigure.ts";
import { drawPrices } from "./prices/drawPrices.ts";
import { drawSizes } from "./sizes/drawSizes.ts";

/** A figure in pixels. Same figure, size and options: same drawing. */
export function drawFigure(figure: DrawnFigure, size: FigureSize, options: DrawingOptions): Drawing {
  switch (figure.kind) {
    case "benchmarks":
      return drawBenchmarks(figure, size, options);
    case "curves":
      return drawCurves(figure, size, options);
    case "sizes":
      return drawSizes(figure, size, options);
    case "prices":
      return drawPrices(figure, size, options);
  }
}
