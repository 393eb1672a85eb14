import type { PanelData } from "../../server/src/protocol.ts";
import { button, element } from "./dom.ts";
import { icon } from "./icons.ts";
import type { View } from "./pageState.ts";

export interface HeaderActions {
  readonly chooseFolder: (folderUri: string) => void;
  readonly showAs: (view: View) => void;
}

/** The row at the top: which collection is shown, and how. */
export class Header {
  readonly element: HTMLElement;
  readonly #actions: HeaderActions;
  readonly #collection = element("div", { className: "collection" });
  readonly #tableToggle: HTMLButtonElement;
  #shown = "";
  #view: View = "figure";

  constructor(actions: HeaderActions) {
    this.#actions = actions;
    this.#tableToggle = button(
      {
        className: "toggle",
        onClick: () => actions.showAs(this.#view === "table" ? "figure" : "table"),
      },
      icon("table"),
      element("span", { text: "Show as table" }),
    );
    this.element = element("header", { className: "header" }, this.#collection, this.#tableToggle);
  }

  /** @param view `undefined` when there are no points to show */
  update(data: PanelData | undefined, view: View | undefined): void {
    this.element.hidden = data === undefined;
    this.#tableToggle.hidden = view === undefined;
    this.#view = view ?? "figure";
    this.#tableToggle.setAttribute("aria-pressed", String(this.#view === "table"));
    const shown = JSON.stringify([data?.question.folderUri, data?.folders]);
    // An open picker would close if it were made anew on every keystroke.
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#collection.replaceChildren(...(data === undefined ? [] : [this.#nameOrPicker(data)]));
  }

  #nameOrPicker({ folders, question: { folderUri } }: PanelData): HTMLElement {
    if (folders.length < 2) {
      const name = folders.find(({ uri }) => uri === folderUri)?.name ?? "";
      return element("span", { className: "collection-name", text: name, title: name });
    }
    const picker = element("select", {
      title: "Collection",
      attributes: { "aria-label": "Collection" },
    });
    for (const { uri, name } of folders)
      picker.append(new Option(name, uri, uri === folderUri, uri === folderUri));
    picker.addEventListener("change", () => this.#actions.chooseFolder(picker.value));
    return element("div", { className: "picker" }, picker, icon("chevron"));
  }
}
