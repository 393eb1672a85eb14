import type { CollectionAnalysis } from "../trend/analyseCollection.ts";
import type { DrawnFigure } from "../trend/drawing/drawnFigure.ts";
import { type DrawnFigureKind, drawnFigureSteps } from "../trend/drawing/drawnFigures.ts";
import { type EmptyFigure, type FigureModel, figureModel } from "../trend/figure/figureModel.ts";
import { finish, type Steps } from "../trend/steps.ts";
import type { PanelView } from "./panelQuestion.ts";

/** What stands between the tabs and the controls, by the view asked for. */
export type PanelContent =
  | { readonly view: "time"; readonly figure: FigureModel }
  | { readonly view: DrawnFigureKind; readonly figure: DrawnFigure | EmptyFigure };

/** What a view shows of a collection; a view that is not there yet shows the figure over time. */
export function panelContent(view: PanelView, analysis: CollectionAnalysis): PanelContent {
  return finish(panelContentSteps(view, analysis));
}

/** The same in steps: a view that fits several trends takes its time. */
export function* panelContentSteps(view: PanelView, analysis: CollectionAnalysis): Steps<PanelContent> {
  switch (view) {
    case "benchmarks":
    case "sizes":
    case "curves":
    case "prices":
      return { view, figure: yield* drawnFigureSteps(view, analysis) };
    default:
      return { view: "time", figure: figureModel(analysis) };
  }
}

/** Ids of the models drawn, in the figure's order. */
export function drawnIds({ figure }: PanelContent): string[] {
  if (figure.kind === "empty") return [];
  return ("models" in figure ? figure.models : figure.points).map(({ id }) => id);
}
