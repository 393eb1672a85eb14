import type { Rectangle, Segment } from "../../scene/geometry.ts";
import type { Scales } from "../axes/scales.ts";
import type { PointInterval } from "./timeFigure.ts";

/** Half the width of the line that closes an end. Pixels. */
export const capHalfWidth = 2.5;

/**
 * The strokes of an error bar: the bar, and a cap where the interval ends. An open end, or one beyond the
 * axis, has none: the bar runs to the border of the plot.
 */
export function errorBarStrokes(
  { low, high }: PointInterval,
  x: number,
  { yOf }: Scales,
  plot: Rectangle,
): Segment[] {
  const ends = [
    low === undefined ? plot.bottom : yOf(Math.log2(low)),
    high === undefined ? plot.top : yOf(Math.log2(high)),
  ];
  const [bottom, top] = ends.map((y) => Math.min(plot.bottom, Math.max(plot.top, y)));
  if (bottom === undefined || top === undefined) return [];
  const caps = [bottom, top].filter((y) => y > plot.top && y < plot.bottom);
  return [
    { from: { x, y: bottom }, to: { x, y: top } },
    ...caps.map((y) => ({ from: { x: x - capHalfWidth, y }, to: { x: x + capHalfWidth, y } })),
  ];
}
