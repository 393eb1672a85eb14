import type { StrokedLine } from "../../scene/drawing.ts";
import type { CurveSupport } from "./curveStretches.ts";

/** How a stretch of a curve is drawn: the better it is supported, the heavier. */
export const curveStyles: Readonly<Record<CurveSupport, Pick<StrokedLine, "paint" | "width" | "dashes">>> = {
  runs: { paint: "blue", width: 3.2 },
  fitted: { paint: "blue", width: 1.6 },
  extrapolated: { paint: "blue", width: 1.6, dashes: [5, 4] },
};
