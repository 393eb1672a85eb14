import { type Figure, keysOf, kindOf, layersOf } from "../../../server/src/figures/index.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { AboutView } from "../about/aboutView.ts";
import { FigureView } from "../figure/figureView.ts";
import { Legend } from "../figure/legend.ts";
import type { Tooltip } from "../figure/tooltip.ts";
import { type FigureState, stateElement } from "../finding/emptyState.ts";
import { Verdict } from "../finding/verdict.ts";
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
import { aboutOf, figureOf, methodsOf, shownFigureOf } from "./shownContent.ts";

/** Everything between the header and the controls: the words, the legend, and the figure or a table. */
export class Content {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: PageActions;
  readonly #tooltip: Tooltip;
  readonly #verdict: Verdict;
  readonly #legend: Legend;
  readonly #figure: FigureView;
  readonly #table: PointsTable;
  readonly #methods: MethodsView;
  readonly #about = new AboutView();
  readonly #state = element("div", { className: "stage" });

  constructor(model: PageModel, actions: PageActions, theme: PageTheme, tooltip: Tooltip) {
    this.#model = model;
    this.#actions = actions;
    this.#tooltip = tooltip;
    this.#verdict = new Verdict(actions);
    this.#legend = new Legend((familyName) => actions.toggleFamily(familyName));
    this.#figure = new FigureView(theme, tooltip, actions);
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
      this.#about.element,
      this.#state,
    );
  }

  update(): void {
    const { data, choices } = this.#model;
    const figure = shownFigureOf(data);
    const methods = methodsOf(data);
    const about = aboutOf(data);
    const isShown = figure !== undefined || methods !== undefined || about !== undefined;
    const isTable = figure !== undefined && choices.view === "table";
    const isPicture = figure !== undefined && !isTable;
    this.element.setAttribute("aria-labelledby", tabId(data?.question.view ?? "time"));
    this.#verdict.element.hidden = !isShown;
    this.#legend.element.hidden = figure === undefined;
    if (!isPicture) this.#tooltip.hide();
    this.#table.element.hidden = !isTable;
    this.#methods.element.hidden = methods === undefined;
    this.#about.element.hidden = about === undefined;
    this.#state.hidden = isShown;
    updateChildren(
      this.#state,
      this.#state.hidden ? [] : [stateOf(this.#model)],
      ({ kind }) => kind,
      (state) => stateElement(state, this.#actions),
    );
    if (data !== undefined && figure !== undefined) this.#showFigure(data, figure);
    if (!isPicture) this.#figure.update(undefined);
    if (about !== undefined) {
      this.#verdict.update(about.wording, "none");
      this.#about.update(about);
    }
    if (methods !== undefined) {
      this.#verdict.update(methods.wording, "none");
      this.#methods.update(methods);
    }
  }

  /** Another theme, font or screen. */
  restyle(theme: PageTheme): void {
    this.#figure.restyle(theme);
  }

  /** Goes to a model as if by key, where it is shown. */
  focusModel(modelId: string): void {
    if (!this.#table.element.hidden) this.#table.focusModel(modelId);
    else if (!this.#figure.element.hidden) this.#figure.focusModel(modelId);
  }

  /** Shows fewer dates, where the figure has some. */
  zoomIn(): void {
    if (!this.#figure.element.hidden) this.#figure.zoomIn();
  }

  /** An answer takes its time; what is shown is the one before. */
  setBusy(isBusy: boolean): void {
    this.element.ariaBusy = String(isBusy);
  }

  #showFigure({ rows }: PanelData, figure: Figure): void {
    const { choices, pinned } = this.#model;
    const foundIds = foundModels(rows, choices.find);
    const found = foundIds && new Set(foundIds);
    const { families, wording } = figure;
    const names = families.map(({ name }) => name);
    const hidden = new Set(names.filter((name) => choices.hiddenFamilies.has(name)));
    const isShown = (familyName: string) => !hidden.has(familyName);
    this.#verdict.update(wording, kindOf(figure).nextStep(figure) ?? "none");
    const layers = layersOf(figure, choices.layers);
    this.#legend.update(keysOf(figure, layers), families, hidden);
    if (choices.view === "table") this.#table.update(tableContent(figure, rows, { isShown, found, pinned }));
    else this.#figure.update({ figure, rows, isShown, pinned, found, layers, window: choices.window });
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
