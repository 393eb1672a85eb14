import type { Mark } from "../../../server/src/scene/mark.ts";
import { markOutline } from "../../../server/src/scene/markOutline.ts";
import { svgElement } from "../widgets/dom.ts";

const size = 14;
const radius = 4.8;
const smallRadius = 3;
const outlineWidth = 1.4;

/** A mark as the legend and the table show it. The words beside it say the same. */
export function markIcon({ shape, hue }: Mark, isFilled: boolean): SVGElement {
  const viewBox = `${-size / 2} ${-size / 2} ${size} ${size}`;
  return svgElement(
    "svg",
    { class: `mark hue-${hue}`, width: size, height: size, viewBox, "aria-hidden": "true" },
    markShape(shape, shape === "small-circle" ? smallRadius : radius, isFilled),
  );
}

/** A mark around the origin, in the current colour. */
export function markShape(shape: Mark["shape"], reach: number, isFilled: boolean): SVGElement {
  const outline = markOutline(shape, reach);
  const paint = isFilled
    ? { fill: "currentColor" }
    : { fill: "none", stroke: "currentColor", "stroke-width": outlineWidth };
  return outline.kind === "circle"
    ? svgElement("circle", { r: outline.radius, ...paint })
    : svgElement("polygon", { points: outline.corners.map(({ x, y }) => `${x},${y}`).join(" "), ...paint });
}
