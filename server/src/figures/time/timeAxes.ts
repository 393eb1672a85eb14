import type { Group, Strokes } from "../../scene/drawing.ts";
import type { Rectangle, Segment } from "../../scene/geometry.ts";
import { bareText } from "../../scene/shapes.ts";
import type { PlacedText } from "../../scene/text/text.ts";
import type { PlacedPowerTick, PlacedTimeTick } from "../axes/placedTicks.ts";
import { monthTickLength, yearTickLength } from "../axes/timeAxis.ts";

/** Gridlines, the reference model's line and the time axis with its ticks. */
export function gridGroup(
  densityTicks: readonly PlacedPowerTick[],
  timeTicks: readonly PlacedTimeTick[],
  plot: Rectangle,
): Group {
  const across = (y: number): Segment => ({ from: { x: plot.left, y }, to: { x: plot.right, y } });
  const lines = densityTicks.filter(({ y }) => Math.abs(y - plot.bottom) >= 1);
  const hairlines = (paint: Strokes["paint"], segments: readonly Segment[]): Strokes[] =>
    segments.length === 0 ? [] : [{ kind: "strokes", segments, paint, width: 1, isOnPixels: true }];
  // Ticks start in the middle of the axis' pixel.
  const start = Math.floor(plot.bottom) + 0.5;
  const ticks = timeTicks.map(({ x, isYear }) => ({
    from: { x, y: start },
    to: { x, y: start + (isYear ? yearTickLength : monthTickLength) },
  }));
  return {
    kind: "group",
    name: "grid",
    areHairlines: true,
    shapes: [
      ...hairlines(
        "gridline",
        lines.filter(({ exponent }) => exponent !== 0).map(({ y }) => across(y)),
      ),
      ...hairlines(
        "referenceLine",
        lines.filter(({ exponent }) => exponent === 0).map(({ y }) => across(y)),
      ),
      ...hairlines("axis", [across(plot.bottom), ...ticks]),
    ],
  };
}

/** The words around the plot. */
export function axesGroup(
  axisName: PlacedText,
  ticks: readonly (PlacedPowerTick | PlacedTimeTick)[],
  lineNames: readonly PlacedText[],
): Group {
  const labels = ticks.flatMap(({ label }) => (label === undefined ? [] : [label]));
  return { kind: "group", name: "axes", shapes: [axisName, ...labels, ...lineNames].map(bareText) };
}
