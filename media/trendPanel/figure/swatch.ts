import type { Paint, Shape, Stroke } from "../../../server/src/scene/drawing.ts";
import type { Position } from "../../../server/src/scene/geometry.ts";
import type { LegendKey } from "../../../server/src/scene/legendKeys.ts";
import { svgElement } from "../widgets/dom.ts";
import { markShape } from "./markIcon.ts";

const height = 14;

/** What a mark, a line or an area looks like. The words beside it say what it means. */
export function swatch({ width, shapes }: LegendKey): SVGElement {
  const viewBox = `0 ${-height / 2} ${width} ${height}`;
  return svgElement(
    "svg",
    { class: "swatch", width, height, viewBox, "aria-hidden": "true" },
    ...shapes.flatMap(drawn),
  );
}

function drawn(shape: Shape): SVGElement[] {
  switch (shape.kind) {
    case "line":
      return [svgElement("polyline", { points: corners(shape.through), fill: "none", ...strokeOf(shape) })];
    case "segment":
      return [svgElement("polyline", { points: corners([shape.from, shape.to]), ...strokeOf(shape) })];
    case "strokes":
      return shape.segments.map(({ from, to }) =>
        svgElement("polyline", { points: corners([from, to]), ...strokeOf(shape) }),
      );
    case "group":
      return shape.shapes.flatMap(drawn);
    case "area":
      return [svgElement("polygon", { points: corners(shape.corners), class: shape.strength })];
    case "mark": {
      const { mark, at, radius, isFilled } = shape;
      const made = markShape(mark.shape, radius, isFilled);
      made.setAttribute("color", colourOf(mark.hue));
      made.setAttribute("transform", `translate(${at.x} ${at.y})`);
      return [made];
    }
    case "ring":
      return [
        svgElement("circle", { cx: shape.at.x, cy: shape.at.y, r: shape.radius, class: "swatch-ring" }),
      ];
    case "text":
      // The words stand beside the swatch.
      return [];
  }
}

function strokeOf({ paint, width, dashes }: Stroke) {
  return {
    stroke: colourOf(paint),
    "stroke-width": width,
    "stroke-dasharray": dashes?.join(" ") ?? "none",
  };
}

function corners(all: readonly Position[]): string {
  return all.map(({ x, y }) => `${x},${y}`).join(" ");
}

/** The colour that was checked for contrast with the ground. */
function colourOf(paint: Paint): string {
  return paint === "ground" ? "var(--vscode-editor-background)" : `var(--densing-${paint})`;
}
