import type { NextStep } from "../../../server/src/figures/figureKind.ts";
import type { TextRun } from "../../../server/src/text/textRun.ts";
import type { VerdictWording } from "../../../server/src/wording/verdict.ts";
import type { PageActions } from "../shell/pageActions.ts";
import { button, element } from "../widgets/dom.ts";
import { updateChildren } from "../widgets/keyed.ts";

/** What a person can do about what was found, as a link after its grounds. */
type NextLink = NextStep | "none";

/** The headline and what it rests on. */
export class Verdict {
  readonly element = element("div", { className: "verdict" });
  readonly #actions: PageActions;

  constructor(actions: PageActions) {
    this.#actions = actions;
  }

  update({ verdict, grounds, briefGrounds }: VerdictWording, nextStep: NextLink): void {
    // Tabs and menus lead to the methods, too, and a narrow page has room for one line.
    const briefStep = nextStep === "compare-methods" ? "none" : nextStep;
    const lines: readonly Line[] = [
      { tag: "h1", className: "headline", runs: verdict, nextStep: "none" },
      { tag: "p", className: "grounds wide-only", runs: grounds, nextStep },
      { tag: "p", className: "grounds narrow-only", runs: briefGrounds, nextStep: briefStep },
    ];
    updateChildren(
      this.element,
      lines,
      ({ className }) => className,
      (line) => this.#line(line),
    );
  }

  #line({ tag, className, runs, nextStep }: Line): HTMLElement {
    const words = runs.map(({ text, emphasis }) =>
      element(emphasis === "strong" ? "strong" : "span", { text }),
    );
    return element(tag, { className }, ...words, ...this.#links(nextStep));
  }

  #links(nextStep: NextLink): (Node | string)[] {
    const link = (text: string, onClick: () => void) => [
      " ",
      button({ className: "link next-step", text, onClick }),
    ];
    switch (nextStep) {
      case "none":
        return [];
      case "new-card":
        return link("New Model Card", () => this.#actions.post({ type: "newCard" }));
      case "see-models":
        return link("See the models", () => this.#actions.see({ view: "table" }));
      case "see-over-time":
        return link("Density over time", () => this.#actions.show("time"));
      case "compare-methods":
        return [
          ...link("Compare methods", () => this.#actions.show("methods")),
          ...link("Forecast", () => this.#actions.openAhead()),
        ];
    }
  }
}

/** A line of the verdict, and the way on from it. */
interface Line {
  readonly tag: "h1" | "p";
  readonly className: string;
  readonly runs: readonly TextRun[];
  readonly nextStep: NextLink;
}
