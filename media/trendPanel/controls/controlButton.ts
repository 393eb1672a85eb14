import type { ControlOption, PanelControl } from "../../../server/src/panel/panelControls.ts";
import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { openMenu } from "../widgets/menu.ts";
import { controlMenu } from "./controlMenu.ts";

/** A choice that moves the numbers: its name and value, and a menu of everything it can be. */
export class ControlButton {
  readonly element: HTMLButtonElement;
  readonly #label = element("span", { className: "assumption-label" });
  readonly #value = element("span", { className: "assumption-value wide-only" });
  readonly #shortValue = element("span", { className: "assumption-value narrow-only" });
  #control: PanelControl;

  constructor(control: PanelControl, take: (option: ControlOption, control: PanelControl) => void) {
    this.#control = control;
    this.element = button(
      {
        className: "assumption",
        attributes: { "aria-haspopup": "menu", "aria-expanded": "false" },
        onClick: () =>
          openMenu(this.element, () => controlMenu(this.#control, (option) => take(option, this.#control))),
      },
      this.#label,
      " ",
      this.#value,
      this.#shortValue,
      icon("chevron"),
    );
  }

  /** Another value, in the same button: one in use keeps the focus and its open menu. */
  update(control: PanelControl): void {
    const { label, value, shortValue, isModified } = control;
    this.#control = control;
    this.#label.textContent = label;
    this.#value.textContent = value;
    this.#shortValue.textContent = shortValue;
    this.element.classList.toggle("is-modified", isModified);
    this.element.title = isModified ? "Differs from the paper’s method" : "";
  }
}
