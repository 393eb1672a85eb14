import type { Rectangle, Segment } from "../../scene/geometry.ts";
import type { PlacedText } from "../../scene/text/text.ts";
import type { PlacedDensityTick, PlacedTimeTick } from "../axes/placedTicks.ts";
import type { PlacedBand } from "./placedBand.ts";
import type { PlacedBreak } from "./placedBreak.ts";
import type { PlacedPoint } from "./placedPoints.ts";
import type { PlacedRecordLabel } from "./recordLabels.ts";

/** The figure in pixels; nothing here knows a colour or how to draw. */
export interface FigureLayout {
  readonly plot: Rectangle;
  readonly axisName: PlacedText;
  readonly densityTicks: readonly PlacedDensityTick[];
  readonly timeTicks: readonly PlacedTimeTick[];
  /** In drawing order. */
  readonly points: readonly PlacedPoint[];
  /** Lines are cut at the plot; `undefined` when nothing of one is left. */
  readonly fit: { readonly solid: Segment | undefined; readonly dashed: Segment | undefined };
  readonly paper: Segment | undefined;
  /** The confidence band of the fit, cut at the plot. */
  readonly band: PlacedBand | undefined;
  /** The edges of the prediction band, the lower one last. */
  readonly prediction: readonly Segment[];
  readonly break: PlacedBreak | undefined;
  readonly lineNames: readonly PlacedText[];
  readonly referenceName: PlacedText | undefined;
  /** Where the data behind the fit end. */
  readonly lastModel: { readonly x: number; readonly name: PlacedText | undefined } | undefined;
  /** How far a forecast reaches beyond the data. */
  readonly extrapolation: PlacedText | undefined;
  readonly recordLabels: readonly PlacedRecordLabel[];
}
