import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import { counted } from "../../../server/src/text/numbers.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { closeButton } from "../widgets/closeButton.ts";
import { element } from "../widgets/dom.ts";
import { onKeys } from "../widgets/keys.ts";

/** The row that the first icon of the header opens. */
export const findBarId = "find-bar";

/** The row in which a model is looked for by its name. */
export class FindBar {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: PageActions;
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
  #text: string | undefined;

  constructor(model: PageModel, actions: PageActions) {
    this.#model = model;
    this.#actions = actions;
    const close = () => actions.closeFind();
    this.#field.addEventListener("input", () => actions.see({ find: this.#field.value }));
    onKeys(this.#field, { Escape: close, Enter: () => this.#goToFirst() });
    document.addEventListener("keydown", (event) => {
      if (!isFindKey(event)) return;
      event.preventDefault();
      actions.openFind();
    });
    this.element = element(
      "div",
      { className: "find-bar", attributes: { id: findBarId, role: "search" } },
      this.#field,
      this.#count,
      closeButton("Close the search", close),
    );
  }

  /** What the row says of another text is read out: "3 of 47 models". */
  update(): void {
    const rows = this.#model.data?.rows ?? [];
    const text = rows.length > 0 ? this.#model.choices.find : undefined;
    const isNew = !this.element.hidden && text !== this.#text;
    this.element.hidden = text === undefined;
    this.#text = text;
    if (text !== undefined && this.#field.value !== text) this.#field.value = text;
    const found = foundModels(rows, text);
    const count = found === undefined ? "" : countText(found.length, rows.length);
    this.#count.textContent = count;
    if (isNew && count !== "") this.#actions.sayOnceQuiet(count);
  }

  focus(): void {
    this.#field.focus();
    this.#field.select();
  }

  /** `false` when nothing is found. */
  #goToFirst(): boolean {
    const [first] = foundModels(this.#model.data?.rows ?? [], this.#text) ?? [];
    if (first !== undefined) this.#actions.goTo(first);
    return first !== undefined;
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
function isFindKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key === "f" && ctrlKey !== metaKey && !altKey && !shiftKey;
}
