import type { FigureLayout } from "../../../server/src/figures/time/figureLayout.ts";
import type { TrendFigure } from "../../../server/src/figures/time/figureModel.ts";
import type { Layer } from "../../../server/src/figures/time/layers.ts";
import { layoutFigure } from "../../../server/src/figures/time/layout.ts";
import { LastResult } from "../shell/lastResult.ts";
import { canvasMeasure } from "./measureText.ts";

/** What the places of things in the figure depend on. */
export interface LaidOut {
  readonly figure: TrendFigure;
  readonly layers: readonly Layer[];
  readonly width: number;
  readonly height: number;
  readonly fontFamily: string;
  /** Ids of the models named beside the records. */
  readonly named: readonly string[];
}

/** The layout of a figure on a canvas, computed anew only when something it depends on has changed. */
export class FigureLayouts {
  readonly #context: CanvasRenderingContext2D;
  #atRest: FigureLayout | undefined;
  readonly #last = new LastResult<FigureLayout>();

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("The browser has no canvas.");
    this.#context = context;
  }

  /** @param isMoving whether the names go along with their marks, as they stood at rest */
  of({ figure, layers, width, height, fontFamily, named }: LaidOut, isMoving: boolean): FigureLayout {
    const following = isMoving ? this.#atRest : undefined;
    const key = [figure, layers, width, height, fontFamily, named.join(), following];
    const layout = this.#last.of(key, () => {
      const measureText = canvasMeasure(this.#context, fontFamily);
      const size = { width, height, measureText, layers, named: new Set(named), following };
      return layoutFigure(figure, size);
    });
    if (!isMoving) this.#atRest = layout;
    return layout;
  }
}
