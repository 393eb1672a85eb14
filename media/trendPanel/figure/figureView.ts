import type { FigureLayout } from "../../../server/src/figures/time/figureLayout.ts";
import type { FigurePoint, TrendFigure } from "../../../server/src/figures/time/figureModel.ts";
import type { Layer } from "../../../server/src/figures/time/layers.ts";
import type { PlacedPoint } from "../../../server/src/figures/time/placedPoints.ts";
import { formatReleaseDate } from "../../../server/src/text/dates.ts";
import { counted, formatDensity } from "../../../server/src/text/numbers.ts";
import type { DaySpan } from "../../../server/src/trend/fit/lineOnDays.ts";
import { Frame } from "../shell/frame.ts";
import type { PageTheme } from "../theme/theme.ts";
import { element } from "../widgets/dom.ts";
import { inside, middleOf, type TimeWindow } from "../zoom/timeWindow.ts";
import { WindowBar, windowPhrase } from "../zoom/windowBar.ts";
import { WindowedFigure } from "../zoom/windowedFigure.ts";
import { type ZoomedPicture, ZoomGestures } from "../zoom/zoomGestures.ts";
import { windowAfterKey } from "../zoom/zoomKeys.ts";
import { FigureLayouts } from "./figureLayouts.ts";
import { type FigureMark, type MarkActions, MarksView, type PictureContent } from "./marksView.ts";
import type { ShownModels } from "./scene.ts";
import type { Tooltip } from "./tooltip.ts";
import { TrendChart } from "./trendChart.ts";

/** More models that were found are not named: the search meant none of them in particular. */
const mostNamedFound = 12;

/** The figure over time, and what is shown in it. */
export interface TrendPicture extends PictureContent<TrendFigure> {
  readonly layers: readonly Layer[];
  readonly window: TimeWindow;
}

export interface FigureActions extends MarkActions {
  /** Other dates are to be seen, also after a reload. */
  readonly zoom: (window: TimeWindow, phrase: string) => void;
  /** Fits the trend to the models of these dates. */
  readonly fitTo: (window: DaySpan, all: DaySpan) => void;
}

/** The figure over time: where its marks stand, their painting on a canvas, and the dates that are seen. */
export class FigureView {
  readonly element: HTMLElement;
  /** Above the figure while not all dates are seen. */
  readonly bar: HTMLElement;
  readonly #canvas = element("canvas", { attributes: { "aria-hidden": "true" } });
  readonly #pins = element("div", { className: "pins" });
  readonly #actions: FigureActions;
  readonly #marks: MarksView;
  readonly #bar: WindowBar;
  readonly #frame = new Frame(() => this.#draw());
  readonly #chart: TrendChart;
  readonly #layouts: FigureLayouts;
  readonly #windowed = new WindowedFigure();
  #content: TrendPicture | undefined;
  #models: ShownModels | undefined;
  #look: PageTheme;
  #plot: FigureLayout["plot"] | undefined;
  /** What a gesture shows before it has ended. */
  #moving: { readonly window: TimeWindow } | undefined;

  constructor(look: PageTheme, tooltip: Tooltip, actions: FigureActions) {
    this.#look = look;
    this.#actions = actions;
    this.#marks = new MarksView(this.#canvas, tooltip, actions, () => this.#frame.request());
    this.element = this.#marks.element;
    this.#bar = new WindowBar({
      fitTo: (window) => this.#content && actions.fitTo(window, this.#content.figure.timeRange),
      showAll: () => this.zoomTo(undefined),
    });
    this.bar = this.#bar.element;
    const gestures = new ZoomGestures(this.#marks.area, {
      picture: () => this.#picture,
      move: (window) => this.#move(window),
      settle: (window) => this.zoomTo(window),
    });
    this.#canvas.after(this.#pins, gestures.brush);
    this.element.addEventListener("keydown", (event) => this.#press(event), true);
    this.#chart = new TrendChart(this.#canvas);
    this.#layouts = new FigureLayouts(this.#canvas);
  }

  /** New points, or seen in another way. */
  update(content: TrendPicture): void {
    this.#content = content;
    const { isShown, pinned, found } = content;
    this.#models = { isShown, isPaled: (id) => found?.has(id) === false && !pinned.includes(id) };
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

  /** Shows other dates, and says so. */
  zoomTo(window: TimeWindow): void {
    this.#moving = undefined;
    const content = this.#content;
    if (content === undefined) return;
    // A key that follows at once goes on from here.
    this.#content = { ...content, window };
    const { points } = this.#windowed.seen(content.figure, window);
    const phrase =
      window === undefined
        ? "All dates are seen."
        : `${windowPhrase(window, points.length, content.figure.points.length)} are seen.`;
    this.#actions.zoom(window, phrase);
    this.#frame.request();
  }

  /** One step closer, around the model in focus or else the middle. */
  zoomIn(): void {
    this.#zoomByKey({ key: "+", shiftKey: false });
  }

  #move(window: TimeWindow): void {
    this.#moving = { window };
    this.#frame.request();
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#zoomByKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** `false` for a key that has another meaning. */
  #zoomByKey(key: Pick<KeyboardEvent, "key" | "shiftKey">): boolean {
    const picture = this.#picture;
    if (picture === undefined) return false;
    const focused = this.#content?.figure.points.find(({ id }) => id === this.#marks.focusedModelId);
    const day = focused?.releaseDate.epochDay ?? middleOf(picture.seen);
    const window = windowAfterKey(key, { ...picture, day });
    if (window === "none") return false;
    this.zoomTo(window);
    return true;
  }

  get #window(): TimeWindow {
    if (this.#moving !== undefined) return this.#moving.window;
    const content = this.#content;
    // Other models may reach less far than those that the window was chosen for.
    return content?.window && inside(content.window, content.figure.timeRange);
  }

  get #picture(): ZoomedPicture | undefined {
    const [content, plot] = [this.#content, this.#plot];
    if (content === undefined || plot === undefined) return undefined;
    const all = content.figure.timeRange;
    return { plot, all, seen: this.#window ?? all };
  }

  #draw(): void {
    const [content, models] = [this.#content, this.#models];
    if (content !== undefined && models !== undefined) this.#drawContent(content, models);
  }

  #drawContent({ figure: whole, layers, pinned, found }: TrendPicture, models: ShownModels): void {
    // Another view is shown, and the bar with it would be this figure's.
    if (!this.element.isConnected || this.element.hidden) return;
    const window = this.#window;
    const isMoving = this.#moving !== undefined;
    const figure = this.#windowed.seen(whole, window, isMoving);
    // The bar takes room from the figure.
    this.#bar.update(window, figure.points.length, whole.points.length);
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || height === 0) return;
    const look = this.#look;
    const named = [...pinned, ...(found !== undefined && found.size <= mostNamedFound ? found : [])];
    const { fontFamily } = look;
    const layout = this.#layouts.of({ figure, layers, width, height, fontFamily, named }, isMoving);
    this.#plot = layout.plot;
    const movingOver = isMoving ? whole : undefined;
    this.#chart.draw({ figure, layout, look, models, layers, movingOver }, { width, height });
    const shown = layout.points.filter(({ point }) => models.isShown(point.family.name));
    this.#pins.replaceChildren(...shown.filter(({ point }) => pinned.includes(point.id)).map(pinAt));
    this.element.classList.toggle("is-zoomed", window !== undefined);
    if (isMoving) this.#marks.leave();
    else {
      const label = labelOf(shown.length, whole.points.length);
      this.#marks.update({ marks: marksOf(figure, shown), label, pinned });
    }
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
  return {
    id,
    modelId: id,
    x,
    y,
    height: density,
    isRecord,
    // Only the model in focus is described.
    get description() {
      return describe(point);
    },
  };
}

function labelOf(shown: number, all: number): string {
  const models = shown === all ? counted(all, "model") : `${shown} of ${counted(all, "model")}`;
  return `Capability density over time, ${models}. Left and right by date, up and down by density, R to the next record, Enter opens the card, P pins it to be compared; plus and minus show fewer or more dates, 0 all of them.`;
}

function describe({ name, density, releaseDate, isRecord, family }: FigurePoint): string {
  const facts = [name, `density ${formatDensity(density)}`, formatReleaseDate(releaseDate), family.name];
  return [...facts, ...(isRecord ? ["record"] : [])].join(", ");
}
