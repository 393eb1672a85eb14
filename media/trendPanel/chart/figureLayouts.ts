import type { TrendFigure } from "../../../server/src/trend/figure/figureModel.ts";
import type { Layer } from "../../../server/src/trend/figure/layers.ts";
import { type FigureLayout, layoutFigure } from "../../../server/src/trend/figure/layout.ts";
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
  #known: { readonly key: readonly unknown[]; readonly layout: FigureLayout } | undefined;

  constructor(canvas: HTMLCanvasElement) {
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("The browser has no canvas.");
    this.#context = context;
  }

  of({ figure, layers, width, height, fontFamily, named }: LaidOut): FigureLayout {
    const key = [figure, layers, width, height, fontFamily, named.join()];
    const known = this.#known;
    if (known !== undefined && key.every((part, place) => part === known.key[place])) return known.layout;
    const measureText = canvasMeasure(this.#context, fontFamily);
    const layout = layoutFigure(figure, { width, height, measureText, layers, named: new Set(named) });
    this.#known = { key, layout };
    return layout;
  }
}
