import { Chart } from "chart.js";
import type { Drawing } from "../../../../server/src/scene/drawing.ts";
import type { MeasureText } from "../../../../server/src/scene/text/text.ts";
import type { PageTheme } from "../../theme/theme.ts";
import { canvasMeasure } from "../measureText.ts";
import type { Size } from "../tooltipPlace.ts";
import { Painter } from "./painter.ts";

/** We decide on the size, and answer to the pointer ourselves. */
const options = {
  responsive: false,
  maintainAspectRatio: false,
  animation: false,
  events: [] as "click"[],
} as const;

/**
 * A canvas that shows a drawing. Chart.js hosts it: it keeps the size, as many device pixels as the screen
 * has, and says when to paint. It draws nothing itself.
 */
export class FigureCanvas {
  readonly #chart: Chart<"scatter">;
  readonly #painter = new Painter();
  #visible: { readonly drawing: Drawing; readonly theme: PageTheme } | undefined;
  #pixelRatio = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#chart = new Chart<"scatter">(canvas, {
      type: "scatter",
      data: { datasets: [] },
      options,
      plugins: [{ id: "drawing", beforeDraw: ({ ctx }) => this.#paint(ctx) }],
    });
  }

  /** Measures text as the canvas draws it. */
  measureText(fontFamily: string): MeasureText {
    return canvasMeasure(this.#chart.ctx, fontFamily);
  }

  /** Paints at once. Sizes are in CSS pixels. */
  show(drawing: Drawing, { width, height }: Size, theme: PageTheme): void {
    this.#visible = { drawing, theme };
    const pixelRatio = window.devicePixelRatio;
    const isSameSize = this.#chart.width === width && this.#chart.height === height;
    // Either of the two paints.
    if (isSameSize && this.#pixelRatio === pixelRatio) this.#chart.draw();
    else this.#chart.resize(width, height);
    this.#pixelRatio = pixelRatio;
  }

  #paint(context: CanvasRenderingContext2D): void {
    if (this.#visible === undefined) return;
    const { drawing, theme } = this.#visible;
    this.#painter.paint(context, drawing, theme);
  }
}
