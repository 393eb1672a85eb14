import type { Position, Segment } from "./geometry.ts";

/** Pixels between hatches, across them. */
const spacing = 7;

/**
 * The hatches of an area, rising to the right: what shades it where nothing may be translucent. Each
 * piece lies within the area, and hatches of areas beside one another are one line.
 */
export function hatches(corners: readonly Position[]): Segment[] {
  // Along a hatch x + y is the same.
  const step = spacing * Math.SQRT2;
  const sums = corners.map(({ x, y }) => x + y);
  const [first, last] = [Math.min(...sums), Math.max(...sums)];
  const pieces: Segment[] = [];
  for (let sum = Math.ceil(first / step) * step; sum < last; sum += step) {
    const crossings = crossingsWith(corners, sum).sort((one, other) => one.x - other.x);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [from, to] = [crossings[index], crossings[index + 1]];
      if (from !== undefined && to !== undefined) pieces.push({ from, to });
    }
  }
  return pieces;
}

/** Where the outline crosses the line of one sum of x and y; a corner on it belongs to the side beyond. */
function crossingsWith(corners: readonly Position[], sum: number): Position[] {
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length] ?? from;
    const [start, end] = [from.x + from.y - sum, to.x + to.y - sum];
    if (start >= 0 === end >= 0) return [];
    const share = start / (start - end);
    return [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }];
  });
}
