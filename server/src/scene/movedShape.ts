import type { Shape } from "./drawing.ts";
import type { Position, Rectangle, Segment } from "./geometry.ts";

/** The same shape so many pixels to the right and down. */
export function movedShape<Moved extends Shape>(shape: Moved, x: number, y: number): Moved;
export function movedShape(shape: Shape, x: number, y: number): Shape {
  const moved = (position: Position): Position => ({ x: position.x + x, y: position.y + y });
  const movedSegment = ({ from, to }: Segment): Segment => ({ from: moved(from), to: moved(to) });
  switch (shape.kind) {
    case "line":
      return { ...shape, through: shape.through.map(moved) };
    case "segment":
      return { ...shape, ...movedSegment(shape) };
    case "strokes":
      return { ...shape, segments: shape.segments.map(movedSegment) };
    case "area":
      return {
        ...shape,
        corners: shape.corners.map(moved),
        ...(shape.edges !== undefined && { edges: shape.edges.map(movedSegment) }),
      };
    case "mark":
      return {
        ...shape,
        at: moved(shape.at),
        ...(shape.span !== undefined && { span: movedSegment(shape.span) }),
      };
    case "ring":
      return { ...shape, at: moved(shape.at) };
    case "text": {
      const { text } = shape;
      return {
        ...shape,
        text: { ...text, x: text.x + x, baseline: text.baseline + y, box: movedBox(text.box, x, y) },
      };
    }
    case "group":
      return {
        ...shape,
        shapes: shape.shapes.map((each) => movedShape(each, x, y)),
        ...(shape.clip !== undefined && { clip: movedBox(shape.clip, x, y) }),
        ...(shape.moves !== undefined && {
          moves: { ...shape.moves, bounds: movedBox(shape.moves.bounds, x, y) },
        }),
      };
  }
}

function movedBox({ left, top, right, bottom }: Rectangle, x: number, y: number): Rectangle {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}
