import { Chart, type ChartOptions, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import { FigureText } from "./figureText.ts";
import { lineDatasets } from "./lineDatasets.ts";
import { MarkLayer } from "./markLayer.ts";
import { paintMarks } from "./markPainter.ts";
import type { Scene } from "./scene.ts";
import type { Size } from "./tooltipPlace.ts";

Chart.register(LinearScale, LineController, LineElement, PointElement);

/** We decide on the size, answer to the pointer ourselves, and give numbers that need no reading. */
const fixedOptions = {
  responsive: false,
  maintainAspectRatio: false,
  animation: false,
  events: [] as "click"[],
  parsing: false,
  normalized: true,
} as const;

/**
 * The canvas with the figure. Chart.js draws gridlines and lines, and its plot area is exactly the
 * layout's; words and marks are painted where the layout says.
 */
export class TrendChart {
  readonly #chart: Chart<"line">;
  readonly #movingMarks = new MarkLayer();
  #scene: Scene | undefined;
  #pixelRatio = 0;

  constructor(canvas: HTMLCanvasElement) {
    this.#chart = new Chart<"line">(canvas, {
      type: "line",
      data: { datasets: [] },
      options: fixedOptions,
      plugins: [
        {
          id: "figure",
          beforeDatasetsDraw: () => this.#text?.drawAxes(),
          afterDatasetsDraw: () => {
            this.#text?.drawNames();
            this.#paintMarks();
          },
        },
      ],
    });
  }

  /** Draws at once. Sizes are in CSS pixels; the canvas has as many device pixels as the screen. */
  draw(scene: Scene, { width, height }: Size): void {
    this.#scene = scene;
    if (scene.movingOver === undefined) this.#movingMarks.forget();
    this.#chart.data.datasets = lineDatasets(scene);
    this.#chart.options = chartOptions(scene, { width, height });
    const pixelRatio = window.devicePixelRatio;
    const isSameSize = this.#chart.width === width && this.#chart.height === height;
    // Either of the two draws.
    if (isSameSize && this.#pixelRatio === pixelRatio) this.#chart.update("none");
    else this.#chart.resize(width, height);
    this.#pixelRatio = pixelRatio;
  }

  get #text(): FigureText | undefined {
    return this.#scene && new FigureText(this.#chart.ctx, this.#scene);
  }

  #paintMarks(): void {
    const scene = this.#scene;
    if (scene === undefined) return;
    const { layout, look, models, movingOver } = scene;
    if (movingOver !== undefined) this.#movingMarks.draw(this.#chart.ctx, scene);
    else paintMarks(this.#chart.ctx, layout.points, look.palette, models);
  }
}

function chartOptions({ figure, layout, look }: Scene, { width, height }: Size): ChartOptions<"line"> {
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
