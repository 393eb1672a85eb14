import type { MethodsTable, PanelData } from "../../server/src/protocol.ts";
import type { FigureModel, TrendFigure } from "../../server/src/trend/figure/figureModel.ts";
import { plainText } from "../../server/src/trend/wording/textRun.ts";

export function methodsOf(data: PanelData | undefined): MethodsTable | undefined {
  return data?.content.view === "methods" ? data.content.methods : undefined;
}

export function figureOf({ content }: PanelData): FigureModel | undefined {
  return content.view === "time" ? content.figure : undefined;
}

export function trendFigureOf(data: PanelData | undefined): TrendFigure | undefined {
  const figure = data && figureOf(data);
  return figure?.kind === "trend" ? figure : undefined;
}

/** Whether there is a figure or a table to look at. */
export function hasContent(data: PanelData): boolean {
  return trendFigureOf(data) !== undefined || methodsOf(data) !== undefined;
}

/** What the page says first, without its emphasis; empty before the first answer. */
export function headlineOf(data: PanelData | undefined): string {
  if (data === undefined) return "";
  const { content } = data;
  if (content.view === "methods") return plainText(content.methods.wording.verdict);
  return content.figure.kind === "trend"
    ? plainText(content.figure.wording.verdict)
    : content.figure.wording.title;
}
