import type { PanelView } from "../../../server/src/panel/panelQuestion.ts";
import type { TextRun } from "../../../server/src/text/textRun.ts";
import { fewestModels, fewestRecords } from "../../../server/src/trend/fit/fitTrend.ts";
import type { VerdictWording } from "../../../server/src/wording/verdict.ts";
import { button, element } from "../widgets/dom.ts";
import type { ShownFigure } from "./shownContent.ts";

/** What a person can do about what was found, as a link after its grounds. */
export type NextStep = "none" | "new-card" | "see-models" | "see-over-time" | "compare-methods";

export interface VerdictActions {
  readonly newCard: () => void;
  readonly showTable: () => void;
  readonly openAhead: () => void;
  readonly show: (view: PanelView) => void;
}

/** The headline and what it rests on. */
export class Verdict {
  readonly element = element("div", { className: "verdict" });
  readonly #actions: VerdictActions;
  #shown = "";

  constructor(actions: VerdictActions) {
    this.#actions = actions;
  }

  update(wording: VerdictWording, nextStep: NextStep): void {
    const shown = JSON.stringify([wording, nextStep]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const { verdict, grounds, briefGrounds } = wording;
    this.element.replaceChildren(
      element("h1", { className: "headline" }, ...runs(verdict)),
      element("p", { className: "grounds wide-only" }, ...runs(grounds), ...this.#link(nextStep)),
      element(
        "p",
        { className: "grounds narrow-only" },
        ...runs(briefGrounds),
        // Tabs and menus lead there, too, and a narrow page has room for one line.
        ...(nextStep === "compare-methods" ? [] : this.#link(nextStep)),
      ),
    );
  }

  #link(nextStep: NextStep): (Node | string)[] {
    const link = (text: string, onClick: () => void) => [
      " ",
      button({ className: "link next-step", text, onClick }),
    ];
    switch (nextStep) {
      case "none":
        return [];
      case "new-card":
        return link("New Model Card", this.#actions.newCard);
      case "see-models":
        return link("See the models", this.#actions.showTable);
      case "see-over-time":
        return link("Density over time", () => this.#actions.show("time"));
      case "compare-methods":
        return [
          ...link("Compare methods", () => this.#actions.show("methods")),
          ...link("Forecast", this.#actions.openAhead),
        ];
    }
  }
}

/** Too few models: add one. No trend: look at the models themselves. A trend: see what moves it. */
export function nextStepOf(figure: ShownFigure): NextStep {
  if (figure.kind === "benchmarks") {
    // The mean comes first; without scores of single benchmarks there is nothing here but the mean.
    const [, ...single] = figure.plots;
    return single.every(({ points }) => points.length === 0) ? "see-over-time" : "none";
  }
  if (figure.kind !== "trend") return "none";
  const { fit, points } = figure;
  if (fit !== undefined) return "compare-methods";
  const records = points.filter(({ isRecord }) => isRecord).length;
  return points.length < fewestModels || records < fewestRecords ? "new-card" : "see-models";
}

function runs(all: readonly TextRun[]): HTMLElement[] {
  return all.map(({ text, emphasis }) => element(emphasis === "strong" ? "strong" : "span", { text }));
}
