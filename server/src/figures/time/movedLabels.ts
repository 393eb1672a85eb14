import { isWithin, type Position, type Rectangle, type Segment } from "../../scene/geometry.ts";
import type { FigureLayout } from "./figureLayout.ts";
import type { PlacedPoint } from "./placedPoints.ts";
import type { PlacedRecordLabel } from "./recordLabels.ts";

/**
 * Names that go along with their marks. While a figure moves from dates to dates a search for the best
 * places would take most of a frame, and let the names jump; those that leave the plot are left out.
 */
export function movedLabels(
  { recordLabels, points }: Pick<FigureLayout, "recordLabels" | "points">,
  moved: readonly PlacedPoint[],
  bounds: Rectangle,
): PlacedRecordLabel[] {
  const before = new Map(points.map((placed) => [placed.point.id, placed]));
  const after = new Map(moved.map((placed) => [placed.point.id, placed]));
  return recordLabels.flatMap((label) => {
    const [from, to] = [before.get(label.pointId), after.get(label.pointId)];
    if (from === undefined || to === undefined) return [];
    const by = { x: to.x - from.x, y: to.y - from.y };
    const box = movedBox(label.box, by);
    return isWithin(box, bounds)
      ? [
          {
            ...label,
            x: label.x + by.x,
            baseline: label.baseline + by.y,
            box,
            leader: label.leader && movedSegment(label.leader, by),
          },
        ]
      : [];
  });
}

function movedBox({ left, top, right, bottom }: Rectangle, { x, y }: Position): Rectangle {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

function movedSegment({ from, to }: Segment, by: Position): Segment {
  const moved = ({ x, y }: Position) => ({ x: x + by.x, y: y + by.y });
  return { from: moved(from), to: moved(to) };
}
