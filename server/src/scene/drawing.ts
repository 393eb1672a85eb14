import type { Position, Rectangle } from "./geometry.ts";
import type { Mark, MarkHue } from "./mark.ts";
import type { PlacedText, TextTone } from "./text/text.ts";

/** A role in the theme, not a colour: a canvas and an SVG file paint it each in their way. */
export type Paint = MarkHue | TextTone | "gridline" | "referenceLine" | "axis" | "ground";

/** A line through positions. Gridlines and axes of one pixel are put on whole pixels by the painter. */
export interface StrokedLine {
  readonly kind: "line";
  readonly through: readonly Position[];
  readonly paint: Paint;
  readonly width: number;
  /** Lengths of strokes and gaps in pixels; solid when absent. */
  readonly dashes?: readonly number[];
  /** The line ends in an arrow head. */
  readonly hasArrow?: boolean;
}

/** An area in the foreground's colour, as faint as a confidence band or half as faint. */
export interface ShadedArea {
  readonly kind: "area";
  readonly corners: readonly Position[];
  readonly strength: "band" | "half-band";
}

/** A model's mark, or one in no family's colour. */
export interface DrawnMark {
  readonly kind: "mark";
  /** Of the models' cards: several where marks of one look lie in one place, none in a legend. */
  readonly modelIds: readonly string[];
  readonly mark: Mark;
  readonly at: Position;
  readonly radius: number;
  readonly isFilled: boolean;
  /** What an SVG file says when the pointer rests on it. */
  readonly title: string | undefined;
}

/** A ring around a mark that was pinned. */
export interface DrawnRing {
  readonly kind: "ring";
  readonly at: Position;
  readonly radius: number;
}

/** A line of text; with a halo in the ground's colour where it stands on other shapes. */
export interface DrawnText {
  readonly kind: "text";
  readonly text: PlacedText;
  readonly hasHalo: boolean;
  /** The end of the text that is in quiet tone: the number of a label. */
  readonly quietEnd?: string;
}

export type Shape = StrokedLine | ShadedArea | DrawnMark | DrawnRing | DrawnText;

/** A model that a pointer or a key can go to. */
export interface Target {
  /** Of the model's card. */
  readonly id: string;
  readonly at: Position;
  readonly radius: number;
  /** What a screen reader says: "Phi-2-2B, density 0.75, 12 Dec 2023, Phi, record". */
  readonly description: string;
  readonly isRecord: boolean;
}

/** A figure in pixels, ready to be painted; nothing here knows a colour. */
export interface Drawing {
  /** From the lowest to the topmost. */
  readonly shapes: readonly Shape[];
  /** The order of the keys: from left to right, plot by plot where there are several. */
  readonly targets: readonly Target[];
  /** Where the marks are: what a pointer explores. */
  readonly area: Rectangle;
}
