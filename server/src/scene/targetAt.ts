import type { Drawing, Target } from "./drawing.ts";
import { type Position, squareAround } from "./geometry.ts";
import { Grid } from "./grid.ts";

/** How near a pointer must come to the middle of a mark, in pixels. */
const reach = 12;

/** Of each drawing that was asked; gone when the drawing is. */
const grids = new WeakMap<Drawing, Grid<Target>>();

/** The target nearest to a position within reach; of those equally near the one on top. */
export function targetAt(drawing: Drawing, at: Position): Target | undefined {
  let nearest: Target | undefined;
  let least = reach;
  for (const target of gridOf(drawing).within(squareAround(at, reach + 1))) {
    const distance = Math.hypot(target.at.x - at.x, target.at.y - at.y);
    if (distance <= least) [nearest, least] = [target, distance];
  }
  return nearest;
}

function gridOf(drawing: Drawing): Grid<Target> {
  const known = grids.get(drawing);
  if (known !== undefined) return known;
  const { targets } = drawing;
  // Records are drawn last, so they lie on top.
  const inDrawingOrder = [
    ...targets.filter(({ isRecord }) => !isRecord),
    ...targets.filter(({ isRecord }) => isRecord),
  ];
  const grid = new Grid(inDrawingOrder, (target) => squareAround(target.at, 0));
  grids.set(drawing, grid);
  return grid;
}
