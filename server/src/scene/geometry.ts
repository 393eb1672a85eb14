/** Pixels: x grows to the right, y downwards. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Segment {
  readonly from: Position;
  readonly to: Position;
}

/** The pieces of a line through positions. */
export function segmentsOf(through: readonly Position[]): Segment[] {
  return through.slice(1).flatMap((to, index) => {
    const from = through[index];
    return from === undefined ? [] : [{ from, to }];
  });
}

/** Whether two rectangles share an area, or come closer than `gap` pixels. */
export function overlaps(first: Rectangle, second: Rectangle, gap = 0): boolean {
  return (
    first.left < second.right + gap &&
    second.left < first.right + gap &&
    first.top < second.bottom + gap &&
    second.top < first.bottom + gap
  );
}

/** Whether the first rectangle lies within the second. */
export function isWithin(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

/** Whether a position lies within a rectangle. */
export function contains({ left, top, right, bottom }: Rectangle, { x, y }: Position): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** A square around a position. */
export function squareAround({ x, y }: Position, radius: number): Rectangle {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

/** The smallest rectangle around a segment. */
export function boundsOf({ from, to }: Segment): Rectangle {
  return {
    left: Math.min(from.x, to.x),
    right: Math.max(from.x, to.x),
    top: Math.min(from.y, to.y),
    bottom: Math.max(from.y, to.y),
  };
}

/**
 * The part of a segment within a rectangle (Liang and Barsky's algorithm).
 * @returns `undefined` when no part of it is
 */
export function clipped({ from, to }: Segment, { left, top, right, bottom }: Rectangle): Segment | undefined {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const borders = [
    [-dx, from.x - left],
    [dx, right - from.x],
    [-dy, from.y - top],
    [dy, bottom - from.y],
  ] as const;
  for (const [towards, distance] of borders) {
    if (towards === 0) {
      if (distance < 0) return undefined;
    } else if (towards < 0) enter = Math.max(enter, distance / towards);
    else leave = Math.min(leave, distance / towards);
  }
  if (enter > leave) return undefined;
  const at = (share: number): Position => ({ x: from.x + share * dx, y: from.y + share * dy });
  return { from: at(enter), to: at(leave) };
}

/** Whether a segment passes through a rectangle. */
export function crosses(segment: Segment, rectangle: Rectangle): boolean {
  return clipped(segment, rectangle) !== undefined;
}

/** Whether two segments cross. */
export function intersect(first: Segment, second: Segment): boolean {
  return (
    side(first, second.from) !== side(first, second.to) && side(second, first.from) !== side(second, first.to)
  );
}

function side({ from, to }: Segment, { x, y }: Position): boolean {
  return (to.x - from.x) * (y - from.y) > (to.y - from.y) * (x - from.x);
}
