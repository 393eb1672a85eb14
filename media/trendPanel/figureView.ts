import type { FigurePoint, TrendFigure } from "../../server/src/trend/figure/figureModel.ts";
import type { Layer } from "../../server/src/trend/figure/layers.ts";
import { type FigureLayout, layoutFigure } from "../../server/src/trend/figure/layout.ts";
import type { PlacedPoint } from "../../server/src/trend/figure/placedPoints.ts";
import { formatReleaseDate } from "../../server/src/trend/wording/dates.ts";
import { counted, formatDensity } from "../../server/src/trend/wording/numbers.ts";
import { canvasMeasure } from "./chart/measureText.ts";
import { TrendChart } from "./chart/trendChart.ts";
import { element } from "./dom.ts";
import { Frame } from "./frame.ts";
import { type FigureMark, type MarkActions, MarksView, type PictureContent } from "./marksView.ts";
import type { Look } from "./theme/theme.ts";
import type { Tooltip } from "./tooltip.ts";

/** More models that were found are not named: the search meant none of them in particular. */
const mostNamedFound = 12;

/** The figure over time, and what is shown in it. */
export interface TrendPicture extends PictureContent<TrendFigure> {
  readonly layers: readonly Layer[];
}

/** The figure over time: where its marks stand, and their painting on a canvas. */
export class FigureView {
  readonly element: HTMLElement;
  readonly #canvas = element("canvas", { attributes: { "aria-hidden": "true" } });
  readonly #pins = element("div", { className: "pins" });
  readonly #marks: MarksView;
  readonly #frame = new Frame(() => this.#draw());
  readonly #chart: TrendChart;
  #content: TrendPicture | undefined;
  #look: Look;
  #layout: { readonly key: readonly unknown[]; readonly placed: FigureLayout } | undefined;

  constructor(look: Look, tooltip: Tooltip, actions: MarkActions) {
    this.#look = look;
    this.#marks = new MarksView(this.#canvas, tooltip, actions, () => this.#frame.request());
    this.element = this.#marks.element;
    this.#canvas.after(this.#pins);
    this.#chart = new TrendChart(this.#canvas);
  }

  /** New points, or seen in another way. */
  update(content: TrendPicture): void {
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
    if (this.#content === undefined || width === 0 || height === 0) return;
    const { figure, isShown, pinned, found } = this.#content;
    const layout = this.#place(this.#content, width, height);
    const isPaled = (id: string) => found?.has(id) === false && !pinned.includes(id);
    this.#chart.draw({ figure, layout, look: this.#look, isShown, isPaled }, { width, height });
    const shown = layout.points.filter(({ point }) => isShown(point.family.name));
    this.#pins.replaceChildren(...shown.filter(({ point }) => pinned.includes(point.id)).map(pinAt));
    const label = labelOf(shown.length, figure.points.length);
    this.#marks.update({ marks: marksOf(figure, shown), label, pinned });
  }

  /** The layout, computed anew only when something it depends on has changed. */
  #place({ figure, layers, pinned, found }: TrendPicture, width: number, height: number): FigureLayout {
    const namedFound = found !== undefined && found.size <= mostNamedFound ? [...found] : [];
    const named = new Set([...pinned, ...namedFound]);
    const key = [figure, layers, width, height, this.#look.fontFamily, [...named].join()];
    const known = this.#layout;
    if (known !== undefined && key.every((part, place) => part === known.key[place])) return known.placed;
    const context = this.#canvas.getContext("2d");
    if (context === null) throw new Error("The browser has no canvas.");
    const measureText = canvasMeasure(context, this.#look.fontFamily);
    const placed = layoutFigure(figure, { width, height, measureText, layers, named });
    this.#layout = { key, placed };
    return placed;
  }
}

/** A ring around a pinned model. */
function pinAt({ x, y }: PlacedPoint): HTMLElement {
  const ring = element("div", { className: "pin" });
  ring.style.left = `${x}px`;
  ring.style.top = `${y}px`;
  return ring;
}

/** The models shown in date order. */
function marksOf({ points }: TrendFigure, shown: readonly PlacedPoint[]): FigureMark[] {
  const placedById = new Map(shown.map((placed) => [placed.point.id, placed]));
  return points.flatMap((point) => {
    const placed = placedById.get(point.id);
    return placed === undefined ? [] : [markOf(placed)];
  });
}

function markOf({ point, x, y }: PlacedPoint): FigureMark {
  const { id, density, isRecord } = point;
  return { id, modelId: id, x, y, height: density, isRecord, description: describe(point) };
}

function labelOf(shown: number, all: number): string {
  const models = shown === all ? counted(all, "model") : `${shown} of ${counted(all, "model")}`;
  return `Capability density over time, ${models}. Left and right by date, up and down by density, R to the next record, Enter opens the card, P pins it to be compared.`;
}

function describe({ name, density, releaseDate, isRecord, family }: FigurePoint): string {
  const facts = [name, `density ${formatDensity(density)}`, formatReleaseDate(releaseDate), family.name];
  return [...facts, ...(isRecord ? ["record"] : [])].join(", ");
}
