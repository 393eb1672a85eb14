import type { Assumptions } from "../method/assumptions.ts";
import type { LegendKey } from "../scene/legendKeys.ts";
import type { VerdictWording } from "../wording/verdict.ts";
import type { FigureFamily } from "./families.ts";

/** The words around the plot of a figure; the plot itself is a `Drawing` for any size. */
export interface FigureWords {
  /** The figure's finding, and what it rests on. */
  readonly wording: VerdictWording;
  /** The start of the legend: what marks and lines mean. */
  readonly keys: readonly LegendKey[];
  /** The rest of the legend; empty when marks do not tell families apart. */
  readonly families: readonly FigureFamily[];
  readonly assumptions: Assumptions;
  /** Said once below the figure; the last one is the source. */
  readonly notes: readonly string[];
  /** Said at the foot of a picture that stands alone; the panel has a page for it. */
  readonly about?: string;
}
