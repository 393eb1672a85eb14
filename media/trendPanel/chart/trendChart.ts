import { Chart, type ChartOptions, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import type { TrendFigure } from "../../../server/src/trend/figure/figureModel.ts";
import type { FigureLayout } from "../../../server/src/trend/figure/layout.ts";
import type { Look } from "../theme/theme.ts";
import type { Size } from "../tooltipPlace.ts";
import { figureDatasets, type ShownModels } from "./datasets.ts";
import { FigureText } from "./figureText.ts";
import { MarkController, MarkElement } from "./markController.ts";

Chart.register(LinearScale, LineController, LineElement, PointElement, MarkController, MarkElement);

/** A figure, where everything in it stands, and how it looks. */
export interface Scene extends ShownModels {
  readonly figure: TrendFigure;
  readonly layout: FigureLayout;
  readonly look: Look;
}

/** We decide on the size, answer to the pointer ourselves, and give numbers that need no reading. */
const fixedOptions = {
  responsive: false,
  maintainAspectRatio: false,
  animation: false,
  events: [] as "click"[],
  parsing: false,
  normalized: true,
} as const;

/** The canvas with the figure. Chart.js draws it, and its plot area is exactly the layout's. */
export class TrendChart {
  readonly #chart: Chart<"line" | "marks">;
  #text: FigureText | undefined;
  #topLine = 0;
  #pixelRatio = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#chart = new Chart<"line" | "marks">(canvas, {
      type: "marks",
      data: { datasets: [] },
      options: fixedOptions,
      plugins: [
        {
          id: "figureText",
          beforeDatasetsDraw: () => this.#text?.drawAxes(),
          afterDatasetDraw: (_chart, { index }) => {
            if (index === this.#topLine) this.#text?.drawNames();
          },
        },
      ],
    });
  }

  /** Draws at once. Sizes are in CSS pixels; the canvas has as many device pixels as the screen. */
  draw(scene: Scene, { width, height }: Size): void {
    const { figure, layout, look } = scene;
    const { datasets, topLine } = figureDatasets(figure, layout, look.palette, scene);
    this.#text = new FigureText(this.#chart.ctx, layout, look, scene);
    this.#topLine = topLine;
    this.#chart.data.datasets = datasets;
    this.#chart.options = chartOptions(scene, { width, height });
    const pixelRatio = window.devicePixelRatio;
    const isSameSize = this.#chart.width === width && this.#chart.height === height;
    // Either of the two draws.
    if (isSameSize && this.#pixelRatio === pixelRatio) this.#chart.update("none");
    else this.#chart.resize(width, height);
    this.#pixelRatio = pixelRatio;
  }
}

function chartOptions(
  { figure, layout, look }: Scene,
  { width, height }: Size,
): ChartOptions<"line" | "marks"> {
  const { plot, densityTicks } = layout;
  const { palette } = look;
  const axis = {
    type: "linear",
    bounds: "data",
    ticks: { display: false, callback: () => "" },
    border: { display: false },
  } as const;
  return {
    ...fixedOptions,
    layout: {
      autoPadding: false,
      padding: { left: plot.left, top: plot.top, right: width - plot.right, bottom: height - plot.bottom },
    },
    scales: {
      x: {
        ...axis,
        min: figure.timeRange.firstEpochDay,
        max: figure.timeRange.lastEpochDay,
        grid: { display: false, drawTicks: false },
      },
      y: {
        ...axis,
        min: figure.densityRange.lowestExponent,
        max: figure.densityRange.highestExponent,
        grid: {
          drawTicks: false,
          lineWidth: 1,
          color: ({ tick }) => (tick?.value === 0 ? palette.referenceLine : palette.gridline),
        },
        afterBuildTicks: (scale) => {
          scale.ticks = densityTicks.map(({ exponent }) => ({ value: exponent }));
        },
      },
    },
  };
}
