import type { CardPlace, PanelRow } from "../../../server/src/panel/panelData.ts";
import { drawFigure } from "../../../server/src/trend/drawing/drawFigure.ts";
import type { Target } from "../../../server/src/trend/drawing/drawing.ts";
import type { DrawnFigure } from "../../../server/src/trend/drawing/drawnFigure.ts";
import { counted } from "../../../server/src/trend/wording/numbers.ts";
import { canvasMeasure } from "../chart/measureText.ts";
import { element } from "../dom.ts";
import { Frame } from "../frame.ts";
import { type FigureMark, MarksView } from "../marksView.ts";
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

/** Any figure but the one over time: its drawing for the room there is, and its painting. */
export class DrawingView {
  readonly element: HTMLElement;
  readonly #picture = element("div", { className: "drawing", attributes: { "aria-hidden": "true" } });
  readonly #marks: MarksView;
  readonly #frame = new Frame(() => this.#draw());
  readonly #measuring = document.createElement("canvas").getContext("2d");
  #content: DrawingContent | undefined;
  #look: Look;

  constructor(look: Look, tooltip: Tooltip, open: (place: CardPlace) => void) {
    this.#look = look;
    this.#marks = new MarksView(this.#picture, tooltip, open, () => this.#frame.request());
    this.element = this.#marks.element;
  }

  /** Another figure, new points, or other families hidden. */
  update(content: DrawingContent): void {
    this.#content = content;
    this.#marks.setRows(content.rows);
    this.#draw();
  }

  /** Another theme, font or screen. */
  restyle(look: Look): void {
    this.#look = look;
    this.#frame.request();
  }

  /** Goes to a model as if by key. `false` when the figure does not show it. */
  focusModel(modelId: string): boolean {
    return this.#marks.focusModel(modelId);
  }

  #draw(): void {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (this.#content === undefined || this.#measuring === null || width === 0 || height === 0) return;
    const { figure, isShown, rows } = this.#content;
    const measureText = canvasMeasure(this.#measuring, this.#look.fontFamily);
    const drawing = drawFigure(figure, { width, height, measureText }, { isShown, pinned: [] });
    this.#picture.replaceChildren(paintDrawing(drawing, { width, height }, this.#look));
    this.#marks.update({
      marks: drawing.targets.map(markOf),
      label: labelOf(figure, drawing.targets, rows.length),
    });
  }
}

function markOf({ id, at: { x, y }, description, isRecord }: Target, place: number): FigureMark {
  return { id: String(place), modelId: id, x, y, height: -y, description, isRecord };
}

function labelOf({ kind }: DrawnFigure, targets: readonly Target[], all: number): string {
  const drawn = new Set(targets.map(({ id }) => id)).size;
  const models = drawn === all ? counted(all, "model") : `${drawn} of ${counted(all, "model")}`;
  return `${figureLabels[kind]}, ${models}. Left and right across, up and down by height, R to the next record, Enter opens the card.`;
}
