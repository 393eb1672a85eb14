import type { DrawnMark, DrawnText, Paint, Shape, StrokedLine } from "../drawing.ts";
import type { Position } from "../geometry.ts";
import { drawArea } from "./area.ts";
import { crisp } from "./crisp.ts";
import { element, formatNumber, type Markup } from "./element.ts";
import { drawMark } from "./marks.ts";
import { drawHalo, drawText } from "./text.ts";
import { colourOf, type Theme } from "./theme.ts";

const ringWidth = 2;
const arrowLength = 9;
const arrowHalfWidth = 4;

/**
 * Every shape of a drawing, from the lowest to the topmost. Of texts that follow one another the halos
 * come first: none bites into a neighbour's letters.
 */
export function drawShapes(shapes: readonly Shape[], theme: Theme): Markup[] {
  const drawn: Markup[] = [];
  let texts: Markup[] = [];
  for (const shape of shapes) {
    if (shape.kind === "text") {
      if (shape.hasHalo) drawn.push(drawHalo(shape.text, shape.text.text, theme));
      texts.push(drawText(shape.text, theme, shape.quietEnd));
    } else {
      drawn.push(...texts, ...drawShape(shape, theme));
      texts = [];
    }
  }
  return [...drawn, ...texts];
}

function drawShape(shape: Exclude<Shape, DrawnText>, theme: Theme): Markup[] {
  switch (shape.kind) {
    case "line":
      return drawLine(shape, theme);
    case "area":
      return drawArea(shape.corners, shape.strength, theme);
    case "mark":
      return [drawTitledMark(shape, theme)];
    case "ring":
      return [
        element("circle", {
          cx: shape.at.x,
          cy: shape.at.y,
          r: shape.radius,
          fill: "none",
          stroke: theme.focus,
          "stroke-width": ringWidth,
        }),
      ];
  }
}

function drawTitledMark({ mark, at, radius, isFilled, title }: DrawnMark, theme: Theme): Markup {
  const drawn = drawMark(mark, at.x, at.y, radius, isFilled, theme);
  return title === undefined ? drawn : element("g", {}, element("title", {}, title), drawn);
}

function drawLine({ through, paint, width, dashes, hasArrow }: StrokedLine, theme: Theme): Markup[] {
  const [last, before] = [through.at(-1), through.at(-2)];
  if (last === undefined || before === undefined) return [];
  const colour = colourOf(paint, theme);
  const head = hasArrow === true ? arrowHead(before, last) : undefined;
  const line = element("path", {
    d: pathOf(head === undefined ? through : [...through.slice(0, -1), head.base], isHairline(paint, width)),
    fill: "none",
    stroke: colour,
    "stroke-width": width,
    "stroke-dasharray": dashes?.join(" "),
  });
  if (head === undefined) return [line];
  const points = head.corners.map(({ x, y }) => `${formatNumber(x)},${formatNumber(y)}`).join(" ");
  return [line, element("polygon", { points, fill: colour })];
}

/** Lines of the grid and the axes are put on whole pixels. */
function isHairline(paint: Paint, width: number): boolean {
  return width === 1 && (paint === "gridline" || paint === "referenceLine" || paint === "axis");
}

function pathOf(through: readonly Position[], isOnPixels: boolean): string {
  const [first] = through;
  const isLevel = isOnPixels && through.every(({ y }) => y === first?.y);
  const isUpright = isOnPixels && through.every(({ x }) => x === first?.x);
  return through
    .map(({ x, y }, index) => {
      const [across, down] = [isUpright ? crisp(x) : formatNumber(x), isLevel ? crisp(y) : formatNumber(y)];
      return `${index === 0 ? "M" : "L"}${across},${down}`;
    })
    .join("");
}

/** A triangle with its tip at the line's end, and where the line stops for it. */
function arrowHead(from: Position, tip: Position): { corners: readonly Position[]; base: Position } {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  const base = { x: tip.x - arrowLength * along.x, y: tip.y - arrowLength * along.y };
  const side = { x: -arrowHalfWidth * along.y, y: arrowHalfWidth * along.x };
  return {
    base,
    corners: [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }],
  };
}
