import { button, element } from "../widgets/dom.ts";
import { type IconName, icon } from "../widgets/icons.ts";
import { type MenuEntries, openMenu } from "../widgets/menu.ts";

export interface ToolbarActions {
  readonly toggleFind: () => void;
  readonly layers: MenuEntries;
  readonly exports: MenuEntries;
  readonly more: MenuEntries;
}

/** What the icons can do just now. */
export interface ToolbarState {
  readonly isFinding: boolean;
  readonly canFind: boolean;
  readonly hasLayers: boolean;
}

/** The icons at the end of the header: find, layers, export, more. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #find: HTMLButtonElement;
  readonly #layers: HTMLButtonElement;
  readonly #more: HTMLButtonElement;

  constructor({ toggleFind, layers, exports, more }: ToolbarActions) {
    this.#find = iconButton("find", "Find a model", toggleFind);
    this.#find.setAttribute("aria-controls", findBarId);
    this.#layers = menuButton("layers", "Layers", layers);
    this.#more = menuButton("more", "More", more);
    this.element = element(
      "div",
      { className: "toolbar", attributes: { role: "group", "aria-label": "Figure" } },
      this.#find,
      this.#layers,
      menuButton("export", "Export", exports),
      this.#more,
    );
  }

  update({ isFinding, canFind, hasLayers }: ToolbarState): void {
    this.#find.ariaExpanded = String(isFinding);
    setEnabled(this.#find, canFind, "Find a model", "There are no models to find here");
    setEnabled(this.#layers, hasLayers, "Layers", "Only the figure over time has layers");
  }

  focusFind(): void {
    this.#find.focus();
  }

  focusMore(): void {
    this.#more.focus();
  }
}

/** The row that the first icon opens. */
export const findBarId = "find-bar";

function iconButton(name: IconName, label: string, onClick: () => void): HTMLButtonElement {
  return button(
    { className: "icon-button", title: label, attributes: { "aria-label": label }, onClick },
    icon(name),
  );
}

function menuButton(name: IconName, label: string, entries: MenuEntries): HTMLButtonElement {
  const made = iconButton(name, label, () => openMenu(made, entries));
  made.ariaHasPopup = "menu";
  made.ariaExpanded = "false";
  return made;
}

function setEnabled(made: HTMLButtonElement, isEnabled: boolean, title: string, reason: string): void {
  made.disabled = !isEnabled;
  made.title = isEnabled ? title : reason;
}
