import type { Position } from "./geometry.ts";
import type { MarkShape } from "./mark.ts";

/** A mark's outline around the origin, for a canvas as for an SVG file. Pixels. */
export type MarkOutline =
  | { readonly kind: "circle"; readonly radius: number }
  | { readonly kind: "polygon"; readonly corners: readonly Position[] };

/** Drawn sizes that look alike: each shape's reach as a share of the circle's radius. */
export const farthestReach = 1.15;
const squareReach = 0.88;
const crossReach = 1.22;
const crossArm = 0.29;
const triangleWidth = 1.05;
const triangleTip = 1;
const triangleBase = 0.8;

/** The outline of a mark whose circle would have this radius. */
export function markOutline(shape: MarkShape, radius: number): MarkOutline {
  switch (shape) {
    case "circle":
    case "small-circle":
      return { kind: "circle", radius };
    case "diamond": {
      const reach = farthestReach * radius;
      return polygon([0, -reach], [reach, 0], [0, reach], [-reach, 0]);
    }
    case "square": {
      const reach = squareReach * radius;
      return polygon([-reach, -reach], [reach, -reach], [reach, reach], [-reach, reach]);
    }
    case "triangle-up":
      return triangle(radius, 1);
    case "triangle-down":
      return triangle(radius, -1);
    case "cross":
      return cross(radius);
  }
}

function triangle(radius: number, direction: 1 | -1): MarkOutline {
  const width = triangleWidth * radius;
  const tip = triangleTip * radius;
  const base = triangleBase * radius;
  return polygon([0, -tip * direction], [width, base * direction], [-width, base * direction]);
}

/** A plus sign with arms of some width, turned by 45 degrees. */
function cross(radius: number): MarkOutline {
  const [end, arm] = [crossReach * radius, crossArm * radius];
  const plus: [number, number][] = [
    [arm, -end],
    [arm, -arm],
    [end, -arm],
    [end, arm],
    [arm, arm],
    [arm, end],
    [-arm, end],
    [-arm, arm],
    [-end, arm],
    [-end, -arm],
    [-arm, -arm],
    [-arm, -end],
  ];
  return polygon(...plus.map(([x, y]): [number, number] => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]));
}

function polygon(...corners: [number, number][]): MarkOutline {
  return { kind: "polygon", corners: corners.map(([x, y]) => ({ x, y })) };
}
