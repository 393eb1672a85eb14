import type { DrawingOptions } from "../../../server/src/figures/drawingOptions.ts";
import { drawFigure, type Figure, kindOf, rowsOf } from "../../../server/src/figures/index.ts";
import type { Layer } from "../../../server/src/figures/layers.ts";
import { Movement } from "../../../server/src/figures/movement.ts";
import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import type { Drawing } from "../../../server/src/scene/drawing.ts";
import { contains, type Position } from "../../../server/src/scene/geometry.ts";
import type { DaySpan } from "../../../server/src/trend/fit/lineOnDays.ts";
import { Frame } from "../shell/frame.ts";
import { LastResult } from "../shell/lastResult.ts";
import type { PageTheme } from "../theme/theme.ts";
import { element } from "../widgets/dom.ts";
import { inside, middleOf, type TimeWindow } from "../zoom/timeWindow.ts";
import { WindowBar, windowPhrase } from "../zoom/windowBar.ts";
import { datesOf, ZoomedFigure } from "../zoom/zoomedFigure.ts";
import { type ZoomedPicture, ZoomGestures } from "../zoom/zoomGestures.ts";
import { windowAfterKey } from "../zoom/zoomKeys.ts";
import { figureLabel, modelsIn, modelsShown } from "./figureLabel.ts";
import { type MarkActions, MarksView } from "./marksView.ts";
import { FigureCanvas } from "./painter/figureCanvas.ts";
import type { Tooltip } from "./tooltip.ts";

/** More models that were found are not named: the search meant none of them in particular. */
const mostNamedFound = 12;

/** A figure, and how a person wants to see it. */
export interface FigureContent {
  readonly figure: Figure;
  readonly rows: readonly PanelRow[];
  readonly isShown: (familyName: string) => boolean;
  /** Ids of models, in the order in which they were pinned. */
  readonly pinned: readonly string[];
  /** Ids of the models that were looked for; `undefined` while nothing is. */
  readonly found: ReadonlySet<string> | undefined;
  readonly layers: readonly Layer[];
  /** The dates seen of a figure over dates. */
  readonly window: TimeWindow;
}

export interface FigureActions extends MarkActions {
  /** Other dates are to be seen, also after a reload. */
  readonly zoom: (window: TimeWindow, phrase: string) => void;
  /** Fits the trend to the models of these dates. */
  readonly fitTo: (window: DaySpan, all: DaySpan) => void;
}

/** Any figure: its drawing for the room there is, painted on a canvas, and the dates that are seen of it. */
export class FigureView {
  readonly element: HTMLElement;
  /** Above the figure while not all dates are seen. */
  readonly bar: HTMLElement;
  readonly #canvas = element("canvas", { attributes: { "aria-hidden": "true" } });
  readonly #actions: FigureActions;
  readonly #marks: MarksView;
  readonly #bar: WindowBar;
  readonly #frame = new Frame(() => this.#draw());
  readonly #painted: FigureCanvas;
  readonly #zoomed = new ZoomedFigure();
  readonly #drawings = new LastResult<Drawing>();
  #content: FigureContent | undefined;
  #theme: PageTheme;
  #drawing: Drawing | undefined;
  /** What a gesture shows before it has ended. */
  #moving: { readonly window: TimeWindow; readonly movement: Movement } | undefined;

  constructor(theme: PageTheme, tooltip: Tooltip, actions: FigureActions) {
    this.#theme = theme;
    this.#actions = actions;
    this.#marks = new MarksView(this.#canvas, tooltip, actions, () => this.#frame.request());
    this.element = this.#marks.element;
    this.#bar = new WindowBar({
      fitTo: (window) => {
        const all = this.#content && datesOf(this.#content.figure);
        if (all !== undefined) actions.fitTo(window, all);
      },
      showAll: () => this.zoomTo(undefined),
    });
    this.bar = this.#bar.element;
    const gestures = new ZoomGestures(this.#marks.area, {
      pictureAt: (at) => this.#pictureAt(at),
      move: (window) => this.#move(window),
      settle: (window) => this.zoomTo(window),
    });
    this.#canvas.after(gestures.brush);
    this.element.addEventListener("keydown", (event) => this.#press(event), true);
    this.#painted = new FigureCanvas(this.#canvas);
  }

  /** Another figure, new points, or seen in another way; `undefined` while none is shown. */
  update(content: FigureContent | undefined): void {
    this.#content = content;
    this.element.hidden = content === undefined;
    // What a gesture moved is no longer there.
    this.#moving = undefined;
    if (content === undefined) this.bar.hidden = true;
    else this.#marks.setRows(content.rows);
    this.#draw();
  }

  /** Another theme, font or screen. */
  restyle(theme: PageTheme): void {
    this.#theme = theme;
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
    if (content === undefined || datesOf(content.figure) === undefined) return;
    // A key that follows at once goes on from here.
    this.#content = { ...content, window };
    const { seen, all } = modelsIn(content.figure, window);
    const phrase =
      window === undefined ? "All dates are seen." : `${windowPhrase(window, seen, all)} are seen.`;
    this.#actions.zoom(window, phrase);
    this.#frame.request();
  }

  /** One step closer, around the model in focus or else the middle. */
  zoomIn(): void {
    this.#zoomByKey({ key: "+", shiftKey: false });
  }

  #move(window: TimeWindow): void {
    const [content, drawing] = [this.#content, this.#drawing];
    const all = content && datesOf(content.figure);
    if (drawing === undefined || all === undefined) return;
    const movement = this.#moving?.movement ?? new Movement(drawing, this.#window ?? all);
    this.#moving = { window, movement };
    this.#frame.request();
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#zoomByKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** `false` for a key that has another meaning. */
  #zoomByKey(key: Pick<KeyboardEvent, "key" | "shiftKey">): boolean {
    const content = this.#content;
    const all = content && datesOf(content.figure);
    if (content === undefined || all === undefined) return false;
    const seen = this.#window ?? all;
    const focused = this.#marks.focusedModelId;
    const row = rowsOf(content.figure).find(({ id }) => id === focused);
    const window = windowAfterKey(key, { all, seen, day: row?.epochDay ?? middleOf(seen) });
    if (window === "none") return false;
    this.zoomTo(window);
    return true;
  }

  get #window(): TimeWindow {
    if (this.#moving !== undefined) return this.#moving.window;
    const content = this.#content;
    const all = content && datesOf(content.figure);
    // Other models may reach less far than those that the window was chosen for.
    return all && content.window && inside(content.window, all);
  }

  /** The plot at a place, or the only one, with its dates; `undefined` in a figure without dates. */
  #pictureAt(at: Position): ZoomedPicture | undefined {
    const all = this.#content && datesOf(this.#content.figure);
    const plots = this.#drawing?.plots ?? [];
    const plot = plots.length === 1 ? plots[0] : plots.find((each) => contains(each, at));
    return all === undefined || plot === undefined ? undefined : { plot, all, seen: this.#window ?? all };
  }

  #draw(): void {
    const content = this.#content;
    // Another view is shown, and the bar with it would be this figure's.
    if (content === undefined || !this.element.isConnected || this.element.hidden) return;
    const { figure: whole, rows } = content;
    const window = this.#window;
    const movement = this.#moving?.movement;
    const figure = this.#zoomed.of(whole, window, movement !== undefined);
    const { seen, all } = modelsIn(whole, window);
    // The bar takes room from the figure.
    this.#bar.update(window, seen, all, kindOf(whole).can.zoom?.followsTrend === true);
    const { clientWidth: width, clientHeight: height } = this.element;
    if (width === 0 || height === 0) return;
    const drawing = this.#drawingOf(content, figure, { width, height }, movement);
    this.#painted.show(drawing, { width, height }, this.#theme);
    this.element.classList.toggle("is-zoomed", window !== undefined);
    this.element.classList.toggle("can-zoom", kindOf(whole).can.zoom !== undefined);
    if (movement !== undefined) {
      this.#marks.leave();
      return;
    }
    this.#drawing = drawing;
    const label = figureLabel(kindOf(whole), modelsShown(drawing), rows.length);
    this.#marks.update({ drawing, label, pinned: content.pinned });
  }

  /** Drawn anew only when something that it depends on is another. */
  #drawingOf(
    { isShown, pinned, found, layers }: FigureContent,
    figure: Figure,
    { width, height }: { readonly width: number; readonly height: number },
    movement: Movement | undefined,
  ): Drawing {
    const { fontFamily } = this.#theme;
    const options: DrawingOptions = {
      isShown,
      pinned,
      layers,
      named: found !== undefined && found.size <= mostNamedFound ? [...found] : [],
      isPaled: (id) => found?.has(id) === false && !pinned.includes(id),
      movement,
    };
    const families = figure.families.map(({ name }) => name).filter(isShown);
    const lists = [families, pinned, layers, found === undefined ? ["all"] : [...found]];
    const key = [figure, JSON.stringify(lists), width, height, fontFamily, movement];
    return this.#drawings.of(key, () =>
      drawFigure(figure, { width, height, measureText: this.#painted.measureText(fontFamily) }, options),
    );
  }
}
