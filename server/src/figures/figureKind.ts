import type { Drawing } from "../scene/drawing.ts";
import type { FigureSize } from "../scene/plots/figureSize.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import type { DaySpan } from "../trend/fit/lineOnDays.ts";
import type { Steps } from "../trend/steps.ts";
import type { DrawingOptions } from "./drawingOptions.ts";
import type { EmptyFigure } from "./emptyFigure.ts";
import type { FigureFamily } from "./families.ts";
import type { FigureWords } from "./figureWords.ts";
import type { FigureLayers } from "./layers.ts";

/** What every figure knows of a model in it: a row of its table. */
export interface FigureRow {
  readonly id: string;
  /** Absent in a figure that does not tell families apart. */
  readonly family: FigureFamily | undefined;
  readonly isRecord: boolean;
  /** Where it stands in a figure over dates. */
  readonly epochDay: number | undefined;
  /** What the figure says of it in a column of its own: "$0.075". */
  readonly own?: string;
}

/** A figure over dates, of which fewer can be seen. No number changes, and no fit is made anew. */
export interface FigureZoom<Data> {
  /** Whether it is another figure once the trend is fitted to other dates. */
  readonly followsTrend: boolean;
  /** All there are. */
  datesOf(data: Data): DaySpan;
  /** The part of a figure between two days, with an axis of values of its own. */
  zoomedTo(data: Data, dates: DaySpan): Data;
  /** The same while the dates move: the axis stays as it was at rest, and the marks are those of all dates. */
  movedTo(data: Data, dates: DaySpan, atRest: Data): Data;
}

/** A figure that can be asked ahead of the data. */
export interface FigureAhead<Data> {
  /** Whether a doubling is claimed, which every answer rests on. */
  isClaimed(data: Data): boolean;
}

/** What a person can do about what a figure has found. */
export type NextStep = "new-card" | "see-models" | "see-over-time" | "compare-methods";

/** What is asked of a figure beside the choices of the method. */
export interface FigureQuestion {
  /** The day to which the trend is drawn ahead of the data, where a figure can be asked. */
  readonly aheadEpochDay?: number | undefined;
}

/** A kind of figure: everything that tabs, options, exports and the page know of it. */
export interface FigureKind<Id extends string, Data extends FigureWords> {
  readonly id: Id;
  /** Of its tab. */
  readonly title: string;
  /** Of its picture, without an ending. */
  readonly fileName: string;
  /** What it shows, for people who do not see it: "Capability density over time". */
  readonly label: string;
  /** What its two directions are to the keys: "by date" and "by density". */
  readonly directions: { readonly across: string; readonly up: string };
  /** The header of its own column in the table; its records are its own, too. */
  readonly ownColumn?: string;
  readonly can: {
    readonly zoom?: FigureZoom<Data>;
    readonly ahead?: FigureAhead<Data>;
    readonly layers?: FigureLayers<Data>;
  };
  /** Plain data: it is sent to the page. Empty when no card has what it shows. */
  analyse(analysis: CollectionAnalysis, question: FigureQuestion): Steps<Data | EmptyFigure>;
  /** Same data, size and options: same drawing. */
  draw(data: Data, size: FigureSize, options: DrawingOptions): Drawing;
  /** The models in it, in its order. */
  rows(data: Data): readonly FigureRow[];
  /** What a picture says of itself to people who do not see it; `undefined`: what its targets are. */
  describe(data: Data): string | undefined;
  nextStep(data: Data): NextStep | undefined;
}

/** A figure that is made at once. */
export function* inOneStep<Result>(make: () => Result): Steps<Result> {
  yield;
  return make();
}
