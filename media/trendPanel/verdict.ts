import type { TrendFigure } from "../../server/src/trend/figure/figureModel.ts";
import { fewestModels, fewestRecords } from "../../server/src/trend/fitTrend.ts";
import type { TextRun } from "../../server/src/trend/wording/textRun.ts";
import { button, element } from "./dom.ts";

export interface VerdictActions {
  readonly newCard: () => void;
  readonly showTable: () => void;
}

/** The headline and what it rests on; without a trend also what a person can do next. */
export class Verdict {
  readonly element = element("div", { className: "verdict" });
  readonly #actions: VerdictActions;
  #shown = "";

  constructor(actions: VerdictActions) {
    this.#actions = actions;
  }

  update(figure: TrendFigure): void {
    const shown = JSON.stringify([figure.wording, nextStepOf(figure)]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const { verdict, grounds, briefGrounds } = figure.wording;
    this.element.replaceChildren(
      element("h1", { className: "headline" }, ...runs(verdict)),
      element("p", { className: "grounds wide-only" }, ...runs(grounds), ...this.#nextStep(figure)),
      element("p", { className: "grounds narrow-only" }, ...runs(briefGrounds), ...this.#nextStep(figure)),
    );
  }

  #nextStep(figure: TrendFigure): (Node | string)[] {
    switch (nextStepOf(figure)) {
      case "none":
        return [];
      case "new-card":
        return [" ", button({ className: "link", text: "New Model Card", onClick: this.#actions.newCard })];
      case "see-models":
        return [" ", button({ className: "link", text: "See the models", onClick: this.#actions.showTable })];
    }
  }
}

/** Too few models: add one. No trend: look at the models themselves. */
function nextStepOf({ fit, points }: TrendFigure): "none" | "new-card" | "see-models" {
  if (fit !== undefined) return "none";
  const records = points.filter(({ isRecord }) => isRecord).length;
  return points.length < fewestModels || records < fewestRecords ? "new-card" : "see-models";
}

function runs(all: readonly TextRun[]): HTMLElement[] {
  return all.map(({ text, emphasis }) => element(emphasis === "strong" ? "strong" : "span", { text }));
}
