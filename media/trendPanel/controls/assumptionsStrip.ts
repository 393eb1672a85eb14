import type { PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { updateChildren } from "../widgets/keyed.ts";
import { onKeys } from "../widgets/keys.ts";
import type { MenuGroup } from "../widgets/menu.ts";
import { ChoiceQueue } from "./choiceQueue.ts";
import { controlButton, controlMenu, showControl } from "./controlButton.ts";
import { LeftOutList } from "./leftOutList.ts";

/** The control panel: every choice that moves the numbers, what was left out, and the way back. */
export class AssumptionsStrip {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: PageActions;
  readonly #queue: ChoiceQueue;
  readonly #list: LeftOutList;
  readonly #listItem: HTMLElement;
  readonly #items: HTMLElement;
  readonly #resets = element("p", { className: "resets" });
  readonly #notes = element("div", { className: "notes" });
  readonly #fold: HTMLButtonElement;
  #isFolded = false;
  /** A person has opened what was folded. */
  #isUnfolded = false;

  constructor(model: PageModel, actions: PageActions) {
    this.#model = model;
    this.#actions = actions;
    this.#queue = new ChoiceQueue((choices) => actions.choose(choices));
    this.#list = new LeftOutList(actions);
    this.#listItem = element("li", {}, this.#list.opener);
    this.#items = element("ul", { className: "assumptions" }, this.#listItem);
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
    onKeys(this.element, { Escape: () => this.#list.close() });
  }

  update(): void {
    const { data, isAwaiting } = this.#model;
    this.element.hidden = data === undefined;
    if (data === undefined) return;
    const { controls, resets, notes, leftOutCount } = data;
    this.#queue.update(controls, isAwaiting);
    this.#list.update(data);
    this.#listItem.hidden = leftOutCount === undefined;
    updateChildren(
      this.#items,
      controls,
      ({ setting }) => setting,
      ({ setting }) =>
        element(
          "li",
          {},
          controlButton(
            () => this.#menu(setting),
            () => this.#actions.askMenu(setting),
          ),
        ),
      ({ firstElementChild: made }, control) => {
        if (!(made instanceof HTMLElement)) return;
        showControl(made, control);
        if (made.ariaExpanded === "true") this.#actions.askMenu(control.setting);
      },
    );
    this.#resets.hidden = resets.length === 0;
    const hasFocus = updateChildren(
      this.#resets,
      resets,
      ({ label }) => label,
      ({ label, choices }) =>
        button({ className: "link", text: label, onClick: () => this.#actions.choose(choices) }),
    );
    // A way back is gone once it was taken.
    if (!hasFocus) this.#items.querySelector("button")?.focus();
    const line = (text: string) => element("p", { text });
    updateChildren(this.#notes, notes, (text) => text, line);
  }

  /** On a page too low for both, the figure has the room and the strip is one button. */
  fold(isFolded: boolean): void {
    this.#isFolded = isFolded;
    this.#fold.hidden = !isFolded;
    this.element.classList.toggle("is-folded", isFolded && !this.#isUnfolded);
  }

  /** Opens the list of what was left out at a card. */
  focusModel(modelId: string): void {
    this.#list.focusModel(modelId);
  }

  #unfold(isUnfolded: boolean): void {
    this.#isUnfolded = isUnfolded;
    this.#fold.setAttribute("aria-expanded", String(isUnfolded));
    this.fold(this.#isFolded);
  }

  /** The entries that are known are there at once; what each leads to comes to them when the host has worked it out. */
  #menu(setting: PanelControl["setting"]): MenuGroup[] {
    const control = this.#model.data?.controls.find((each) => each.setting === setting);
    if (control === undefined) return [];
    const groups = this.#model.menuOf(setting) ?? control.groups;
    return controlMenu(groups, (option) => this.#queue.take(option, control));
  }
}
