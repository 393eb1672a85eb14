import type { Drawing } from "../drawing/drawing.ts";
import type { DrawingOptions } from "../drawing/drawnFigure.ts";
import type { FigureSize } from "../figure/layout.ts";
import type { PricesFigure } from "./pricesFigure.ts";

/** The figure in pixels. */
export function drawPrices(_figure: PricesFigure, size: FigureSize, _options: DrawingOptions): Drawing {
  return { shapes: [], targets: [], area: { left: 0, top: 0, right: size.width, bottom: size.height } };
}
