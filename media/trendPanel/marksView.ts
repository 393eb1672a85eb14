import type { CardPlace, PanelRow } from "../../server/src/panel/panelData.ts";
import type { Position } from "../../server/src/trend/figure/geometry.ts";
import { placeOf } from "./cardList.ts";
import { HitTest } from "./chart/hitTest.ts";
import { element } from "./dom.ts";
import { PointList } from "./pointList.ts";
import type { WalkedPoint } from "./pointWalk.ts";
import type { Tooltip } from "./tooltip.ts";

/** A model's mark in a picture. A model of several plots has a mark, with an id of its own, in each. */
export interface FigureMark extends WalkedPoint, Position {
  readonly modelId: string;
}

/** The marks that a picture shows. */
export interface ShownMarks {
  /** From left to right, plot by plot. */
  readonly marks: readonly FigureMark[];
  /** What a screen reader says of the figure and its keys. */
  readonly label: string;
}

/** A picture whose marks answer to a pointer or a key; what is in the picture is not its business. */
export class MarksView {
  readonly element: HTMLElement;
  readonly #ring = element("div", { className: "ring" });
  readonly #list: PointList;
  readonly #tooltip: Tooltip;
  readonly #open: (place: CardPlace) => void;
  #rows: ReadonlyMap<string, PanelRow> = new Map();
  #marks: ReadonlyMap<string, FigureMark> = new Map();
  #hits = new HitTest<FigureMark>([]);
  #hoveredId: string | undefined;

  /** @param onResize asks for the picture to be drawn in the room that there is now */
  constructor(
    picture: HTMLElement,
    tooltip: Tooltip,
    open: (place: CardPlace) => void,
    onResize: () => void,
  ) {
    this.#tooltip = tooltip;
    this.#open = open;
    this.#list = new PointList({ onChange: () => this.#pointOut(), onOpen: (id) => this.#openCard(id) });
    this.#ring.hidden = true;
    this.element = element("div", { className: "figure" }, picture, this.#ring, this.#list.element);
    this.#followPointer(this.#list.element);
    new ResizeObserver(onResize).observe(this.element);
    window.addEventListener("scroll", () => this.#hover(undefined), { passive: true });
  }

  /** What the tooltips say. */
  setRows(rows: readonly PanelRow[]): void {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  /** The picture has been drawn. */
  update({ marks, label }: ShownMarks): void {
    this.#marks = new Map(marks.map((mark) => [mark.id, mark]));
    // Records are drawn last, so they lie on top.
    this.#hits = new HitTest([
      ...marks.filter(({ isRecord }) => !isRecord),
      ...marks.filter(({ isRecord }) => isRecord),
    ]);
    this.#list.update(marks, label);
    this.#pointOut();
  }

  /** Goes to a model as if by key. `false` when the picture does not show it. */
  focusModel(modelId: string): boolean {
    const mark = [...this.#marks.values()].find((candidate) => candidate.modelId === modelId);
    if (mark === undefined) return false;
    this.#list.focusModel(mark.id);
    return true;
  }

  #followPointer(area: HTMLElement): void {
    area.addEventListener("pointermove", ({ offsetX, offsetY }) =>
      this.#hover(this.#hits.at({ x: offsetX, y: offsetY })?.id),
    );
    area.addEventListener("pointerleave", () => this.#hover(undefined));
    area.addEventListener("click", ({ offsetX, offsetY }) => {
      const id = this.#hits.at({ x: offsetX, y: offsetY })?.id;
      if (id === undefined) return;
      this.#list.setActive(id);
      this.#openCard(id);
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#hover(undefined);
    });
  }

  #hover(id: string | undefined): void {
    if (id === this.#hoveredId) return;
    this.#hoveredId = id;
    this.#list.element.classList.toggle("is-over-mark", id !== undefined);
    this.#pointOut();
  }

  /** Ring and tooltip where the focus or the pointer is. */
  #pointOut(): void {
    if (!this.element.isConnected) return;
    const focused = this.#markOf(this.#list.focusedId);
    this.#ring.hidden = focused === undefined;
    if (focused !== undefined) {
      this.#ring.style.left = `${focused.x}px`;
      this.#ring.style.top = `${focused.y}px`;
      this.#ring.scrollIntoView({ block: "nearest" });
    }
    const hovered = this.#markOf(this.#hoveredId);
    const subject = hovered ?? focused;
    const row = subject && this.#rows.get(subject.modelId);
    if (subject === undefined || row === undefined) {
      this.#tooltip.hide();
      return;
    }
    const origin = this.element.getBoundingClientRect();
    const mark = { x: origin.left + subject.x, y: origin.top + subject.y };
    this.#tooltip.show({ row, mark, hint: `${hovered === undefined ? "Enter" : "A click"} opens the card.` });
  }

  #markOf(id: string | undefined): FigureMark | undefined {
    return id === undefined ? undefined : this.#marks.get(id);
  }

  #openCard(id: string): void {
    const mark = this.#markOf(id);
    const row = mark && this.#rows.get(mark.modelId);
    if (row !== undefined) this.#open(placeOf(row));
  }
}
