import type { DrawnMark, Group, Shape, StrokedLine, Strokes } from "../drawing.ts";
import type { Position } from "../geometry.ts";
import { arrowHead, directionOf, isHairline } from "../lineShape.ts";
import { type PaintStep, paintSteps } from "../paintOrder.ts";
import { colourOf, type Theme } from "../theme.ts";
import { drawArea } from "./area.ts";
import { crisp } from "./crisp.ts";
import { type Attributes, element, formatNumber, type Markup } from "./element.ts";
import { drawMark, drawSpan } from "./marks.ts";
import { drawHalo, drawText } from "./text.ts";

const ringWidth = 2;

/** Every shape of a drawing, from the lowest to the topmost. */
export function drawShapes(shapes: readonly Shape[], theme: Theme): Markup[] {
  return [...paintSteps(shapes)].flatMap((step) => drawStep(step, theme));
}

function drawStep(step: PaintStep, theme: Theme): Markup[] {
  switch (step.kind) {
    case "halo":
      return [drawHalo(step.text.text, step.text.text.text, theme)];
    case "letters":
      return [drawText(step.text.text, theme, step.text.quietEnd)];
    case "line":
      return drawLine(step, theme);
    case "segment": {
      const { from, to, paint, width, dashes } = step;
      const ends = { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
      return [element("line", { ...ends, ...strokeOf({ paint, width, dashes }, theme) })];
    }
    case "strokes":
      return drawStrokes(step, { fill: "none", ...strokeOf(step, theme) });
    case "area":
      return drawArea(step, theme);
    case "mark":
      return [drawTitledMark(step, theme)];
    case "ring":
      return [
        element("circle", {
          cx: step.at.x,
          cy: step.at.y,
          r: step.radius,
          fill: "none",
          stroke: theme.focus,
          "stroke-width": ringWidth,
        }),
      ];
    case "group":
      return [drawGroup(step, theme)];
  }
}

/** What all shapes of a group have in common is said once; what is clipped is a picture in the picture. */
function drawGroup({ shapes, areHairlines, clip, moves }: Group, theme: Theme): Markup {
  const drawn =
    areHairlines === true
      ? shapes.flatMap((shape) =>
          shape.kind === "strokes" ? drawStrokes(shape, { stroke: colourOf(shape.paint, theme) }) : [],
        )
      : drawShapes(shapes, theme);
  const common: Attributes = areHairlines === true ? { fill: "none", "stroke-width": 1 } : {};
  const transform = moves === undefined ? undefined : `translate(${formatNumber(moves.by)} 0)`;
  const group = element("g", { ...common, transform }, ...drawn);
  if (clip === undefined) return group;
  const [x, y, width, height] = [clip.left, clip.top, clip.right - clip.left, clip.bottom - clip.top];
  const viewBox = [x, y, width, height].map(formatNumber).join(" ");
  return element("svg", { x, y, width, height, viewBox }, group);
}

function drawTitledMark({ mark, at, radius, isFilled, span, title }: DrawnMark, theme: Theme): Markup {
  const drawn = [
    ...(span === undefined ? [] : [drawSpan(span, mark.hue, theme)]),
    drawMark(mark, at.x, at.y, radius, isFilled, theme),
  ];
  const [only, ...others] = drawn;
  if (title === undefined && only !== undefined && others.length === 0) return only;
  return element("g", {}, ...(title === undefined ? [] : [element("title", {}, title)]), ...drawn);
}

function drawStrokes({ segments, isOnPixels }: Strokes, attributes: Attributes): Markup[] {
  if (segments.length === 0) return [];
  const d = segments.map(({ from, to }) => {
    if (isOnPixels !== true)
      return `M${formatNumber(from.x)},${formatNumber(from.y)}L${formatNumber(to.x)},${formatNumber(to.y)}`;
    return from.y === to.y
      ? `M${formatNumber(from.x)},${crisp(from.y)}H${formatNumber(to.x)}`
      : `M${crisp(from.x)},${formatNumber(from.y)}v${formatNumber(to.y - from.y)}`;
  });
  return [element("path", { d: d.join(""), ...attributes })];
}

function strokeOf(
  {
    paint,
    width,
    dashes,
  }: Pick<Strokes, "paint" | "width"> & { readonly dashes?: Strokes["dashes"] | undefined },
  theme: Theme,
): Attributes {
  return {
    stroke: colourOf(paint, theme),
    "stroke-width": width,
    "stroke-dasharray": dashes === undefined || dashes.length === 0 ? undefined : dashes.join(" "),
  };
}

function drawLine({ through, paint, width, dashes, hasArrow }: StrokedLine, theme: Theme): Markup[] {
  const [last, before] = [through.at(-1), through.at(-2)];
  if (last === undefined || before === undefined) return [];
  const head = hasArrow === true ? arrowHead(before, last) : undefined;
  const line = element("path", {
    d: pathOf(head === undefined ? through : [...through.slice(0, -1), head.base], isHairline(paint, width)),
    fill: "none",
    ...strokeOf({ paint, width, dashes }, theme),
  });
  if (head === undefined) return [line];
  const points = head.corners.map(({ x, y }) => `${formatNumber(x)},${formatNumber(y)}`).join(" ");
  return [line, element("polygon", { points, fill: colourOf(paint, theme) })];
}

function pathOf(through: readonly Position[], isOnPixels: boolean): string {
  const { isLevel, isUpright } = directionOf(through);
  return through
    .map(({ x, y }, index) => {
      const across = isOnPixels && isUpright ? crisp(x) : formatNumber(x);
      const down = isOnPixels && isLevel ? crisp(y) : formatNumber(y);
      return `${index === 0 ? "M" : "L"}${across},${down}`;
    })
    .join("");
}
