import type { PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { PanelData, PanelExclusion } from "../../../server/src/panel/panelData.ts";
import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";
import type { PageActions } from "../shell/pageActions.ts";
import { cardItem, focusCard } from "../table/cardList.ts";
import { button, element } from "../widgets/dom.ts";
import { updateChildren } from "../widgets/keyed.ts";

/** A card that is not in the trend, and the choices that take it back where a choice left it out. */
interface LeftOut extends PanelExclusion {
  readonly takenBack: PanelChoices | undefined;
}

/** How many cards are not in the trend, and on demand which and why; those left out by choice can be taken back. */
export class LeftOutList {
  /** "4 left out"; hidden when every card counts. */
  readonly opener: HTMLButtonElement;
  readonly element: HTMLElement;
  readonly #actions: PageActions;
  readonly #cards = element("ul", { className: "cards" });
  #data: Pick<PanelData, "leftOut" | "controls"> = { leftOut: [], controls: [] };
  #isOpen = false;

  constructor(actions: PageActions) {
    this.#actions = actions;
    this.opener = button({
      className: "link",
      title: "Show which cards, and why",
      attributes: { "aria-controls": "left-out" },
      onClick: () => this.#show(!this.#isOpen),
    });
    const attributes = { id: "left-out", role: "region", "aria-label": "Cards left out" };
    this.element = element("div", { className: "left-out", attributes }, this.#cards);
    this.#show(false);
  }

  update({ leftOut, leftOutCount, controls }: PanelData): void {
    this.#data = { leftOut, controls };
    this.opener.textContent = leftOutCount ?? "";
    this.opener.hidden = leftOutCount === undefined;
    this.#show(this.#isOpen);
  }

  /** Opens the list at a card. */
  focusModel(modelId: string): void {
    this.#show(true);
    focusCard(this.#cards, modelId);
  }

  /** Closes the list and gives the focus back. `false` when it is not open. */
  close(): boolean {
    if (!this.#isOpen) return false;
    this.#show(false);
    this.opener.focus();
    return true;
  }

  #show(isOpen: boolean): void {
    const { leftOut, controls } = this.#data;
    this.#isOpen = isOpen && leftOut.length > 0;
    this.element.hidden = !this.#isOpen;
    this.opener.ariaExpanded = String(this.#isOpen);
    const takenBack = choicesTakenBack(controls);
    const cards = leftOut.map((card) => ({ ...card, takenBack: takenBack.get(card.name) }));
    const hasFocus = updateChildren(
      this.#cards,
      this.#isOpen ? cards : [],
      ({ id }) => id,
      (card) => this.#card(card),
    );
    if (!hasFocus) this.opener.focus();
  }

  #card({ takenBack, ...card }: LeftOut): HTMLElement {
    const made = cardItem(card, (place) => this.#actions.open(place));
    if (takenBack !== undefined)
      made.append(
        button({
          className: "link",
          text: "Take back",
          attributes: { "aria-label": `Take ${card.name} back` },
          onClick: () => this.#actions.choose(takenBack),
        }),
      );
    return made;
  }
}

/** The choices once a model left out by choice is taken back, by its name. */
function choicesTakenBack(controls: readonly PanelControl[]): ReadonlyMap<string, PanelChoices> {
  const control = controls.find(({ setting }) => setting === "without");
  const options = control?.groups.filter(({ select }) => select === "many").flatMap((group) => group.options);
  return new Map(options?.map(({ label, choices }) => [label, choices]));
}
