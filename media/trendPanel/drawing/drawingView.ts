import type { CardPlace, PanelRow } from "../../../server/src/panel/panelData.ts";
import { drawFigure } from "../../../server/src/trend/drawing/drawFigure.ts";
import type { Drawing, Target } from "../../../server/src/trend/drawing/drawing.ts";
import type { DrawnFigure } from "../../../server/src/trend/drawing/drawnFigure.ts";
import { counted } from "../../../server/src/trend/wording/numbers.ts";
import { placeOf } from "../cardList.ts";
import { HitTest } from "../chart/hitTest.ts";
import { canvasMeasure } from "../chart/measureText.ts";
import { element } from "../dom.ts";
import { Frame } from "../frame.ts";
import { PointList } from "../pointList.ts";
import type { Look } from "../theme/theme.ts";
import type { Tooltip } from "../tooltip.ts";
import { paintDrawing } from "./paintDrawing.ts";

/** What a drawn figure shows. */
export interface DrawingContent {
  readonly figure: DrawnFigure;
  readonly rows: readonly PanelRow[];
  readonly isShown: (familyName: string) => boolean;
}

/** What each figure says of itself to people who do not see it. */
const figureLabels: Readonly<Record<DrawnFigure["kind"], string>> = {
  benchmarks: "Capability density over time by benchmark",
  sizes: "Effective against actual parameters",
  curves: "Score against effective parameters",
  prices: "Price per million tokens over time",
};

/** Any figure but the one over time, with everything that answers to a pointer or a key. */
export class DrawingView {
  readonly element: HTMLElement;
  readonly #picture = element("div", { className: "drawing", attributes: { "aria-hidden": "true" } });
  readonly #ring = element("div", { className: "ring" });
  readonly #list: PointList;
  readonly #tooltip: Tooltip;
  readonly #open: (place: CardPlace) => void;
  readonly #frame = new Frame(() => this.#draw());
  readonly #measuring = document.createElement("canvas").getContext("2d");
  #content: DrawingContent | undefined;
  #look: Look;
  #rows: ReadonlyMap<string, PanelRow> = new Map();
  /** A model of several plots has a target in each, so targets go by their places here. */
  #targets: readonly Target[] = [];
  #hits = new HitTest<PlacedTarget>([]);
  #hovered: string | undefined;

  constructor(look: Look, tooltip: Tooltip, open: (place: CardPlace) => void) {
    this.#look = look;
    this.#tooltip = tooltip;
    this.#open = open;
    this.#list = new PointList({ onChange: () => this.#pointOut(), onOpen: (key) => this.#openCard(key) });
    this.#ring.hidden = true;
    this.element = element("div", { className: "figure" }, this.#picture, this.#ring, this.#list.element);
    this.#followPointer(this.#list.element);
    new ResizeObserver(() => this.#frame.request()).observe(this.element);
    window.addEventListener("scroll", () => this.#hover(undefined), { passive: true });
  }

  /** Another figure, new points, or other families hidden. */
  update(content: DrawingContent): void {
    this.#content = content;
    this.#rows = new Map(content.rows.map((row) => [row.id, row]));
    this.#draw();
  }

  /** Another theme, font or screen. */
  restyle(look: Look): void {
    this.#look = look;
    this.#frame.request();
  }

  /** Goes to a model as if by key. `false` when the figure does not show it. */
  focusModel(modelId: string): boolean {
    const place = this.#targets.findIndex(({ id }) => id === modelId);
    if (place < 0) return false;
    this.#list.focusModel(String(place));
    return true;
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (this.#content === undefined || this.#measuring === null || width === 0 || height === 0) return;
    const { figure, isShown, rows } = this.#content;
    const measureText = canvasMeasure(this.#measuring, this.#look.fontFamily);
    const drawing = drawFigure(figure, { width, height, measureText }, { isShown, pinned: [] });
    this.#picture.replaceChildren(paintDrawing(drawing, { width, height }, this.#look));
    this.#follow(figure, drawing, rows.length);
  }

  #follow({ kind }: DrawnFigure, { targets }: Drawing, all: number): void {
    this.#targets = targets;
    this.#hits = new HitTest(targets.map(({ at: { x, y } }, place) => ({ x, y, key: String(place) })));
    const drawn = new Set(targets.map(({ id }) => id)).size;
    const models = drawn === all ? counted(all, "model") : `${drawn} of ${counted(all, "model")}`;
    this.#list.update(
      targets.map(({ at, description, isRecord }, place) => ({
        id: String(place),
        height: -at.y,
        description,
        isRecord,
      })),
      `${figureLabels[kind]}, ${models}. Left and right across, up and down by height, R to the next record, Enter opens the card.`,
    );
    this.#pointOut();
  }

  #followPointer(area: HTMLElement): void {
    area.addEventListener("pointermove", ({ offsetX, offsetY }) =>
      this.#hover(this.#hits.at({ x: offsetX, y: offsetY })?.key),
    );
    area.addEventListener("pointerleave", () => this.#hover(undefined));
    area.addEventListener("click", ({ offsetX, offsetY }) => {
      const key = this.#hits.at({ x: offsetX, y: offsetY })?.key;
      if (key === undefined) return;
      this.#list.setActive(key);
      this.#openCard(key);
    });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#hover(undefined);
    });
  }

  #hover(key: string | undefined): void {
    if (key === this.#hovered) return;
    this.#hovered = key;
    this.#list.element.classList.toggle("is-over-mark", key !== undefined);
    this.#pointOut();
  }

  /** Ring and tooltip where the focus or the pointer is. */
  #pointOut(): void {
    if (!this.element.isConnected) return;
    const focused = this.#targetOf(this.#list.focusedId);
    this.#ring.hidden = focused === undefined;
    if (focused !== undefined) {
      this.#ring.style.left = `${focused.at.x}px`;
      this.#ring.style.top = `${focused.at.y}px`;
      this.#ring.scrollIntoView({ block: "nearest" });
    }
    const hovered = this.#targetOf(this.#hovered);
    const subject = hovered ?? focused;
    const row = subject && this.#rows.get(subject.id);
    if (subject === undefined || row === undefined) {
      this.#tooltip.hide();
      return;
    }
    const origin = this.element.getBoundingClientRect();
    const mark = { x: origin.left + subject.at.x, y: origin.top + subject.at.y };
    this.#tooltip.show({ row, mark, hint: `${hovered === undefined ? "Enter" : "A click"} opens the card.` });
  }

  #targetOf(key: string | undefined): Target | undefined {
    return key === undefined ? undefined : this.#targets[Number(key)];
  }

  #openCard(key: string): void {
    const target = this.#targetOf(key);
    const row = target && this.#rows.get(target.id);
    if (row !== undefined) this.#open(placeOf(row));
  }
}

interface PlacedTarget {
  readonly x: number;
  readonly y: number;
  readonly key: string;
}
