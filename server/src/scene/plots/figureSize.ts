import type { MeasureText } from "../text/text.ts";

/** Narrower pages than this, in pixels, drop what they have no room for. */
export const narrowBelow = 560;

/** Free pixels at both sides of a page of this width. */
export function sidePadding(width: number): number {
  return width < narrowBelow ? 12 : 20;
}

export interface FigureSize {
  /** Pixels, padding included. */
  readonly width: number;
  /** Pixels, from above the axis name to below the labels of the time axis. */
  readonly height: number;
  readonly measureText: MeasureText;
}
