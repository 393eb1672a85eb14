import { overlaps, type Rectangle } from "./geometry.ts";

const cellSize = 24;
/** More rows than any picture has. */
const rowsPerColumn = 2 ** 20;

/** Things by the cells that their boxes touch, so that ten thousand cost no more than those nearby. */
export class Grid<Item> {
  readonly #cells = new Map<number, { readonly item: Item; readonly box: Rectangle }[]>();

  constructor(items: readonly Item[], boxOf: (item: Item) => Rectangle) {
    for (const item of items) {
      const box = boxOf(item);
      for (const cell of cellsOf(box)) {
        const inCell = this.#cells.get(cell);
        if (inCell === undefined) this.#cells.set(cell, [{ item, box }]);
        else inCell.push({ item, box });
      }
    }
  }

  /** Whether anything overlaps a rectangle. */
  isBlocked(rectangle: Rectangle): boolean {
    for (const cell of cellsOf(rectangle))
      if (this.#cells.get(cell)?.some(({ box }) => overlaps(box, rectangle))) return true;
    return false;
  }

  /** Everything that overlaps a rectangle, once; things in one place in the order in which they came. */
  within(rectangle: Rectangle): Set<Item> {
    const found = new Set<Item>();
    for (const cell of cellsOf(rectangle)) {
      for (const { item, box } of this.#cells.get(cell) ?? []) if (overlaps(box, rectangle)) found.add(item);
    }
    return found;
  }
}

/** Rectangles that are in the way of something. */
export function obstacleGrid(obstacles: readonly Rectangle[]): Grid<Rectangle> {
  return new Grid(obstacles, (obstacle) => obstacle);
}

function* cellsOf({ left, top, right, bottom }: Rectangle): Generator<number> {
  for (let column = Math.floor(left / cellSize); column <= Math.floor(right / cellSize); column++)
    for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row++)
      yield column * rowsPerColumn + row;
}
