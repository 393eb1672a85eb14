import { formatCount } from "../../../server/src/text/numbers.ts";
import { markIcon } from "../figure/markIcon.ts";
import type { MarkActions } from "../figure/marksView.ts";
import { button, element } from "../widgets/dom.ts";
import { placeOf } from "./cardList.ts";
import type { TableContent, TableRow } from "./tableRows.ts";

/** Rows made at once: ten thousand would stop the page for seconds. */
const rowsPerStep = 1000;

/** The points of the figure as a table, for those who read rather than look. */
export class PointsTable {
  readonly element = element("div", { className: "table-area" });
  readonly #actions: MarkActions;
  readonly #more: HTMLButtonElement;
  #content: TableContent | undefined;
  #body = element("tbody");
  #shown = "";

  constructor(actions: MarkActions) {
    this.#actions = actions;
    this.#more = button({ className: "button secondary", onClick: () => this.#addRows() });
    this.element.addEventListener("keydown", (event) => this.#press(event));
  }

  update(content: TableContent): void {
    const shown = JSON.stringify(content);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#content = content;
    // A table made anew keeps the focus where it was.
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.#body = element("tbody");
    const head = element("thead", {}, element("tr", {}, ...headers(content)));
    const caption = element("caption", { text: content.caption });
    const table = element("table", { className: "points-table" }, caption, head, this.#body);
    this.element.replaceChildren(table, this.#more);
    this.#addRows();
    if (focused instanceof HTMLElement && focused.dataset.model !== undefined)
      this.focusModel(focused.dataset.model);
  }

  /** Puts the focus on a model's name. */
  focusModel(modelId: string): void {
    const place = this.#content?.rows.findIndex(({ row }) => row.id === modelId) ?? -1;
    while (place >= this.#body.rows.length) this.#addRows();
    this.#body.rows[place]?.querySelector<HTMLElement>("[data-model]")?.focus();
  }

  #press({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): void {
    const modelId = target instanceof HTMLElement ? target.dataset.model : undefined;
    if (modelId === undefined || key.toLowerCase() !== "p" || ctrlKey || metaKey || altKey) return;
    this.#actions.pin(modelId);
  }

  #addRows(): void {
    if (this.#content === undefined) return;
    const content = this.#content;
    const { rows } = content;
    const start = this.#body.rows.length;
    this.#body.append(...rows.slice(start, start + rowsPerStep).map((row) => this.#row(row, content)));
    const left = rows.length - this.#body.rows.length;
    this.#more.hidden = left === 0;
    this.#more.textContent = `Show ${formatCount(Math.min(left, rowsPerStep))} more of ${formatCount(left)}`;
  }

  #row(
    { row, mark, familyName, isRecord, isPinned, price, standing }: TableRow,
    { hasFamilies, hasPrices }: TableContent,
  ): HTMLElement {
    const name = button({
      className: "link",
      text: row.name,
      title: `Open ${row.path}; P ${isPinned ? "takes the pin away" : "pins it"}`,
      attributes: { "data-model": row.id },
      onClick: () => this.#actions.open(placeOf(row)),
    });
    return element(
      "tr",
      isRecord ? { className: "is-record" } : {},
      element(
        "th",
        { attributes: { scope: "row" } },
        ...(mark === undefined ? [] : [markIcon(mark, isRecord)]),
        name,
        ...(isPinned ? [element("span", { className: "pinned-sign", text: "pinned" })] : []),
        element("div", { className: "second-line narrow-only", text: row.released }),
      ),
      ...(hasFamilies ? [element("td", { className: "wide-only", text: familyName })] : []),
      element("td", { className: "number wide-only", text: row.released }),
      ...(hasPrices ? [element("td", { className: "number", text: price ?? "" })] : []),
      element("td", { className: "number", text: row.density }),
      element(
        "td",
        { className: "number" },
        row.effective,
        element("div", { className: "second-line narrow-only", text: `from ${row.actual}` }),
      ),
      element("td", { className: "number wide-only", text: row.actual }),
      element("td", { text: standing }),
    );
  }
}

function headers({ hasFamilies, hasPrices, standingHeader }: TableContent): HTMLElement[] {
  const header = (text: string, className: string) =>
    element("th", { text, className, attributes: { scope: "col" } });
  return [
    header("Model", ""),
    ...(hasFamilies ? [header("Family", "wide-only")] : []),
    header("Released", "number wide-only"),
    ...(hasPrices ? [header("$ per million tokens", "number")] : []),
    header("Density", "number"),
    header("Effective parameters", "number"),
    header("Actual parameters", "number wide-only"),
    header(standingHeader, ""),
  ];
}
