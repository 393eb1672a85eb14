import { kindOf } from "../../../server/src/figures/index.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { shownFigureOf } from "../shell/shownContent.ts";
import { button, element } from "../widgets/dom.ts";
import { type IconName, icon } from "../widgets/icons.ts";
import { type MenuEntries, type MenuGroup, openMenu } from "../widgets/menu.ts";
import { exportMenu } from "./exportMenu.ts";
import { findBarId } from "./findBar.ts";
import { layersMenu } from "./layersMenu.ts";
import { moreMenu } from "./moreMenu.ts";

/** The icons at the end of the header: find, layers, export, more. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #find: HTMLButtonElement;
  readonly #layers: HTMLButtonElement;
  readonly #more: HTMLButtonElement;

  /** @param collections what stands first in the menu More, where there is no other room for it */
  constructor(model: PageModel, actions: PageActions, collections: () => readonly MenuGroup[]) {
    this.#model = model;
    this.#find = iconButton("find", "Find a model", () =>
      model.choices.find === undefined ? actions.openFind() : actions.closeFind(),
    );
    this.#find.setAttribute("aria-controls", findBarId);
    this.#layers = menuButton("layers", "Layers", () => layersMenu(model, actions));
    this.#more = menuButton("more", "More", () => [...collections(), ...moreMenu(model, actions)]);
    this.element = element(
      "div",
      { className: "toolbar", attributes: { role: "group", "aria-label": "Figure" } },
      this.#find,
      this.#layers,
      menuButton("export", "Export", () => exportMenu(model, actions)),
      this.#more,
    );
  }

  update(): void {
    const { data, choices } = this.#model;
    const canFind = data !== undefined && data.rows.length > 0;
    const figure = shownFigureOf(data);
    const hasLayers = figure !== undefined && kindOf(figure).can.layers !== undefined;
    this.#find.ariaExpanded = String(canFind && choices.find !== undefined);
    setEnabled(this.#find, canFind, "Find a model", "There are no models to find here");
    setEnabled(this.#layers, hasLayers, "Layers", "This figure has no layers");
  }

  focus(place: "find-button" | "more-button"): void {
    const focused = place === "find-button" ? this.#find : this.#more;
    focused.focus();
  }
}

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
