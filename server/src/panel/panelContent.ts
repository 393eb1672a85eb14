import type { EmptyFigure } from "../figures/emptyFigure.ts";

import { type Figure, type FigureId, figureSteps, rowsOf } from "../figures/index.ts";
import type { Steps } from "../trend/steps.ts";

import { type IndicatorNotes, indicatorNotes } from "../wording/indicator.ts";
import type { ControlContext } from "./controls/controlContext.ts";
import { methodsTable } from "./methods.ts";
import type { MethodsTable } from "./methodsTable.ts";
import type { PanelQuestion } from "./panelQuestion.ts";

/** What stands between the tabs and the controls, by the view asked for. */
export type PanelContent =
  | { readonly view: FigureId; readonly figure: Figure | EmptyFigure }
  | { readonly view: "methods"; readonly methods: MethodsTable }
  | { readonly view: "about"; readonly about: IndicatorNotes };

/** What of a panel's question says what is to be seen; the choices are in the context. */
export type ViewQuestion = Pick<PanelQuestion, "view" | "aheadEpochDay">;

/** What a view shows of a collection; one that fits several trends takes its time. */
export function* panelContent(
  { view, aheadEpochDay }: ViewQuestion,
  context: ControlContext,
): Steps<PanelContent> {
  if (view === "methods") return { view, methods: yield* methodsTable(context) };
  if (view === "about") return { view, about: indicatorNotes(context.analysis) };
  return { view, figure: yield* figureSteps(view, context.analysis, { aheadEpochDay }) };
}

/** Ids of the models drawn, in the figure's order. */
export function drawnIds(content: PanelContent): string[] {
  if (!("figure" in content) || content.figure.kind === "empty") return [];
  return rowsOf(content.figure).map(({ id }) => id);
}

/** What is said once below a view; a table says its notes itself. */
export function notesBelow(content: PanelContent): readonly string[] {
  return "figure" in content ? content.figure.notes : [];
}
