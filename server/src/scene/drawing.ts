import type { Position, Rectangle, Segment } from "./geometry.ts";
import type { Mark, MarkHue } from "./mark.ts";
import type { PlacedText, TextTone } from "./text/text.ts";

/** A role in the theme, not a colour: a canvas and an SVG file paint it each in their way. */
export type Paint = MarkHue | TextTone | "gridline" | "referenceLine" | "axis" | "ground";

/** How a stroke looks. */
export interface Stroke {
  readonly paint: Paint;
  /** Pixels. */
  readonly width: number;
  /** Lengths of strokes and gaps in pixels; solid when absent. */
  readonly dashes?: readonly number[];
}

/** The mark, or the place on an axis, that a text belongs to: while a figure moves, the text goes along. */
export interface Anchor {
  /** Of the model, or a name of its own. */
  readonly id: string;
  /** `undefined` for the name of a level line, which stays where it is across. */
  readonly x: number | undefined;
  readonly y: number;
}

/** A line through positions. Gridlines and axes of one pixel are put on whole pixels by the painter. */
export interface StrokedLine extends Stroke {
  readonly kind: "line";
  readonly through: readonly Position[];
  /** The line ends in an arrow head. */
  readonly hasArrow?: boolean;
  /** Of the label that it leads to. */
  readonly anchor?: Anchor;
}

/** A straight line from one place to another. */
export interface DrawnSegment extends Stroke, Segment {
  readonly kind: "segment";
  /** Of the label that it leads to. */
  readonly anchor?: Anchor;
}

/** Straight strokes that look alike, painted as one. */
export interface Strokes extends Stroke {
  readonly kind: "strokes";
  readonly segments: readonly Segment[];
  /** Level and upright strokes of one pixel, put on whole pixels by the painter. */
  readonly isOnPixels?: boolean;
}

/** An area in the foreground's colour, as faint as a confidence band or half as faint. */
export interface ShadedArea {
  readonly kind: "area";
  readonly corners: readonly Position[];
  readonly strength: "band" | "half-band";
  /** What is drawn of its outline where nothing may be translucent; all of it when absent. */
  readonly edges?: readonly Segment[];
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
  /** Stepping back for others that were looked for. */
  readonly isPaled?: boolean;
  /** Where it may stand, too: a bar behind it. */
  readonly span?: Segment | undefined;
  /** What an SVG file says when the pointer rests on it. */
  readonly title: string | undefined;
}

/** A ring around a mark that was pinned. */
export interface DrawnRing {
  readonly kind: "ring";
  readonly at: Position;
  readonly radius: number;
}

/** A line of text. */
export interface DrawnText {
  readonly kind: "text";
  readonly text: PlacedText;
  /**
   * The ground's colour around the letters of a text that stands on other shapes: right below it, or
   * together with those of the texts next to it, so that none bites into a neighbour's letters.
   */
  readonly halo: "none" | "own" | "together";
  /** The end of the text that is in quiet tone: the number of a label. */
  readonly quietEnd?: string;
  readonly anchor?: Anchor;
}

/** Shapes that belong together. */
export interface Group {
  readonly kind: "group";
  /** "grid", "axes", "marks". */
  readonly name: string;
  /** From the lowest to the topmost. */
  readonly shapes: readonly Shape[];
  /** All are strokes of one pixel. */
  readonly areHairlines?: boolean;
  /** What lies outside is not seen. */
  readonly clip?: Rectangle;
  /** While a figure moves, a painter may keep a group as a bitmap for as long as the same shapes come again. */
  readonly moves?: Move;
}

/** Where shapes have moved to. */
export interface Move {
  /** Pixels to the right. */
  readonly by: number;
  /** What the shapes cover before they are moved. */
  readonly bounds: Rectangle;
}

export type Shape =
  | StrokedLine
  | DrawnSegment
  | Strokes
  | ShadedArea
  | DrawnMark
  | DrawnRing
  | DrawnText
  | Group;

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
  /** Between the axes: one, or those of a grid, from the first on. */
  readonly plots: readonly Rectangle[];
}

/** Every shape that is no group, from the lowest to the topmost. */
export function* everyShape(shapes: readonly Shape[]): Generator<Exclude<Shape, Group>> {
  for (const shape of shapes) {
    if (shape.kind === "group") yield* everyShape(shape.shapes);
    else yield shape;
  }
}
