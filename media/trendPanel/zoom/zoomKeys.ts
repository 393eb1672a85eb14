import type { DaySpan } from "../../../server/src/trend/fit/lineOnDays.ts";
import { daysOf, moved, scaled, type TimeWindow } from "./timeWindow.ts";

/** One step closer takes this share of the dates. */
export const closer = 0.6;

/** Shift and an arrow key move the window by this share of it. */
const shareMoved = 0.25;

/** What a key was pressed on. */
export interface KeyedWindow {
  readonly all: DaySpan;
  readonly seen: DaySpan;
  /** The day that stays in its place. */
  readonly day: number;
}

/** What is seen after a key; `"none"` for a key that has another meaning. */
export function windowAfterKey(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  { all, seen, day }: KeyedWindow,
): TimeWindow | "none" {
  switch (key) {
    case "+":
    case "=":
      return scaled(seen, day, closer, all);
    case "-":
    case "_":
      return scaled(seen, day, 1 / closer, all);
    case "0":
      return undefined;
    case "ArrowLeft":
      return shiftKey ? moved(seen, -shareMoved * daysOf(seen), all) : "none";
    case "ArrowRight":
      return shiftKey ? moved(seen, shareMoved * daysOf(seen), all) : "none";
    default:
      return "none";
  }
}
