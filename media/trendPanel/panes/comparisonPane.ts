import type { ComparisonWording, ModelPair, PanelData } from "../../../server/src/protocol.ts";
import type { PageActions } from "../shell/pageActions.ts";
import { element } from "../widgets/dom.ts";
import { type ComparedPair, comparisonTable } from "./comparisonTable.ts";
import { paneFrame } from "./paneFrame.ts";

const goneText = "One of the two models is no longer in this collection.";

/** Two pinned models side by side, in the words of `densing compare`. */
export class ComparisonPane {
  readonly element: HTMLElement;
  readonly #actions: PageActions;
  readonly #body = element("div", { className: "pane-body" });
  #pair: ComparedPair | undefined;
  /** The models of which a comparison was asked, and the numbers that it was asked of. */
  #asked: string | undefined;
  #askedOf: PanelData | undefined;
  #answer: { readonly asked: string; readonly comparison: ComparisonWording | null } | undefined;
  /** The models whose comparison was read out. */
  #readOut: string | undefined;

  constructor(actions: PageActions) {
    this.#actions = actions;
    this.element = paneFrame("compare", "Compare", () => this.#actions.endComparison(), this.#body);
  }

  /**
   * What is shown of older numbers holds until the next answer has come.
   * @param pair `undefined` unless two models are pinned and there is something to see them in
   */
  update(pair: ComparedPair | undefined, data: PanelData | undefined): void {
    const modelIds = pair && idsOf(pair);
    const asked = modelIds?.join("\n");
    if (modelIds !== undefined && (asked !== this.#asked || data !== this.#askedOf))
      this.#actions.post({ type: "compare", modelIds });
    this.#pair = pair;
    this.#asked = asked;
    this.#askedOf = data;
    if (asked === undefined) this.#readOut = undefined;
    this.element.hidden = pair === undefined;
    this.#draw();
  }

  onAnswer(modelIds: ModelPair, comparison: ComparisonWording | null): void {
    const asked = modelIds.join("\n");
    if (asked !== this.#asked) return;
    this.#answer = { asked, comparison };
    this.#draw();
    if (asked !== this.#readOut) this.#actions.say(announcement(comparison));
    this.#readOut = asked;
  }

  #draw(): void {
    const [pair, answer] = [this.#pair, this.#answer];
    if (pair === undefined || answer?.asked !== this.#asked) this.#body.replaceChildren();
    else if (answer?.comparison) this.#body.replaceChildren(...compared(pair, answer.comparison));
    else this.#body.replaceChildren(element("p", { text: goneText }));
  }
}

function idsOf([first, second]: ComparedPair): ModelPair {
  return [first.id, second.id];
}

function compared(pair: ComparedPair, comparison: ComparisonWording): HTMLElement[] {
  return [comparisonTable(pair, comparison), sentences(comparison)];
}

function announcement(comparison: ComparisonWording | null): string {
  if (comparison === null) return goneText;
  const { title, expectation } = comparison;
  return `Compared: ${title}. ${expectation ?? ""}`.trimEnd();
}

function sentences({ expectation, claims }: ComparisonWording): HTMLElement {
  return element(
    "div",
    { className: "comparison-sentences" },
    ...(expectation === undefined ? [] : [element("p", { text: expectation })]),
    element("ul", {}, ...claims.map((text) => element("li", { text }))),
  );
}
