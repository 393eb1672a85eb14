import { drawFigure } from "../../../server/src/figures/drawFigure.ts";
import type { DrawnFigure } from "../../../server/src/figures/drawnFigure.ts";
import type { Target } from "../../../server/src/scene/drawing.ts";
import { counted } from "../../../server/src/text/numbers.ts";
import { Frame } from "../shell/frame.ts";
import type { PageTheme } from "../theme/theme.ts";
import { element } from "../widgets/dom.ts";
import { type FigureMark, type MarkActions, MarksView, type PictureContent } from "./marksView.ts";
import { canvasMeasure } from "./measureText.ts";
import { paintDrawing } from "./paintDrawing.ts";
import type { Tooltip } from "./tooltip.ts";

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
  #content: PictureContent<DrawnFigure> | undefined;
  #look: PageTheme;

  constructor(look: PageTheme, tooltip: Tooltip, actions: MarkActions) {
    this.#look = look;
    this.#marks = new MarksView(this.#picture, tooltip, actions, () => this.#frame.request());
    this.element = this.#marks.element;
  }

  /** Another figure, new points, or seen in another way. */
  update(content: PictureContent<DrawnFigure>): void {
    this.#content = content;
    this.#marks.setRows(content.rows);
    this.#draw();
  }

  /** Another theme, font or screen. */
  restyle(look: PageTheme): void {
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
    const { figure, isShown, rows, pinned, found } = this.#content;
    const measureText = canvasMeasure(this.#measuring, this.#look.fontFamily);
    const drawing = drawFigure(figure, { width, height, measureText }, { isShown, pinned });
    const isPaled = (id: string) => found?.has(id) === false && !pinned.includes(id);
    this.#picture.replaceChildren(paintDrawing(drawing, { width, height }, this.#look, isPaled));
    this.#marks.update({
      marks: drawing.targets.map(markOf),
      label: labelOf(figure, drawing.targets, rows.length),
      pinned,
    });
  }
}

function markOf({ id, at: { x, y }, description, isRecord }: Target, place: number): FigureMark {
  return { id: String(place), modelId: id, x, y, height: -y, description, isRecord };
}

function labelOf({ kind }: DrawnFigure, targets: readonly Target[], all: number): string {
  const drawn = new Set(targets.map(({ id }) => id)).size;
  const models = drawn === all ? counted(all, "model") : `${drawn} of ${counted(all, "model")}`;
  return `${figureLabels[kind]}, ${models}. Left and right across, up and down by height, R to the next record, Enter opens the card, P pins it to be compared.`;
}
