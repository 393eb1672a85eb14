import type { CardPlace, PanelRow } from "../../server/src/panel/panelData.ts";
import type { FigurePoint, TrendFigure } from "../../server/src/trend/figure/figureModel.ts";
import { isMarked, type Layer } from "../../server/src/trend/figure/layers.ts";
import { type FigureLayout, layoutFigure } from "../../server/src/trend/figure/layout.ts";
import type { PlacedPoint } from "../../server/src/trend/figure/placedPoints.ts";
import { formatReleaseDate } from "../../server/src/trend/wording/dates.ts";
import { counted, formatDensity } from "../../server/src/trend/wording/numbers.ts";
import { placeOf } from "./cardList.ts";
import { HitTest } from "./chart/hitTest.ts";
import { canvasMeasure } from "./chart/measureText.ts";
import { TrendChart } from "./chart/trendChart.ts";
import { element } from "./dom.ts";
import { Frame } from "./frame.ts";
import { PointList } from "./pointList.ts";
import type { Look } from "./theme/theme.ts";
import type { Tooltip } from "./tooltip.ts";

/** What the figure shows. */
export interface FigureContent {
  readonly figure: TrendFigure;
  readonly rows: readonly PanelRow[];
  readonly isShown: (familyName: string) => boolean;
  readonly layers: readonly Layer[];
}

/** The figure with everything that answers to a pointer or a key. */
export class FigureView {
  readonly element: HTMLElement;
  readonly #canvas = element("canvas", { attributes: { "aria-hidden": "true" } });
  readonly #ring = element("div", { className: "ring" });
  readonly #list: PointList;
  readonly #tooltip: Tooltip;
  readonly #open: (place: CardPlace) => void;
  readonly #frame = new Frame(() => this.#draw());
  readonly #chart: TrendChart;
  #content: FigureContent | undefined;
  #look: Look;
  #rows: ReadonlyMap<string, PanelRow> = new Map();
  #layout: { readonly key: readonly unknown[]; readonly placed: FigureLayout } | undefined;
  #shown: ReadonlyMap<string, PlacedPoint> = new Map();
  #hits = new HitTest<PlacedPoint>([]);
  #hoveredId: string | undefined;

  constructor(look: Look, tooltip: Tooltip, open: (place: CardPlace) => void) {
    this.#look = look;
    this.#tooltip = tooltip;
    this.#open = open;
    this.#list = new PointList({ onChange: () => this.#pointOut(), onOpen: (id) => this.#openCard(id) });
    this.#ring.hidden = true;
    this.element = element("div", { className: "figure" }, this.#canvas, this.#ring, this.#list.element);
    this.#chart = new TrendChart(this.#canvas);
    this.#followPointer(this.#list.element);
    new ResizeObserver(() => this.#frame.request()).observe(this.element);
    window.addEventListener("scroll", () => this.#hover(undefined), { passive: true });
  }

  /** New points, or other families or layers shown. */
  update(content: FigureContent): void {
    this.#content = content;
    this.#rows = new Map(content.rows.map((row) => [row.id, row]));
    const points = content.figure.points.filter(
      (point) => content.isShown(point.family.name) && isMarked(point, content.layers),
    );
    const all = content.figure.points.length;
    const shown =
      points.length === all ? counted(all, "model") : `${points.length} of ${counted(all, "model")}`;
    this.#list.update(
      points.map((point) => ({ ...point, height: point.density, description: describe(point) })),
      `Capability density over time, ${shown}. Left and right by date, up and down by density, R to the next record, Enter opens the card.`,
    );
    this.#draw();
  }

  /** Another theme, font or screen. */
  restyle(look: Look): void {
    this.#look = look;
    this.#frame.request();
  }

  /** Goes to a model as if by key. `false` when the figure does not show it. */
  focusModel(modelId: string): boolean {
    if (!this.#shown.has(modelId)) return false;
    this.#list.focusModel(modelId);
    return true;
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (this.#content === undefined || width === 0 || height === 0) return;
    const { figure, isShown, layers } = this.#content;
    const layout = this.#place(figure, layers, width, height);
    this.#chart.draw({ figure, layout, look: this.#look, isShown }, { width, height });
    const shown = layout.points.filter(({ point }) => isShown(point.family.name));
    this.#shown = new Map(shown.map((placed) => [placed.point.id, placed]));
    this.#hits = new HitTest(shown);
    this.#pointOut();
  }

  /** The layout, computed anew only when something it depends on has changed. */
  #place(figure: TrendFigure, layers: readonly Layer[], width: number, height: number): FigureLayout {
    const key = [figure, layers, width, height, this.#look.fontFamily];
    const known = this.#layout;
    if (known !== undefined && key.every((part, place) => part === known.key[place])) return known.placed;
    const context = this.#canvas.getContext("2d");
    if (context === null) throw new Error("The browser has no canvas.");
    const measureText = canvasMeasure(context, this.#look.fontFamily);
    const placed = layoutFigure(figure, { width, height, measureText, layers });
    this.#layout = { key, placed };
    return placed;
  }

  #followPointer(area: HTMLElement): void {
    area.addEventListener("pointermove", ({ offsetX, offsetY }) =>
      this.#hover(this.#hits.at({ x: offsetX, y: offsetY })?.point.id),
    );
    area.addEventListener("pointerleave", () => this.#hover(undefined));
    area.addEventListener("click", ({ offsetX, offsetY }) => {
      const id = this.#hits.at({ x: offsetX, y: offsetY })?.point.id;
      if (id === undefined) return;
      this.#list.setActive(id);
      this.#openCard(id);
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#hover(undefined);
    });
  }

  #hover(modelId: string | undefined): void {
    if (modelId === this.#hoveredId) return;
    this.#hoveredId = modelId;
    this.#list.element.classList.toggle("is-over-mark", modelId !== undefined);
    this.#pointOut();
  }

  /** Ring and tooltip where the focus or the pointer is. */
  #pointOut(): void {
    if (!this.element.isConnected) return;
    const focused = this.#placed(this.#list.focusedId);
    this.#ring.hidden = focused === undefined;
    if (focused !== undefined) {
      this.#ring.style.left = `${focused.x}px`;
      this.#ring.style.top = `${focused.y}px`;
      this.#ring.scrollIntoView({ block: "nearest" });
    }
    const hovered = this.#placed(this.#hoveredId);
    const subject = hovered ?? focused;
    const row = subject && this.#rows.get(subject.point.id);
    if (subject === undefined || row === undefined) {
      this.#tooltip.hide();
      return;
    }
    const origin = this.#canvas.getBoundingClientRect();
    const mark = { x: origin.left + subject.x, y: origin.top + subject.y };
    this.#tooltip.show({ row, mark, hint: `${hovered === undefined ? "Enter" : "A click"} opens the card.` });
  }

  #placed(modelId: string | undefined): PlacedPoint | undefined {
    return modelId === undefined ? undefined : this.#shown.get(modelId);
  }

  #openCard(modelId: string): void {
    const row = this.#rows.get(modelId);
    if (row !== undefined) this.#open(placeOf(row));
  }
}

function describe({ name, density, releaseDate, isRecord, family }: FigurePoint): string {
  const facts = [name, `density ${formatDensity(density)}`, formatReleaseDate(releaseDate), family.name];
  return [...facts, ...(isRecord ? ["record"] : [])].join(", ");
}
