import type { PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { CardPlace, PanelData } from "../../../server/src/panel/panelData.ts";
import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";
import { cardList, placeOf } from "../table/cardList.ts";
import { button, element } from "../widgets/dom.ts";

export interface LeftOutActions {
  readonly open: (place: CardPlace) => void;
  readonly choose: (choices: PanelChoices) => void;
}

/** How many cards are not in the trend, and on demand which and why; those left out by choice can be taken back. */
export class LeftOutList {
  /** "4 left out"; hidden when every card counts. */
  readonly opener: HTMLButtonElement;
  readonly element = element("div", {
    className: "left-out",
    attributes: { id: "left-out", role: "region", "aria-label": "Cards left out" },
  });
  readonly #actions: LeftOutActions;
  #data: Pick<PanelData, "leftOut" | "controls"> = { leftOut: [], controls: [] };
  #isOpen = false;

  constructor(actions: LeftOutActions) {
    this.#actions = actions;
    this.opener = button({
      className: "link",
      title: "Show which cards, and why",
      attributes: { "aria-controls": "left-out" },
      onClick: () => this.#show(!this.#isOpen),
    });
    this.#show(false);
  }

  update({ leftOut, leftOutCount, controls }: PanelData): void {
    this.#data = { leftOut, controls };
    this.opener.textContent = leftOutCount ?? "";
    this.opener.hidden = leftOutCount === undefined;
    const focused = this.#focusedId();
    this.#show(this.#isOpen);
    if (focused !== undefined) this.#focusNear(focused);
  }

  /** Opens the list at a card. */
  focusModel(modelId: string): void {
    this.#show(true);
    this.#focus(modelId);
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
    const taken = takenBack(controls);
    const cards = leftOut.map((card) => ({
      ...card,
      place: placeOf(card),
      action: this.#takeBack(card.name, taken.get(card.name)),
    }));
    this.element.replaceChildren(...(this.#isOpen ? [cardList(cards, this.#actions.open)] : []));
  }

  #takeBack(name: string, choices: PanelChoices | undefined): HTMLElement | undefined {
    if (choices === undefined) return undefined;
    return button({
      className: "link",
      text: "Take back",
      attributes: { "aria-label": `Take ${name} back` },
      onClick: () => this.#actions.choose(choices),
    });
  }

  #focusedId(): string | undefined {
    const row = document.activeElement?.closest(".card");
    const isHere = row instanceof HTMLElement && this.element.contains(row);
    return isHere ? row.querySelector<HTMLElement>("[data-model]")?.dataset.model : undefined;
  }

  /** A card that was taken back is gone: the focus goes to what opened the list, or to its first card. */
  #focusNear(modelId: string): void {
    if (!this.#focus(modelId)) (this.#names()[0] ?? this.opener).focus();
  }

  #focus(modelId: string): boolean {
    const name = this.#names().find(({ dataset }) => dataset.model === modelId);
    name?.focus();
    return name !== undefined;
  }

  #names(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>("[data-model]")];
  }
}

/** The choices once a model left out by choice is taken back, by its name. */
function takenBack(controls: readonly PanelControl[]): ReadonlyMap<string, PanelChoices> {
  const control = controls.find(({ setting }) => setting === "without");
  const options = control?.groups.filter(({ select }) => select === "many").flatMap((group) => group.options);
  return new Map(options?.map(({ label, choices }) => [label, choices]));
}
