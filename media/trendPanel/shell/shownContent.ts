import type { DrawnFigure } from "../../../server/src/figures/drawnFigure.ts";
import type { EmptyFigure } from "../../../server/src/figures/emptyFigure.ts";
import type { TrendFigure } from "../../../server/src/figures/time/figureModel.ts";
import { defaultLayers, type Layer, usualLayers } from "../../../server/src/figures/time/layers.ts";
import type { MethodsTable, PanelData } from "../../../server/src/protocol.ts";
import { plainText } from "../../../server/src/text/textRun.ts";

/** A figure with something in it: the one over time, or another. */
export type ShownFigure = TrendFigure | DrawnFigure;

export function methodsOf(data: PanelData | undefined): MethodsTable | undefined {
  return data?.content.view === "methods" ? data.content.methods : undefined;
}

/** A figure, also one without anything in it. */
export function figureOf(data: PanelData | undefined): ShownFigure | EmptyFigure | undefined {
  return data === undefined || data.content.view === "methods" ? undefined : data.content.figure;
}

export function shownFigureOf(data: PanelData | undefined): ShownFigure | undefined {
  const figure = figureOf(data);
  return figure?.kind === "empty" ? undefined : figure;
}

/** The figure over time. */
export function trendFigureOf(data: PanelData | undefined): TrendFigure | undefined {
  const figure = figureOf(data);
  return figure?.kind === "trend" ? figure : undefined;
}

/** Whether there is a figure or a table to look at. */
export function hasContent(data: PanelData): boolean {
  return shownFigureOf(data) !== undefined || methodsOf(data) !== undefined;
}

/** What the page says first, without its emphasis. */
export function headlineOf(data: PanelData): string {
  const shown = shownFigureOf(data) ?? methodsOf(data);
  if (shown !== undefined) return plainText(shown.wording.verdict);
  const figure = figureOf(data);
  return figure?.kind === "empty" ? figure.wording.title : "";
}

/** The layers of the figure over time: those that were chosen, else the usual ones. */
export function shownLayers(
  data: PanelData | undefined,
  chosen: readonly Layer[] | undefined,
): readonly Layer[] {
  const figure = trendFigureOf(data);
  return chosen ?? (figure === undefined ? defaultLayers : usualLayers(figure));
}
