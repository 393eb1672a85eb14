import type { Position, Rectangle } from "../../../server/src/scene/geometry.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels between the middle of a mark and the tooltip: outside the focus ring. */
const gap = 16;
/** Pixels between the tooltip and the page's border. */
const margin = 4;
/** How far above the mark a tooltip beside it starts. */
const rise = 20;

/**
 * Where a tooltip stands: right of its mark, left, below or above, at the first side with room for
 * it, and always within the page.
 * @returns `undefined` when no side has room
 */
export function tooltipPlace(mark: Position, { width, height }: Size, page: Size): Position | undefined {
  const left = { x: mark.x - gap - width, y: within(mark.y - rise, height, page.height) };
  const right = { x: mark.x + gap, y: left.y };
  const below = { x: within(mark.x - width / 2, width, page.width), y: mark.y + gap };
  const above = { x: below.x, y: mark.y - gap - height };
  return [right, left, below, above].find((place) => isOnPage(boxAt(place, { width, height }), page));
}

/** The largest tooltip that still leaves its mark free, for pages without room for a whole one. */
export function largestTooltip(mark: Position, page: Size): Size {
  const above = mark.y - gap - margin;
  const below = page.height - mark.y - gap - margin;
  // Elements are measured in whole pixels.
  return { width: page.width - 2 * margin, height: Math.floor(Math.max(above, below)) };
}

function within(start: number, length: number, whole: number): number {
  return Math.max(margin, Math.min(start, whole - margin - length));
}

function boxAt({ x, y }: Position, { width, height }: Size): Rectangle {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function isOnPage({ left, top, right, bottom }: Rectangle, { width, height }: Size): boolean {
  return left >= margin && top >= margin && right <= width - margin && bottom <= height - margin;
}
