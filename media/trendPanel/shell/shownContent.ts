import type { EmptyFigure } from "../../../server/src/figures/emptyFigure.ts";
import type { Figure } from "../../../server/src/figures/index.ts";
import type { IndicatorNotes, MethodsTable, PanelData } from "../../../server/src/protocol.ts";
import { plainText } from "../../../server/src/text/textRun.ts";

export function methodsOf(data: PanelData | undefined): MethodsTable | undefined {
  return data?.content.view === "methods" ? data.content.methods : undefined;
}

export function aboutOf(data: PanelData | undefined): IndicatorNotes | undefined {
  return data?.content.view === "about" ? data.content.about : undefined;
}

/** A figure, also one without anything in it. */
export function figureOf(data: PanelData | undefined): Figure | EmptyFigure | undefined {
  return data !== undefined && "figure" in data.content ? data.content.figure : undefined;
}

/** A figure with something in it. */
export function shownFigureOf(data: PanelData | undefined): Figure | undefined {
  const figure = figureOf(data);
  return figure?.kind === "empty" ? undefined : figure;
}

/** Whether there is a figure or a table to look at. */
export function hasContent(data: PanelData): boolean {
  return shownFigureOf(data) !== undefined || methodsOf(data) !== undefined || aboutOf(data) !== undefined;
}

/** What the page says first, without its emphasis. */
export function headlineOf(data: PanelData): string {
  const visible = shownFigureOf(data) ?? methodsOf(data) ?? aboutOf(data);
  if (visible !== undefined) return plainText(visible.wording.verdict);
  const figure = figureOf(data);
  return figure?.kind === "empty" ? figure.wording.title : "";
}
