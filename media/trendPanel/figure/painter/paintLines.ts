import type { DrawnSegment, StrokedLine, Strokes } from "../../../../server/src/scene/drawing.ts";
import type { Position, Segment } from "../../../../server/src/scene/geometry.ts";
import { arrowHead, directionOf, isHairline } from "../../../../server/src/scene/lineShape.ts";
import type { PageTheme } from "../../theme/theme.ts";

/** A line through positions. */
export function paintLine(
  context: CanvasRenderingContext2D,
  { through, paint, width, dashes, hasArrow }: StrokedLine,
  { palette }: PageTheme,
): void {
  const [last, before] = [through.at(-1), through.at(-2)];
  if (last === undefined || before === undefined) return;
  const head = hasArrow === true ? arrowHead(before, last) : undefined;
  const places = head === undefined ? through : [...through.slice(0, -1), head.base];
  const isOnPixels = isHairline(paint, width);
  const { isLevel, isUpright } = directionOf(places);
  setStroke(context, palette[paint], width, dashes);
  context.beginPath();
  for (const { x, y } of places)
    context.lineTo(
      isOnPixels && isUpright ? crisp(context, x, "x") : x,
      isOnPixels && isLevel ? crisp(context, y, "y") : y,
    );
  context.stroke();
  if (head !== undefined) fillPolygon(context, head.corners, palette[paint]);
}

export function paintSegment(
  context: CanvasRenderingContext2D,
  segment: DrawnSegment,
  { palette }: PageTheme,
): void {
  setStroke(context, palette[segment.paint], segment.width, segment.dashes);
  strokeAll(context, [segment]);
}

/** Straight strokes that look alike. */
export function paintStrokes(
  context: CanvasRenderingContext2D,
  { segments, paint, width, dashes, isOnPixels }: Strokes,
  { palette }: PageTheme,
): void {
  setStroke(context, palette[paint], width, dashes);
  strokeAll(context, isOnPixels === true ? segments.map((segment) => onPixels(context, segment)) : segments);
}

export function setStroke(
  context: CanvasRenderingContext2D,
  colour: string,
  width: number,
  dashes: readonly number[] = [],
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = "miter";
  context.setLineDash([...dashes]);
}

export function strokeAll(context: CanvasRenderingContext2D, segments: readonly Segment[]): void {
  context.beginPath();
  for (const { from, to } of segments) {
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}

export function fillPolygon(
  context: CanvasRenderingContext2D,
  corners: readonly Position[],
  colour: string,
): void {
  context.fillStyle = colour;
  context.beginPath();
  for (const { x, y } of corners) context.lineTo(x, y);
  context.closePath();
  context.fill();
}

function onPixels(context: CanvasRenderingContext2D, { from, to }: Segment): Segment {
  const isLevel = from.y === to.y;
  const at = ({ x, y }: Position): Position =>
    isLevel ? { x, y: crisp(context, y, "y") } : { x: crisp(context, x, "x"), y };
  return { from: at(from), to: at(to) };
}

/** Where a line of one pixel covers whole device pixels. */
function crisp(context: CanvasRenderingContext2D, coordinate: number, axis: "x" | "y"): number {
  const { a: scale, e, f } = context.getTransform();
  const moved = axis === "x" ? e : f;
  return (Math.round(coordinate * scale + moved - scale / 2) + scale / 2 - moved) / scale;
}
