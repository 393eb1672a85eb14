import type { Position } from "../../../server/src/scene/geometry.ts";

const cellSize = 32;

/** How near the pointer must come to the middle of a mark, in pixels. */
const reach = 12;

/** Finds the mark under the pointer, however many there are. */
export class HitTest<Placed extends Position> {
  readonly #cells = new Map<string, Placed[]>();

  /** @param points in drawing order */
  constructor(points: readonly Placed[]) {
    for (const point of points) {
      const cell = cellAt(Math.floor(point.x / cellSize), Math.floor(point.y / cellSize));
      const inCell = this.#cells.get(cell);
      if (inCell === undefined) this.#cells.set(cell, [point]);
      else inCell.push(point);
    }
  }

  /** The nearest mark within reach; of marks equally near the one on top. */
  at({ x, y }: Position): Placed | undefined {
    let nearest: Placed | undefined;
    let least = reach;
    for (
      let column = Math.floor((x - reach) / cellSize);
      column <= Math.floor((x + reach) / cellSize);
      column++
    ) {
      for (let row = Math.floor((y - reach) / cellSize); row <= Math.floor((y + reach) / cellSize); row++) {
        for (const point of this.#cells.get(cellAt(column, row)) ?? []) {
          const distance = Math.hypot(point.x - x, point.y - y);
          if (distance > least) continue;
          [nearest, least] = [point, distance];
        }
      }
    }
    return nearest;
  }
}

function cellAt(column: number, row: number): string {
  return `${column},${row}`;
}
