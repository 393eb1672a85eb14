import type { CardPlace } from "../../server/src/panel/panelData.ts";
import { placeOf } from "./cardList.ts";
import { button, element } from "./dom.ts";
import { Frame } from "./frame.ts";
import { markIcon } from "./markIcon.ts";
import type { TableContent, TableRow } from "./tableRows.ts";

/** Rows made per frame: thousands at once would make the page stutter. */
const rowsPerFrame = 300;

/** The points of the figure as a table, for those who read rather than look. */
export class PointsTable {
  readonly element = element("div", { className: "table-area" });
  readonly #open: (place: CardPlace) => void;
  readonly #frame = new Frame(() => this.#addRows());
  #content: TableContent | undefined;
  #body: HTMLTableSectionElement | undefined;
  #shown = "";
  #modelToFocus: string | undefined;

  constructor(open: (place: CardPlace) => void) {
    this.#open = open;
  }

  update(content: TableContent): void {
    const shown = JSON.stringify(content);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#content = content;
    // A table made anew keeps the focus where it was.
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    this.#modelToFocus = focused instanceof HTMLElement ? focused.dataset.model : undefined;
    this.#body = element("tbody");
    const head = element("thead", {}, element("tr", {}, ...headers(content)));
    const caption = element("caption", { text: content.caption });
    this.element.replaceChildren(element("table", { className: "points-table" }, caption, head, this.#body));
    this.#addRows();
  }

  /** Puts the focus on a model's name, as soon as its row is there. */
  focusModel(modelId: string): void {
    this.#modelToFocus = modelId;
    this.#focusWanted();
  }

  #addRows(): void {
    if (this.#content === undefined || this.#body === undefined) return;
    const { rows, hasFamilies } = this.#content;
    const start = this.#body.rows.length;
    this.#body.append(...rows.slice(start, start + rowsPerFrame).map((row) => this.#row(row, hasFamilies)));
    this.#focusWanted();
    if (start + rowsPerFrame < rows.length) this.#frame.request();
  }

  #focusWanted(): void {
    if (this.#modelToFocus === undefined) return;
    const names = [...this.element.querySelectorAll<HTMLElement>("[data-model]")];
    const name = names.find(({ dataset }) => dataset.model === this.#modelToFocus);
    if (name === undefined) return;
    name.focus();
    this.#modelToFocus = undefined;
  }

  #row({ row, family, isRecord, standing }: TableRow, hasFamilies: boolean): HTMLElement {
    const name = button({
      className: "link",
      text: row.name,
      title: `Open ${row.path}`,
      attributes: { "data-model": row.id },
      onClick: () => this.#open(placeOf(row)),
    });
    return element(
      "tr",
      isRecord ? { className: "is-record" } : {},
      element(
        "th",
        { attributes: { scope: "row" } },
        markIcon(family.mark, isRecord),
        name,
        element("div", { className: "second-line narrow-only", text: row.released }),
      ),
      ...(hasFamilies ? [element("td", { className: "wide-only", text: family.name })] : []),
      element("td", { className: "number wide-only", text: row.released }),
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

function headers({ hasFamilies, standingHeader }: TableContent): HTMLElement[] {
  const header = (text: string, className: string) =>
    element("th", { text, className, attributes: { scope: "col" } });
  return [
    header("Model", ""),
    ...(hasFamilies ? [header("Family", "wide-only")] : []),
    header("Released", "number wide-only"),
    header("Density", "number"),
    header("Effective parameters", "number"),
    header("Actual parameters", "number wide-only"),
    header(standingHeader, ""),
  ];
}
