import type { CardPlace } from "../../server/src/panel/panelData.ts";
import { firstQuestion } from "../../server/src/panel/panelQuestion.ts";
import type { HostMessage, PanelData, PanelQuestion } from "../../server/src/protocol.ts";
import type { FigureModel, TrendFigure } from "../../server/src/trend/figure/figureModel.ts";
import { plainText } from "../../server/src/trend/wording/textRun.ts";
import { Announcer } from "./announcer.ts";
import { AssumptionsStrip } from "./assumptionsStrip.ts";
import { element } from "./dom.ts";
import { emptyState, readingState, type StateActions, waitingState } from "./emptyState.ts";
import { FigureView } from "./figureView.ts";
import { Frame } from "./frame.ts";
import { Header } from "./header.ts";
import { Legend } from "./legend.ts";
import { type Notice, Notices } from "./notices.ts";
import { type KeptState, noChoices, type PageChoices, storedState } from "./pageState.ts";
import { watchPixelRatio } from "./pixelRatio.ts";
import { PointsTable } from "./pointsTable.ts";
import { tableContent } from "./tableRows.ts";
import { Theme } from "./theme/theme.ts";
import { Tooltip } from "./tooltip.ts";
import { Verdict } from "./verdict.ts";
import type { VsCodeApi } from "./vscodeApi.ts";

/** The page in the panel: what the host sent last, and what a person chose, on the screen. */
export class TrendPage {
  readonly #root: HTMLElement;
  readonly #host: VsCodeApi;
  readonly #header: Header;
  readonly #notices = new Notices();
  readonly #verdict: Verdict;
  readonly #legend: Legend;
  readonly #figure: FigureView;
  readonly #table: PointsTable;
  readonly #strip: AssumptionsStrip;
  readonly #tooltip: Tooltip;
  readonly #announcer = new Announcer();
  readonly #state = element("div", { className: "stage" });
  readonly #actions: StateActions;
  readonly #frame = new Frame(() => this.#render());
  readonly #fitFrame = new Frame(() => this.#fit());
  #data: PanelData | undefined;
  /** What was asked last: the answer may still be on its way. */
  #question: PanelQuestion = firstQuestion;
  #choices: PageChoices = noChoices;
  #waitingFor: string | undefined;
  #modelToFocus: string | undefined;
  #isStored = true;

  constructor(root: HTMLElement, host: VsCodeApi) {
    this.#root = root;
    this.#host = host;
    const open = (place: CardPlace) => host.postMessage({ type: "open", ...place });
    const newCard = () => host.postMessage({ type: "newCard" });
    const openSettings = () => host.postMessage({ type: "openSettings" });
    this.#actions = { open, newCard, openSettings, askAgain: () => host.postMessage({ type: "ready" }) };
    this.#header = new Header({
      chooseFolder: (folderUri) => host.postMessage({ type: "chooseFolder", folderUri }),
      showAs: (view) => this.#choose({ ...this.#choices, view }),
    });
    this.#verdict = new Verdict({
      newCard,
      showTable: () => this.#choose({ ...this.#choices, view: "table" }),
    });
    this.#legend = new Legend((familyName) => this.#toggleFamily(familyName));
    this.#tooltip = new Tooltip((modelId) => host.postMessage({ type: "askDetails", modelId }));
    const theme = new Theme(root, () => this.#figure.restyle(theme.look));
    this.#figure = new FigureView(theme.look, this.#tooltip, open);
    this.#table = new PointsTable(open);
    this.#strip = new AssumptionsStrip({ open, openSettings });
    root.replaceChildren(
      this.#header.element,
      this.#notices.element,
      this.#verdict.element,
      this.#legend.element,
      this.#figure.element,
      this.#table.element,
      this.#state,
      this.#strip.element,
      this.#tooltip.element,
      this.#announcer.element,
    );
    watchPixelRatio(() => this.#figure.restyle(theme.look));
    window.addEventListener("resize", () => this.#fitFrame.request());
  }

  /** Shows what was kept over a reload, until the host answers. */
  restore({ data, question, choices }: KeptState): void {
    this.#data = data;
    this.#question = question ?? firstQuestion;
    this.#choices = choices;
    this.#frame.request();
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case "show":
        this.#data = message.data;
        this.#question = message.data.question;
        this.#waitingFor = undefined;
        this.#isStored = false;
        this.#tooltip.forgetDetails();
        this.#frame.request();
        break;
      case "waiting":
        this.#waitingFor = message.reason;
        this.#frame.request();
        break;
      case "details":
        this.#tooltip.addDetails(message.modelId, message.details);
        break;
      case "reveal":
        this.#modelToFocus = message.modelId;
        this.#frame.request();
    }
  }

  #choose(choices: PageChoices): void {
    this.#choices = choices;
    this.#isStored = false;
    this.#frame.request();
  }

  #toggleFamily(familyName: string): void {
    const hiddenFamilies = new Set(this.#choices.hiddenFamilies);
    if (!hiddenFamilies.delete(familyName)) hiddenFamilies.add(familyName);
    this.#choose({ ...this.#choices, hiddenFamilies });
  }

  #render(): void {
    const data = this.#data;
    const figure = trendFigureOf(data);
    const view = figure && this.#choices.view;
    this.#header.update(data, view);
    this.#notices.update(this.#noticesOf(data));
    this.#verdict.element.hidden = figure === undefined;
    this.#legend.element.hidden = figure === undefined;
    this.#figure.element.hidden = view !== "figure";
    if (view !== "figure") this.#tooltip.hide();
    this.#table.element.hidden = view !== "table";
    this.#state.hidden = figure !== undefined;
    this.#strip.element.hidden = data === undefined;
    if (data !== undefined) this.#strip.update(data);
    this.#state.replaceChildren(...(figure === undefined ? [this.#stateOf(data)] : []));
    if (data !== undefined && figure !== undefined) this.#showTrend(data, figure);
    this.#fit();
    this.#announcer.announce(headlineOf(data));
    if (data !== undefined && !this.#isStored)
      this.#host.setState(storedState(data, this.#question, this.#choices));
    this.#isStored = true;
  }

  #showTrend(data: PanelData, figure: TrendFigure): void {
    const hidden = new Set(
      figure.families.map(({ name }) => name).filter((name) => this.#choices.hiddenFamilies.has(name)),
    );
    const isShown = (familyName: string) => !hidden.has(familyName);
    this.#verdict.update(figure);
    this.#legend.update(figure.families, hidden);
    if (this.#choices.view === "table") this.#table.update(tableContent(figure, data.rows, isShown));
    else this.#figure.update({ figure, rows: data.rows, isShown });
    this.#reveal(data, figure);
  }

  /** Puts the focus on the model that the host asked for: in the figure, the table or the list of others. */
  #reveal({ leftOut }: PanelData, { points }: TrendFigure): void {
    const modelId = this.#modelToFocus;
    if (modelId === undefined) return;
    const point = points.find(({ id }) => id === modelId);
    if (point !== undefined && this.#choices.hiddenFamilies.has(point.family.name)) {
      this.#toggleFamily(point.family.name);
      return;
    }
    this.#modelToFocus = undefined;
    if (point === undefined) {
      if (leftOut.some(({ id }) => id === modelId)) this.#strip.focusLeftOut(modelId);
    } else if (this.#choices.view === "table") this.#table.focusModel(modelId);
    else this.#figure.focusModel(modelId);
  }

  #noticesOf(data: PanelData | undefined): Notice[] {
    const notices: Notice[] = [];
    if (data === undefined) return notices;
    if (this.#waitingFor !== undefined) notices.push({ kind: "info", text: this.#waitingFor });
    if (data.settingsProblem !== undefined) notices.push({ kind: "warning", text: data.settingsProblem });
    if (!data.isIndexed && trendFigureOf(data) !== undefined)
      notices.push({ kind: "info", text: "Reading cards…" });
    return notices;
  }

  #stateOf(data: PanelData | undefined): HTMLElement {
    if (data === undefined)
      return this.#waitingFor === undefined ? readingState() : waitingState(this.#waitingFor, this.#actions);
    const figure = figureOf(data);
    if (figure?.kind !== "empty" || !data.isIndexed) return readingState();
    return emptyState(figure.wording, data.leftOut, this.#actions);
  }

  /** Folds the strip when it would take the figure's room. */
  #fit(): void {
    this.#strip.fold(false);
    this.#strip.fold(this.#root.scrollHeight > window.innerHeight);
  }
}

function figureOf({ content }: PanelData): FigureModel | undefined {
  return content.view === "time" ? content.figure : undefined;
}

function trendFigureOf(data: PanelData | undefined): TrendFigure | undefined {
  const figure = data && figureOf(data);
  return figure?.kind === "trend" ? figure : undefined;
}

function headlineOf(data: PanelData | undefined): string {
  if (data === undefined) return "";
  const { content } = data;
  if (content.view === "methods") return plainText(content.methods.wording.verdict);
  return content.figure.kind === "trend"
    ? plainText(content.figure.wording.verdict)
    : content.figure.wording.title;
}
