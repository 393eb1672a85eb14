import type { ControlOption, PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { PanelData } from "../../../server/src/panel/panelData.ts";
import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { ControlButton } from "./controlButton.ts";
import { type LeftOutActions, LeftOutList } from "./leftOutList.ts";

export interface StripActions extends LeftOutActions {
  readonly take: (option: ControlOption, control: PanelControl) => void;
}

/** The control panel: every choice that moves the numbers, what was left out, and the way back. */
export class AssumptionsStrip {
  readonly element: HTMLElement;
  readonly #actions: StripActions;
  readonly #items = element("ul", { className: "assumptions" });
  readonly #resets = element("p", { className: "resets" });
  readonly #notes = element("div", { className: "notes" });
  readonly #list: LeftOutList;
  readonly #listItem: HTMLElement;
  readonly #fold: HTMLButtonElement;
  readonly #controls = new Map<PanelControl["setting"], ControlButton>();
  #shown = "";
  /** Of the controls, by their settings; `undefined` before the row is laid. */
  #order: string | undefined;
  #isFolded = false;
  /** A person has opened what was folded. */
  #isUnfolded = false;

  constructor(actions: StripActions) {
    this.#actions = actions;
    this.#list = new LeftOutList(actions);
    this.#listItem = element("li", {}, this.#list.opener);
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
      this.#list.element,
      this.#fold,
      this.#items,
      this.#resets,
      this.#notes,
    );
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#list.close()) event.preventDefault();
    });
  }

  update(data: PanelData): void {
    const { controls, leftOutCount, notes, leftOut, resets } = data;
    const shown = JSON.stringify([controls, leftOutCount, notes, leftOut, resets]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#list.update(data);
    this.#listItem.hidden = leftOutCount === undefined;
    this.#showControls(controls);
    this.#showResets(resets);
    this.#notes.replaceChildren(...notes.map((text) => element("p", { text })));
  }

  /** On a page too low for both, the figure has the room and the strip is one button. */
  fold(isFolded: boolean): void {
    this.#isFolded = isFolded;
    this.#fold.hidden = !isFolded;
    this.element.classList.toggle("is-folded", isFolded && !this.#isUnfolded);
  }

  /** Opens the list of what was left out at a card. */
  focusLeftOut(modelId: string): void {
    this.#list.focusModel(modelId);
  }

  #unfold(isUnfolded: boolean): void {
    this.#isUnfolded = isUnfolded;
    this.#fold.setAttribute("aria-expanded", String(isUnfolded));
    this.fold(this.#isFolded);
  }

  /** Buttons stay in place while values change; the row is laid anew when other controls are in it. */
  #showControls(controls: readonly PanelControl[]): void {
    const buttons = controls.map((control) => this.#controlButton(control));
    const order = controls.map(({ setting }) => setting).join();
    if (order === this.#order) return;
    this.#order = order;
    const focused = document.activeElement;
    const hadFocus = focused instanceof HTMLElement && this.#items.contains(focused);
    const items = buttons.map((made) => element("li", {}, made));
    this.#items.replaceChildren(...items, this.#listItem);
    if (hadFocus) (focused.isConnected ? focused : buttons[0])?.focus();
  }

  #controlButton(control: PanelControl): HTMLButtonElement {
    const known = this.#controls.get(control.setting) ?? new ControlButton(control, this.#actions.take);
    this.#controls.set(control.setting, known);
    known.update(control);
    return known.element;
  }

  /** A way back is gone once it was taken; the focus then goes to the first control. */
  #showResets(resets: PanelData["resets"]): void {
    const hadFocus = this.#resets.contains(document.activeElement);
    this.#resets.hidden = resets.length === 0;
    this.#resets.replaceChildren(
      ...resets.map(({ label, choices }) =>
        button({ className: "link", text: label, onClick: () => this.#actions.choose(choices) }),
      ),
    );
    if (hadFocus) (this.#resets.querySelector("button") ?? this.#items.querySelector("button"))?.focus();
  }
}
