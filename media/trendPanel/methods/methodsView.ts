import type { MethodsGroup, MethodsRow, MethodsTable } from "../../../server/src/panel/methodsTable.ts";
import type { PageActions } from "../shell/pageActions.ts";
import { button, element } from "../widgets/dom.ts";
import { updateChildren } from "../widgets/keyed.ts";
import { rovingFocus, setTabStop, upAndDown } from "../widgets/listKeys.ts";
import { axisTicks, estimateDrawing } from "./methodsAxis.ts";

/** The doubling time under every choice, one a row: numbers, and a dot with its interval on one axis. */
export class MethodsView {
  readonly element = element("div", { className: "table-area methods" });
  readonly #actions: PageActions;

  constructor(actions: PageActions) {
    this.#actions = actions;
    // Up and down from row to row; all rows together are one stop for the Tab key.
    rovingFocus(this.element, upAndDown, () => this.#buttons());
    this.element.addEventListener("focusin", ({ target }) => this.#makeStop(target));
  }

  update(methods: MethodsTable): void {
    const { notes } = methods;
    updateChildren(
      this.element,
      [methods, ...notes],
      // A row that was used is the current one now, and the focus stays at its place.
      (_, place) => String(place),
      (part) =>
        typeof part === "string"
          ? element("p", { className: "methods-note", text: part })
          : this.#table(part),
    );
    const buttons = this.#buttons();
    if (!buttons.some(({ tabIndex }) => tabIndex === 0)) setTabStop(buttons, buttons[0]);
  }

  #table(methods: MethodsTable): HTMLElement {
    const current = methods.groups.flatMap(({ rows }) => rows).find(({ isCurrent }) => isCurrent)?.days;
    return element(
      "table",
      { className: "methods-table" },
      element("caption", { className: "visually-hidden", text: "The doubling time under every choice" }),
      element("thead", {}, header(methods)),
      ...methods.groups.map((group) => this.#group(group, methods, current)),
    );
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
    const use = choices === undefined || isCurrent ? undefined : () => this.#actions.choose(choices);
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

  #makeStop(target: EventTarget | null): void {
    const buttons = this.#buttons();
    setTabStop(
      buttons,
      buttons.find((each) => each === target),
    );
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
    column("number wide-only", "Interval"),
    column("number wide-only", "Change"),
    column("methods-plot", ...(axis === undefined ? [] : [axisTicks(axis)])),
    column("wide-only", "Fitted to"),
  );
}

function rowName({ label }: MethodsRow, use: (() => void) | undefined): HTMLElement {
  return use === undefined
    ? element("span", { text: label })
    : button({
        className: "methods-choice",
        text: label,
        title: "Use this choice",
        attributes: { tabindex: "-1" },
        onClick: use,
      });
}

/** What has columns of its own on a wide page. */
function secondLine(...facts: readonly string[]): HTMLElement {
  const text = facts.filter((fact) => fact !== "").join(", ");
  return element("div", { className: "second-line narrow-only", text });
}
