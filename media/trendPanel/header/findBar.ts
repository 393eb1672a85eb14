import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import { counted } from "../../../server/src/text/numbers.ts";
import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { findBarId } from "./toolbar.ts";

export interface FindActions {
  readonly find: (text: string) => void;
  /** To a model that was found. */
  readonly goTo: (modelId: string) => void;
  readonly close: () => void;
}

/** The row in which a model is looked for by its name. */
export class FindBar {
  readonly element: HTMLElement;
  readonly #field = element("input", {
    className: "find-field",
    attributes: {
      type: "search",
      placeholder: "Find a model",
      "aria-label": "Find a model",
      spellcheck: "false",
    },
  });
  readonly #count = element("span", { className: "find-count" });
  #found: readonly string[] = [];
  #text: string | undefined;

  constructor({ find, goTo, close }: FindActions) {
    this.#field.addEventListener("input", () => find(this.#field.value));
    this.#field.addEventListener("keydown", (event) => {
      const [first] = this.#found;
      if (event.key === "Escape") close();
      else if (event.key === "Enter" && first !== undefined) goTo(first);
      else return;
      event.preventDefault();
    });
    const closer = button(
      {
        className: "icon-button",
        title: "Close",
        attributes: { "aria-label": "Close the search" },
        onClick: close,
      },
      icon("close"),
    );
    this.element = element(
      "div",
      { className: "find-bar", attributes: { id: findBarId, role: "search" } },
      this.#field,
      this.#count,
      closer,
    );
  }

  /**
   * @param text what is looked for; `undefined` while nobody looks
   * @returns what the row says of another text, to be read out: "3 of 47 models"
   */
  update(text: string | undefined, found: readonly string[], all: number): string {
    const isNews = !this.element.hidden && text !== this.#text;
    this.element.hidden = text === undefined;
    this.#text = text;
    this.#found = found;
    if (text !== undefined && this.#field.value !== text) this.#field.value = text;
    const says = text === undefined || text.trim() === "" ? "" : countText(found.length, all);
    this.#count.textContent = says;
    return isNews ? says : "";
  }

  focus(): void {
    this.#field.focus();
    this.#field.select();
  }
}

/** Models by a part of their name, in the figure's order; `undefined` when nothing is looked for. */
export function foundModels(rows: readonly PanelRow[], text: string | undefined): string[] | undefined {
  const wanted = text?.trim().toLowerCase() ?? "";
  if (wanted === "") return undefined;
  return rows.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ id }) => id);
}

function countText(found: number, all: number): string {
  return found === 0 ? `none of ${counted(all, "model")}` : `${found} of ${counted(all, "model")}`;
}

/** The keys that search in the editor. */
export function onFindKey(find: () => void): void {
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (key !== "f" || ctrlKey === metaKey || altKey || shiftKey) return;
    event.preventDefault();
    find();
  });
}
