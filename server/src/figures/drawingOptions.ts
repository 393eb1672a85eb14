import type { NameReading } from "../scene/plots/plotMarks.ts";
import type { Layer } from "./layers.ts";
import type { Movement } from "./movement.ts";

/** How a person wants to see a figure; it changes no number. */
export interface DrawingOptions extends NameReading {
  isShown(familyName: string): boolean;
  /** The usual ones when not given. */
  readonly layers?: readonly Layer[] | undefined;
  /** While the dates that are seen move. */
  readonly movement?: Movement | undefined;
}

/** Everything shown, nothing pinned: a figure as it is exported. */
export const wholeFigure: DrawingOptions = { isShown: () => true, pinned: [] };
