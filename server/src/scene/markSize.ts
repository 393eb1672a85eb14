import { type Position, type Rectangle, squareAround } from "./geometry.ts";
import type { Mark } from "./mark.ts";
import { farthestReach } from "./markOutline.ts";

const recordRadius = 5;
const otherRadius = 4;
const smallRadius = 2.7;
/** Half the width of a mark's rim or outline. */
const outline = 0.6;

/** Half the height of the lines that close the bar behind a mark. */
export const spanCap = 2;

/** Half the size of a model's mark, in pixels. */
export function markRadius({ shape }: Mark, isRecord: boolean): number {
  if (shape === "small-circle") return smallRadius;
  return isRecord ? recordRadius : otherRadius;
}

/** What a mark of this radius covers. */
export function markBox(at: Position, radius: number): Rectangle {
  return squareAround(at, farthestReach * radius + outline);
}
