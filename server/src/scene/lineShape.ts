import type { Paint } from "./drawing.ts";
import type { Position } from "./geometry.ts";

const arrowLength = 9;
const arrowHalfWidth = 4;

/** Lines of the grid and the axes are put on whole pixels. */
export function isHairline(paint: Paint, width: number): boolean {
  return width === 1 && (paint === "gridline" || paint === "referenceLine" || paint === "axis");
}

/** Whether all positions of a line have one height, or stand above one another. */
export function directionOf(through: readonly Position[]): {
  readonly isLevel: boolean;
  readonly isUpright: boolean;
} {
  const [first] = through;
  return {
    isLevel: through.every(({ y }) => y === first?.y),
    isUpright: through.every(({ x }) => x === first?.x),
  };
}

/** A triangle with its tip at a line's end, and where the line stops for it. */
export function arrowHead(from: Position, tip: Position): { corners: readonly Position[]; base: Position } {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const along = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  const base = { x: tip.x - arrowLength * along.x, y: tip.y - arrowLength * along.y };
  const side = { x: -arrowHalfWidth * along.y, y: arrowHalfWidth * along.x };
  return {
    base,
    corners: [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }],
  };
}
