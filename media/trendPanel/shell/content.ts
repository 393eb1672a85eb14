import { usualLayers } from "../../../server/src/figures/time/layers.ts";
import { trendKeys } from "../../../server/src/figures/time/trendKeys.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { DrawingView } from "../figure/drawingView.ts";
import { type FigureActions, FigureView } from "../figure/figureView.ts";
import { Legend } from "../figure/legend.ts";
import type { Tooltip } from "../figure/tooltip.ts";
import { tabId, tabPanelId } from "../header/tabs.ts";
import { type MethodsActions, MethodsView } from "../methods/methodsView.ts";
import { PointsTable } from "../table/pointsTable.ts";
import { tableContent } from "../table/tableRows.ts";
import type { Look } from "../theme/theme.ts";
import { element } from "../widgets/dom.ts";
import { emptyState, readingState, type StateActions, waitingState } from "./emptyState.ts";
import type { PageChoices } from "./pageState.ts";
import { figureOf, methodsOf, type ShownFigure, shownFigureOf } from "./shownContent.ts";
import { nextStepOf, Verdict, type VerdictActions } from "./verdict.ts";

export interface ContentActions extends StateActions, VerdictActions, MethodsActions, FigureActions {
  readonly toggleFamily: (familyName: string) => void;
}

/** What is shown, and how a person wants to see it. */
export interface ShownContent {
  /** `undefined` before the host's first answer. */
  readonly data: PanelData | undefined;
  readonly choices: PageChoices;
  /** Ids of the models that were looked for; `undefined` while nothing is. */
  readonly found: ReadonlySet<string> | undefined;
  /** Ids of the pinned models that are in the figure, in the order in which they were pinned. */
  readonly pinned: readonly string[];
  /** Why there is no answer. */
  readonly waitingFor: string | undefined;
}

/** Everything between the header and the controls: the words, the legend, and the figure or a table. */
export class Content {
  readonly element: HTMLElement;
  readonly #actions: ContentActions;
  readonly #tooltip: Tooltip;
  readonly #verdict: Verdict;
  readonly #legend: Legend;
  readonly #figure: FigureView;
  readonly #drawing: DrawingView;
  /** The one of both that is on the page. */
  #picture: FigureView | DrawingView;
  readonly #table: PointsTable;
  readonly #methods: MethodsView;
  readonly #state = element("div", { className: "stage" });

  constructor(look: Look, tooltip: Tooltip, actions: ContentActions) {
    this.#actions = actions;
    this.#tooltip = tooltip;
    this.#verdict = new Verdict(actions);
    this.#legend = new Legend(actions.toggleFamily);
    this.#figure = new FigureView(look, tooltip, actions);
    this.#drawing = new DrawingView(look, tooltip, actions);
    this.#picture = this.#figure;
    this.#table = new PointsTable(actions);
    this.#methods = new MethodsView(actions);
    this.element = element(
      "div",
      { className: "content", attributes: { id: tabPanelId, role: "tabpanel" } },
      this.#verdict.element,
      this.#legend.element,
      this.#figure.bar,
      this.#figure.element,
      this.#table.element,
      this.#methods.element,
      this.#state,
    );
  }

  update(shown: ShownContent): void {
    const { data, choices } = shown;
    const figure = shownFigureOf(data);
    const methods = methodsOf(data);
    const isTable = figure !== undefined && choices.view === "table";
    const isPicture = figure !== undefined && !isTable;
    this.element.setAttribute("aria-labelledby", tabId(data?.question.view ?? "time"));
    this.#verdict.element.hidden = figure === undefined && methods === undefined;
    this.#legend.element.hidden = figure === undefined;
    if (figure !== undefined) this.#attach(figure.kind === "trend" ? this.#figure : this.#drawing);
    this.#picture.element.hidden = !isPicture;
    if (!isPicture || figure.kind !== "trend") this.#figure.bar.hidden = true;
    if (!isPicture) this.#tooltip.hide();
    this.#table.element.hidden = !isTable;
    this.#methods.element.hidden = methods === undefined;
    this.#state.hidden = figure !== undefined || methods !== undefined;
    this.#state.replaceChildren(...(this.#state.hidden ? [] : [this.#stateOf(shown)]));
    if (data !== undefined && figure !== undefined) this.#showFigure(data, figure, shown);
    if (methods !== undefined) {
      this.#verdict.update(methods.wording, "none");
      this.#methods.update(methods);
    }
  }

  /** Another theme, font or screen. */
  restyle(look: Look): void {
    this.#figure.restyle(look);
    this.#drawing.restyle(look);
  }

  /** Goes to a model as if by key, where it is shown. */
  focusModel(modelId: string): void {
    if (!this.#table.element.hidden) this.#table.focusModel(modelId);
    else if (!this.#picture.element.hidden) this.#picture.focusModel(modelId);
  }

  /** Shows fewer dates, where the figure is the one over time. */
  zoomIn(): void {
    if (this.#picture === this.#figure && !this.#figure.element.hidden) this.#figure.zoomIn();
  }

  /** An answer takes its time; what is shown is the one before. */
  setBusy(isBusy: boolean): void {
    this.element.ariaBusy = String(isBusy);
  }

  #attach(picture: FigureView | DrawingView): void {
    if (picture === this.#picture) return;
    this.#tooltip.hide();
    this.#picture.element.replaceWith(picture.element);
    this.#picture = picture;
  }

  #showFigure({ rows }: PanelData, figure: ShownFigure, shown: ShownContent): void {
    const { choices, found, pinned } = shown;
    const { families, wording } = figure;
    const isOverTime = figure.kind === "trend";
    const names = families.map(({ name }) => name);
    const hidden = new Set(names.filter((name) => choices.hiddenFamilies.has(name)));
    const isShown = (familyName: string) => !hidden.has(familyName);
    this.#verdict.update(wording, nextStepOf(figure));
    const layers = isOverTime ? (choices.layers ?? usualLayers(figure)) : [];
    this.#legend.update(isOverTime ? trendKeys(figure, layers) : figure.keys, families, hidden);
    if (choices.view === "table") this.#table.update(tableContent(figure, rows, { isShown, found, pinned }));
    else if (isOverTime) {
      const { window } = choices;
      this.#figure.update({ figure, rows, isShown, pinned, found, layers, window });
    } else this.#drawing.update({ figure, rows, isShown, pinned, found });
  }

  #stateOf({ data, waitingFor }: ShownContent): HTMLElement {
    if (data === undefined)
      return waitingFor === undefined ? readingState() : waitingState(waitingFor, this.#actions);
    const figure = figureOf(data);
    if (figure?.kind !== "empty" || !data.isIndexed) return readingState();
    return emptyState(figure.wording, data, this.#actions);
  }
}
