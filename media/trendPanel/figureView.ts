import type { CardPlace, PanelRow } from "../../server/src/panel/panelData.ts";
import type { FigurePoint, TrendFigure } from "../../server/src/trend/figure/figureModel.ts";
import { type FigureLayout, layoutFigure } from "../../server/src/trend/figure/layout.ts";
import type { PlacedPoint } from "../../server/src/trend/figure/placedPoints.ts";
import { formatReleaseDate } from "../../server/src/trend/wording/dates.ts";
import { counted, formatDensity } from "../../server/src/trend/wording/numbers.ts";
import { canvasMeasure } from "./chart/measureText.ts";
import { TrendChart } from "./chart/trendChart.ts";
import { element } from "./dom.ts";
import { Frame } from "./frame.ts";
import { type FigureMark, MarksView } from "./marksView.ts";
import type { Look } from "./theme/theme.ts";
import type { Tooltip } from "./tooltip.ts";

/** What the figure shows. */
export interface FigureContent {
  readonly figure: TrendFigure;
  readonly rows: readonly PanelRow[];
  readonly isShown: (familyName: string) => boolean;
}

/** The figure over time: where its marks stand, and their painting on a canvas. */
export class FigureView {
  readonly element: HTMLElement;
  readonly #canvas = element("canvas", { attributes: { "aria-hidden": "true" } });
  readonly #marks: MarksView;
  readonly #frame = new Frame(() => this.#draw());
  readonly #chart: TrendChart;
  #content: FigureContent | undefined;
  #look: Look;
  #layout: { readonly key: readonly unknown[]; readonly placed: FigureLayout } | undefined;

  constructor(look: Look, tooltip: Tooltip, open: (place: CardPlace) => void) {
    this.#look = look;
    this.#marks = new MarksView(this.#canvas, tooltip, open, () => this.#frame.request());
    this.element = this.#marks.element;
    this.#chart = new TrendChart(this.#canvas);
  }

  /** New points, or other families hidden. */
  update(content: FigureContent): void {
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
    const { figure, isShown } = this.#content;
    const layout = this.#place(figure, width, height);
    this.#chart.draw({ figure, layout, look: this.#look, isShown }, { width, height });
    const shown = layout.points.filter(({ point }) => isShown(point.family.name));
    this.#marks.update({ marks: marksOf(figure, shown), label: labelOf(shown.length, figure.points.length) });
  }

  /** The layout, computed anew only when something it depends on has changed. */
  #place(figure: TrendFigure, width: number, height: number): FigureLayout {
    const key = [figure, width, height, this.#look.fontFamily];
    const known = this.#layout;
    if (known !== undefined && key.every((part, place) => part === known.key[place])) return known.placed;
    const context = this.#canvas.getContext("2d");
    if (context === null) throw new Error("The browser has no canvas.");
    const measureText = canvasMeasure(context, this.#look.fontFamily);
    const placed = layoutFigure(figure, { width, height, measureText });
    this.#layout = { key, placed };
    return placed;
  }
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
  return `Capability density over time, ${models}. Left and right by date, up and down by density, R to the next record, Enter opens the card.`;
}

function describe({ name, density, releaseDate, isRecord, family }: FigurePoint): string {
  const facts = [name, `density ${formatDensity(density)}`, formatReleaseDate(releaseDate), family.name];
  return [...facts, ...(isRecord ? ["record"] : [])].join(", ");
}
