import type { Drawing } from "../drawing/drawing.ts";
import type { DrawingOptions } from "../drawing/drawnFigure.ts";
import type { FigureSize } from "../figure/layout.ts";
import type { SizesFigure } from "./sizesFigure.ts";

/** The figure in pixels. */
export function drawSizes(_figure: SizesFigure, size: FigureSize, _options: DrawingOptions): Drawing {
  return { shapes: [], targets: [], area: { left: 0, top: 0, right: size.width, bottom: size.height } };
}
