import { overlaps, type Rectangle } from "../geometry.ts";

const cellSize = 24;

/** Rectangles by the cells they touch, so that ten thousand marks cost no more than those nearby. */
export class ObstacleGrid {
  readonly #cells = new Map<string, Rectangle[]>();

  constructor(obstacles: readonly Rectangle[]) {
    for (const obstacle of obstacles) {
      for (const cell of cellsOf(obstacle)) {
        const inCell = this.#cells.get(cell);
        if (inCell === undefined) this.#cells.set(cell, [obstacle]);
        else inCell.push(obstacle);
      }
    }
  }

  /** Whether any obstacle overlaps a rectangle. */
  isBlocked(rectangle: Rectangle): boolean {
    return cellsOf(rectangle).some((cell) =>
      this.#cells.get(cell)?.some((obstacle) => overlaps(obstacle, rectangle)),
    );
  }

  /** Every obstacle that overlaps a rectangle, once. */
  within(rectangle: Rectangle): Set<Rectangle> {
    const found = new Set<Rectangle>();
    for (const cell of cellsOf(rectangle)) {
      for (const obstacle of this.#cells.get(cell) ?? [])
        if (overlaps(obstacle, rectangle)) found.add(obstacle);
    }
    return found;
  }
}

function cellsOf({ left, top, right, bottom }: Rectangle): string[] {
  const cells: string[] = [];
  for (let column = Math.floor(left / cellSize); column <= Math.floor(right / cellSize); column++)
    for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row++)
      cells.push(`${column},${row}`);
  return cells;
}
