import type { FigureSize } from "../figure/layout.ts";
import { drawPrices } from "../pricesFigure/drawPrices.ts";
import { drawSizes } from "../sizesFigure/drawSizes.ts";
import type { Drawing } from "./drawing.ts";
import type { DrawingOptions, DrawnFigure } from "./drawnFigure.ts";

/** A figure in pixels. Same figure, size and options: same drawing. */
export function drawFigure(figure: DrawnFigure, size: FigureSize, options: DrawingOptions): Drawing {
  switch (figure.kind) {
    case "sizes":
      return drawSizes(figure, size, options);
    case "prices":
      return drawPrices(figure, size, options);
  }
}
