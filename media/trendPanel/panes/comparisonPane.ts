import type { ComparisonWording, ModelPair } from "../../../server/src/protocol.ts";
import { element } from "../widgets/dom.ts";
import { type ComparedPair, comparisonTable } from "./comparisonTable.ts";
import { paneFrame } from "./paneFrame.ts";

export interface ComparisonActions {
  readonly compare: (modelIds: ModelPair) => void;
  readonly endComparison: () => void;
  readonly say: (text: string) => void;
}

const goneText = "One of the two models is no longer in this collection.";

/** Two pinned models side by side, in the words of `densing compare`. */
export class ComparisonPane {
  readonly element: HTMLElement;
  readonly #actions: ComparisonActions;
  readonly #body = element("div", { className: "pane-body" });
  #pair: ComparedPair | undefined;
  /** What was asked of the numbers that are shown now. */
  #asked: string | undefined;
  #answer: { readonly modelIds: ModelPair; readonly comparison: ComparisonWording | null } | undefined;
  #shown = "";
  /** The pair that was read out. */
  #said: string | undefined;

  constructor(actions: ComparisonActions) {
    this.#actions = actions;
    this.element = paneFrame("compare", "Compare", () => this.#actions.endComparison(), this.#body);
  }

  /** @param pair `undefined` unless two models are pinned and there is something to see them in */
  update(pair: ComparedPair | undefined): void {
    this.#pair = pair;
    this.element.hidden = pair === undefined;
    if (pair === undefined) {
      this.#asked = undefined;
      this.#said = undefined;
      return;
    }
    const modelIds = idsOf(pair);
    const asked = modelIds.join("\n");
    if (asked !== this.#asked) this.#actions.compare(modelIds);
    this.#asked = asked;
    this.#draw(pair);
  }

  /** What is shown holds until the next answer has come. */
  numbersChanged(): void {
    this.#asked = undefined;
  }

  hear(modelIds: ModelPair, comparison: ComparisonWording | null): void {
    const pair = this.#pair;
    if (pair === undefined || !isSamePair(modelIds, idsOf(pair))) return;
    this.#answer = { modelIds, comparison };
    this.#draw(pair);
    const said = modelIds.join("\n");
    if (said !== this.#said) this.#actions.say(announcement(comparison));
    this.#said = said;
  }

  #draw(pair: ComparedPair): void {
    const answer = this.#answer;
    const comparison =
      answer !== undefined && isSamePair(answer.modelIds, idsOf(pair)) ? answer.comparison : undefined;
    const shown = JSON.stringify([pair, comparison]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (comparison === undefined) this.#body.replaceChildren();
    else if (comparison === null) this.#body.replaceChildren(element("p", { text: goneText }));
    else this.#body.replaceChildren(comparisonTable(pair, comparison), sentences(comparison));
  }
}

function idsOf([first, second]: ComparedPair): ModelPair {
  return [first.id, second.id];
}

function isSamePair(one: ModelPair, other: ModelPair): boolean {
  return one[0] === other[0] && one[1] === other[1];
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
