import { usualLayers } from "../../../server/src/figures/time/layers.ts";
import { trendKeys } from "../../../server/src/figures/time/trendKeys.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { DrawingView } from "../figure/drawingView.ts";
import { FigureView } from "../figure/figureView.ts";
import { Legend } from "../figure/legend.ts";
import type { Tooltip } from "../figure/tooltip.ts";
import { type FigureState, stateElement } from "../finding/emptyState.ts";
import { nextStepOf, Verdict } from "../finding/verdict.ts";
import { foundModels } from "../header/findBar.ts";
import { tabId, tabPanelId } from "../header/tabs.ts";
import { MethodsView } from "../methods/methodsView.ts";
import { PointsTable } from "../table/pointsTable.ts";
import { tableContent } from "../table/tableRows.ts";
import type { PageTheme } from "../theme/theme.ts";
import { element } from "../widgets/dom.ts";
import { updateChildren } from "../widgets/keyed.ts";
import type { PageActions } from "./pageActions.ts";
import type { PageModel } from "./pageModel.ts";
import { figureOf, methodsOf, type ShownFigure, shownFigureOf } from "./shownContent.ts";

/** Everything between the header and the controls: the words, the legend, and the figure or a table. */
export class Content {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: PageActions;
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

  constructor(model: PageModel, actions: PageActions, theme: PageTheme, tooltip: Tooltip) {
    this.#model = model;
    this.#actions = actions;
    this.#tooltip = tooltip;
    this.#verdict = new Verdict(actions);
    this.#legend = new Legend((familyName) => actions.toggleFamily(familyName));
    this.#figure = new FigureView(theme, tooltip, actions);
    this.#drawing = new DrawingView(theme, tooltip, actions);
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

  update(): void {
    const { data, choices } = this.#model;
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
    updateChildren(
      this.#state,
      this.#state.hidden ? [] : [stateOf(this.#model)],
      ({ kind }) => kind,
      (state) => stateElement(state, this.#actions),
    );
    if (data !== undefined && figure !== undefined) this.#showFigure(data, figure);
    if (methods !== undefined) {
      this.#verdict.update(methods.wording, "none");
      this.#methods.update(methods);
    }
  }

  /** Another theme, font or screen. */
  restyle(theme: PageTheme): void {
    this.#figure.restyle(theme);
    this.#drawing.restyle(theme);
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

  #showFigure({ rows }: PanelData, figure: ShownFigure): void {
    const { choices, pinned } = this.#model;
    const foundIds = foundModels(rows, choices.find);
    const found = foundIds && new Set(foundIds);
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
}

/** What there is to say in the figure's place. */
function stateOf({ data, waitingFor }: PageModel): FigureState {
  if (data === undefined)
    return waitingFor === undefined ? { kind: "reading" } : { kind: "waiting", reason: waitingFor };
  const figure = figureOf(data);
  if (figure?.kind !== "empty" || !data.isIndexed) return { kind: "reading" };
  return { kind: "empty", wording: figure.wording, data };
}
