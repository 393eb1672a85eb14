import { type Figure, type kindOf, rowsOf } from "../../../server/src/figures/index.ts";
import type { Drawing } from "../../../server/src/scene/drawing.ts";
import { counted } from "../../../server/src/text/numbers.ts";
import { isSeen, type TimeWindow } from "../zoom/timeWindow.ts";

/** How many models a drawing shows. */
export function modelsShown({ targets }: Drawing): number {
  return new Set(targets.map(({ id }) => id)).size;
}

/** How many models of a figure have their day between two, and how many there are. */
export function modelsIn(
  figure: Figure,
  window: TimeWindow,
): { readonly seen: number; readonly all: number } {
  const rows = rowsOf(figure);
  const seen = rows.filter(({ epochDay }) => epochDay === undefined || isSeen(epochDay, window));
  return { seen: seen.length, all: rows.length };
}

/** What a screen reader says of a figure and its keys. */
export function figureLabel(
  { label, directions, can }: Pick<ReturnType<typeof kindOf>, "label" | "directions" | "can">,
  visible: number,
  all: number,
): string {
  const models = visible === all ? counted(all, "model") : `${visible} of ${counted(all, "model")}`;
  const keys = `Left and right ${directions.across}, up and down ${directions.up}, R to the next record, Enter opens the card, P pins it to be compared`;
  const zoom = can.zoom === undefined ? "" : "; plus and minus show fewer or more dates, 0 all of them";
  return `${label}, ${models}. ${keys}${zoom}.`;
}
