import type { Drawing } from "../scene/drawing.ts";
import type { LegendKey } from "../scene/legendKeys.ts";
import type { FigureSize } from "../scene/plots/figureSize.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { finish, type Steps } from "../trend/steps.ts";
import { backtest } from "./backtest/backtestKind.ts";
import { benchmarks } from "./benchmarks/benchmarksKind.ts";
import { curves } from "./curves/curvesKind.ts";
import type { DrawingOptions } from "./drawingOptions.ts";
import type { EmptyFigure } from "./emptyFigure.ts";
import type { FigureKind, FigureQuestion, FigureRow } from "./figureKind.ts";
import type { Layer } from "./layers.ts";
import { prices } from "./prices/pricesKind.ts";
import { sizes } from "./sizes/sizesKind.ts";
import { time } from "./time/timeKind.ts";

/** Every kind of figure, in the order of the tabs. A new one is a folder, and a name here. */
const figures = { time, benchmarks, sizes, curves, prices, backtest } as const;

type Figures = typeof figures;

/** What a figure is called in questions and options: "time". */
export type FigureId = keyof Figures;

type FigureData = {
  readonly [Id in FigureId]: Figures[Id] extends FigureKind<Id, infer Data> ? Data : never;
};

/** A figure with something in it, in the terms of its data: no pixel, no colour. Plain data. */
export type Figure<Id extends FigureId = FigureId> = {
  readonly [Each in Id]: { readonly kind: Each } & FigureData[Each];
}[Id];

export const figureIds = Object.keys(figures) as readonly FigureId[];

const kinds: { readonly [Id in FigureId]: FigureKind<Id, FigureData[Id]> } = figures;

/** What is known of all figures of a kind. */
export function kindOf<Id extends FigureId>(figure: Figure<Id>): FigureKind<Id, FigureData[Id]> {
  return kinds[figure.kind];
}

/** What is known of a kind, whatever its data. */
export function kindWithId(
  id: FigureId,
): Pick<FigureKind<FigureId, FigureData[FigureId]>, "id" | "title" | "fileName" | "can"> {
  return kinds[id];
}

/** A figure of a collection; empty when no card has what it shows. */
export function analyseFigure(
  id: FigureId,
  analysis: CollectionAnalysis,
  question: FigureQuestion = {},
): Figure | EmptyFigure {
  return finish(figureSteps(id, analysis, question));
}

/** The same in steps: a figure that fits several trends takes its time. */
export function figureSteps(
  id: FigureId,
  analysis: CollectionAnalysis,
  question: FigureQuestion,
): Steps<Figure | EmptyFigure> {
  return kinds[id].analyse(analysis, question);
}

/** A figure in pixels. */
export function drawFigure(figure: Figure, size: FigureSize, options: DrawingOptions): Drawing {
  return kindOf(figure).draw(figure, size, options);
}

/** Of each figure that was asked; gone when the figure is. */
const knownRows = new WeakMap<Figure, readonly FigureRow[]>();

/** The models in a figure, in its order. */
export function rowsOf(figure: Figure): readonly FigureRow[] {
  const known = knownRows.get(figure);
  if (known !== undefined) return known;
  const rows = kindOf(figure).rows(figure);
  knownRows.set(figure, rows);
  return rows;
}

/** The layers shown: those that were chosen, else the usual ones; none of a figure without any. */
export function layersOf(figure: Figure, chosen: readonly Layer[] | undefined): readonly Layer[] {
  const { layers } = kindOf(figure).can;
  return layers === undefined ? [] : (chosen ?? layers.usualOf(figure));
}

/** The start of the legend, with these layers shown. */
export function keysOf(figure: Figure, visible: readonly Layer[]): readonly LegendKey[] {
  return kindOf(figure).can.layers?.keysOf(figure, visible) ?? figure.keys;
}
