import { formatCount } from "../../../server/src/text/numbers.ts";
import { markIcon } from "../figure/markIcon.ts";
import type { PageActions } from "../shell/pageActions.ts";
import { button, element } from "../widgets/dom.ts";
import { updateChildren } from "../widgets/keyed.ts";
import { onKeys } from "../widgets/keys.ts";
import { focusCard, placeOf } from "./cardList.ts";
import type { TableColumns, TableContent, TableRow } from "./tableRows.ts";

/** Rows made at once: ten thousand would stop the page for seconds. */
const rowsPerStep = 1000;

/** The points of the figure as a table, for those who read rather than look. */
export class PointsTable {
  readonly element: HTMLElement;
  readonly #actions: PageActions;
  readonly #caption = element("caption");
  readonly #head = element("thead");
  readonly #body = element("tbody");
  readonly #more: HTMLButtonElement;
  #content: TableContent | undefined;
  #rowCount = rowsPerStep;

  constructor(actions: PageActions) {
    this.#actions = actions;
    this.#more = button({
      className: "button secondary",
      onClick: () => this.#showRows(this.#rowCount + rowsPerStep),
    });
    const table = element("table", { className: "points-table" }, this.#caption, this.#head, this.#body);
    this.element = element("div", { className: "table-area" }, table, this.#more);
    onKeys(this.element, { p: ({ target }) => this.#pin(target) });
  }

  update(content: TableContent): void {
    this.#content = content;
    this.#caption.textContent = content.caption;
    updateChildren(this.#head, [content.columns], () => "head", headRow);
    this.#showRows(this.#rowCount);
  }

  /** Puts the focus on a model's name. */
  focusModel(modelId: string): void {
    const place = this.#content?.rows.findIndex(({ row }) => row.id === modelId) ?? -1;
    this.#showRows(Math.max(this.#rowCount, rowsPerStep * Math.ceil((place + 1) / rowsPerStep)));
    focusCard(this.#body, modelId);
  }

  /** Pins the model whose name has the focus; `false` when none has. */
  #pin(target: EventTarget | null): boolean {
    const modelId = target instanceof HTMLElement ? target.dataset.model : undefined;
    if (modelId !== undefined) this.#actions.pin(modelId);
    return modelId !== undefined;
  }

  #showRows(count: number): void {
    if (this.#content === undefined) return;
    const { rows, columns } = this.#content;
    this.#rowCount = count;
    updateChildren(
      this.#body,
      rows.slice(0, count).map((row) => ({ row, columns })),
      ({ row }) => row.row.id,
      ({ row }) => this.#row(row, columns),
    );
    const left = Math.max(0, rows.length - count);
    this.#more.hidden = left === 0;
    this.#more.textContent = `Show ${formatCount(Math.min(left, rowsPerStep))} more of ${formatCount(left)}`;
  }

  #row(
    { row, mark, familyName, isRecord, isPinned, own, standing }: TableRow,
    { hasFamilies, ownColumn }: TableColumns,
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
      ...(ownColumn === undefined ? [] : [element("td", { className: "number", text: own ?? "" })]),
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

function headRow({ hasFamilies, ownColumn, standingHeader }: TableColumns): HTMLElement {
  const header = (text: string, className: string) =>
    element("th", { text, className, attributes: { scope: "col" } });
  return element(
    "tr",
    {},
    header("Model", ""),
    ...(hasFamilies ? [header("Family", "wide-only")] : []),
    header("Released", "number wide-only"),
    ...(ownColumn === undefined ? [] : [header(ownColumn, "number")]),
    header("Density", "number"),
    header("Effective parameters", "number"),
    header("Actual parameters", "number wide-only"),
    header(standingHeader, ""),
  );
}
