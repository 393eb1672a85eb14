import type { Shape } from "./drawing.ts";
import type { Position } from "./geometry.ts";

/** The same shape so many pixels to the right and down. */
export function movedShape(shape: Shape, x: number, y: number): Shape {
  const moved = (position: Position): Position => ({ x: position.x + x, y: position.y + y });
  switch (shape.kind) {
    case "line":
      return { ...shape, through: shape.through.map(moved) };
    case "area":
      return { ...shape, corners: shape.corners.map(moved) };
    case "mark":
    case "ring":
      return { ...shape, at: moved(shape.at) };
    case "text": {
      const { box } = shape.text;
      const text = {
        ...shape.text,
        x: shape.text.x + x,
        baseline: shape.text.baseline + y,
        box: { left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y },
      };
      return { ...shape, text };
    }
  }
}
