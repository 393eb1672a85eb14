import type { PanelControl } from "../../server/src/panel/panelControls.ts";
import type { CardPlace, PanelData, PanelExclusion } from "../../server/src/panel/panelData.ts";
import { cardList, placeOf } from "./cardList.ts";
import { button, element } from "./dom.ts";
import { icon } from "./icons.ts";

export interface StripActions {
  readonly open: (place: CardPlace) => void;
  readonly openSettings: () => void;
}

/** Every choice that moves the numbers, and what was left out, along the lower border of the page. */
export class AssumptionsStrip {
  readonly element: HTMLElement;
  readonly #actions: StripActions;
  readonly #items = element("ul", { className: "assumptions" });
  readonly #notes = element("div", { className: "notes" });
  readonly #list = element("div", {
    className: "left-out",
    attributes: { id: "left-out", role: "region", "aria-label": "Cards left out" },
  });
  readonly #fold: HTMLButtonElement;
  #leftOutButton: HTMLButtonElement | undefined;
  #leftOut: readonly PanelExclusion[] = [];
  #shown = "";
  #isListOpen = false;
  #isFolded = false;
  /** A person has opened what was folded. */
  #isUnfolded = false;

  constructor(actions: StripActions) {
    this.#actions = actions;
    this.#list.hidden = true;
    this.#fold = button(
      {
        className: "fold",
        attributes: { "aria-expanded": "false" },
        onClick: () => this.#unfold(!this.#isUnfolded),
      },
      element("span", { text: "Method and sources" }),
      icon("chevron"),
    );
    this.#fold.hidden = true;
    this.element = element(
      "footer",
      { className: "strip" },
      this.#list,
      this.#fold,
      this.#items,
      this.#notes,
    );
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.#isListOpen) return;
      this.#showList(false);
      this.#leftOutButton?.focus();
    });
  }

  update({ controls, leftOutCount, notes, leftOut }: PanelData): void {
    const shown = JSON.stringify([controls, leftOutCount, notes, leftOut]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#leftOut = leftOut;
    this.#leftOutButton = leftOutCount === undefined ? undefined : this.#makeLeftOutButton(leftOutCount);
    this.#items.replaceChildren(
      ...controls.map((control) => element("li", {}, this.#item(control))),
      ...(this.#leftOutButton === undefined ? [] : [element("li", {}, this.#leftOutButton)]),
    );
    this.#notes.replaceChildren(...notes.map((text) => element("p", { text })));
    this.#showList(this.#isListOpen);
  }

  /** On a page too low for both, the figure has the room and the strip is one button. */
  fold(isFolded: boolean): void {
    this.#isFolded = isFolded;
    this.#fold.hidden = !isFolded;
    this.element.classList.toggle("is-folded", isFolded && !this.#isUnfolded);
  }

  /** Opens the list at a card. */
  focusLeftOut(modelId: string): void {
    this.#showList(true);
    const names = [...this.#list.querySelectorAll<HTMLElement>("[data-model]")];
    names.find(({ dataset }) => dataset.model === modelId)?.focus();
  }

  #unfold(isUnfolded: boolean): void {
    this.#isUnfolded = isUnfolded;
    this.#fold.setAttribute("aria-expanded", String(isUnfolded));
    this.fold(this.#isFolded);
  }

  #item({ label, value, shortValue, isModified }: PanelControl): HTMLButtonElement {
    const title = isModified
      ? "Differs from the paper’s method. Change it in the settings"
      : "Change it in the settings";
    return button(
      {
        className: isModified ? "assumption is-modified" : "assumption",
        title,
        onClick: this.#actions.openSettings,
      },
      element("span", { className: "assumption-label", text: label }),
      " ",
      element("span", { className: "assumption-value wide-only", text: value }),
      element("span", { className: "assumption-value narrow-only", text: shortValue }),
    );
  }

  #makeLeftOutButton(text: string): HTMLButtonElement {
    return button({
      className: "link",
      text,
      title: "Show which cards, and why",
      attributes: { "aria-controls": "left-out" },
      onClick: () => this.#showList(!this.#isListOpen),
    });
  }

  #showList(isOpen: boolean): void {
    const isShown = isOpen && this.#leftOut.length > 0;
    this.#isListOpen = isShown;
    this.#list.hidden = !isShown;
    this.#leftOutButton?.setAttribute("aria-expanded", String(isShown));
    const cards = this.#leftOut.map((card) => ({ ...card, place: placeOf(card) }));
    this.#list.replaceChildren(...(isShown ? [cardList(cards, this.#actions.open)] : []));
  }
}
