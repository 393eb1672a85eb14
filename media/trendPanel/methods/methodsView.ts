import type { MethodsGroup, MethodsRow, MethodsTable } from "../../../server/src/panel/methodsTable.ts";
import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";
import { button, element } from "../widgets/dom.ts";
import { focusedPlace, stepInList, upAndDown } from "../widgets/listKeys.ts";
import { axisTicks, estimateDrawing } from "./methodsAxis.ts";

export interface MethodsActions {
  readonly choose: (choices: PanelChoices) => void;
}

/** The doubling time under every choice, one a row: numbers, and a dot with its interval on one axis. */
export class MethodsView {
  readonly element = element("div", { className: "table-area methods" });
  readonly #choose: (choices: PanelChoices) => void;
  #shown = "";

  constructor({ choose }: MethodsActions) {
    this.#choose = choose;
    this.element.addEventListener("keydown", (event) => this.#press(event));
    this.element.addEventListener("focusin", ({ target }) => this.#makeStop(target));
  }

  update(methods: MethodsTable): void {
    const shown = JSON.stringify(methods);
    if (shown === this.#shown) return;
    this.#shown = shown;
    // A row that was used is the current one now, and the focus stays at its place.
    const place = focusedPlace(this.#buttons());
    const current = methods.groups.flatMap(({ rows }) => rows).find(({ isCurrent }) => isCurrent)?.days;
    this.element.replaceChildren(
      element(
        "table",
        { className: "methods-table" },
        element("caption", { className: "visually-hidden", text: "The doubling time under every choice" }),
        element("thead", {}, header(methods)),
        ...methods.groups.map((group) => this.#group(group, methods, current)),
      ),
      ...methods.notes.map((text) => element("p", { className: "methods-note", text })),
    );
    const buttons = this.#buttons();
    for (const [index, made] of buttons.entries()) made.tabIndex = index === 0 ? 0 : -1;
    if (place >= 0) (buttons[place] ?? buttons.at(-1))?.focus();
  }

  #group({ title, rows }: MethodsGroup, methods: MethodsTable, current: number | undefined): HTMLElement {
    const heading = element("th", { text: title, attributes: { scope: "rowgroup", colspan: "6" } });
    return element(
      "tbody",
      {},
      ...(title === "" ? [] : [element("tr", { className: "methods-title" }, heading)]),
      ...rows.map((row) => this.#row(row, methods, current)),
    );
  }

  #row(row: MethodsRow, { axis }: MethodsTable, current: number | undefined): HTMLElement {
    const { text, intervalText, changeText, fittedTo, isCurrent, choices } = row;
    const use = choices === undefined || isCurrent ? undefined : () => this.#choose(choices);
    const made = element(
      "tr",
      { className: isCurrent ? "is-current" : use === undefined ? "" : "is-usable" },
      element("th", { attributes: { scope: "row" } }, rowName(row, use), secondLine(fittedTo, changeText)),
      element("td", { className: "number", text }, secondLine(intervalText)),
      element("td", { className: "number wide-only", text: intervalText || "–" }),
      element("td", { className: "number wide-only", text: changeText }),
      element(
        "td",
        { className: "methods-plot" },
        ...(axis === undefined ? [] : [estimateDrawing(row, axis, current)]),
      ),
      element("td", { className: "methods-fitted wide-only", text: fittedTo }),
    );
    if (isCurrent) made.ariaCurrent = "true";
    // The button does the same for keys and screen readers.
    if (use !== undefined)
      made.addEventListener("click", ({ target }) => {
        if (!(target instanceof HTMLButtonElement)) use();
      });
    return made;
  }

  #buttons(): HTMLElement[] {
    return [...this.element.querySelectorAll<HTMLElement>("tbody button")];
  }

  /** Up and down from row to row; all rows together are one stop for the Tab key. */
  #press(event: KeyboardEvent): void {
    const buttons = this.#buttons();
    const place = focusedPlace(buttons);
    const next = stepInList(event.key, upAndDown, place, buttons.length);
    if (place < 0 || next === undefined) return;
    buttons[next]?.focus();
    event.preventDefault();
  }

  #makeStop(target: EventTarget | null): void {
    for (const known of this.#buttons()) known.tabIndex = known === target ? 0 : -1;
  }
}

function header({ axis }: MethodsTable): HTMLElement {
  const column = (className: string, ...children: (Node | string)[]) =>
    element("th", { className, attributes: { scope: "col" } }, ...children);
  return element(
    "tr",
    {},
    column("", "Choice"),
    column("number", "Doubling, days"),
    column("number wide-only", "95 % interval"),
    column("number wide-only", "Change"),
    column("methods-plot", ...(axis === undefined ? [] : [axisTicks(axis)])),
    column("wide-only", "Fitted to"),
  );
}

function rowName({ label }: MethodsRow, use: (() => void) | undefined): HTMLElement {
  return use === undefined
    ? element("span", { text: label })
    : button({ className: "methods-choice", text: label, title: "Use this choice", onClick: use });
}

/** What has columns of its own on a wide page. */
function secondLine(...facts: readonly string[]): HTMLElement {
  const text = facts.filter((fact) => fact !== "").join(", ");
  return element("div", { className: "second-line narrow-only", text });
}
