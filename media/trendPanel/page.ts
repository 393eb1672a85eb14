import type { CardPlace } from "../../server/src/panel/panelData.ts";
import type { PanelChoices, PanelView } from "../../server/src/panel/panelQuestion.ts";
import type { HostMessage, PanelData } from "../../server/src/protocol.ts";
import { type Layer, toggled } from "../../server/src/trend/figure/layers.ts";
import { Announcer } from "./announcer.ts";
import { Content } from "./content.ts";
import { Conversation, type QuestionChange } from "./conversation.ts";
import { Flash } from "./flash.ts";
import { Frame } from "./frame.ts";
import { FindBar, foundModels, onFindKey } from "./header/findBar.ts";
import { Header } from "./header/header.ts";
import { headerMenus } from "./header/headerMenus.ts";
import { onLeaveOutKey, withoutAlso } from "./leaveOut.ts";
import { refreshMenu } from "./menu.ts";
import { Notices, noticesOf } from "./notices.ts";
import { type KeptState, noChoices, type PageChoices, storedState } from "./pageState.ts";
import { firstAheadChoices } from "./panes/aheadChoices.ts";
import { Panes } from "./panes/panes.ts";
import { usePicture } from "./pictures.ts";
import { withPinToggled } from "./pins.ts";
import { watchPixelRatio } from "./pixelRatio.ts";
import { headlineOf, shownLayers, trendFigureOf } from "./shownContent.ts";
import { AssumptionsStrip } from "./strip/assumptionsStrip.ts";
import { ChoiceQueue } from "./strip/choiceQueue.ts";
import { Theme } from "./theme/theme.ts";
import { Tooltip } from "./tooltip.ts";
import type { VsCodeApi } from "./vscodeApi.ts";
import { stepToModel } from "./wayToModel.ts";
import type { TimeWindow } from "./zoom/timeWindow.ts";
import { choicesFor } from "./zoom/windowChoices.ts";

/** The page in the panel: what the host sent last, and what a person chose, on the screen. */
export class TrendPage {
  readonly #root: HTMLElement;
  readonly #host: VsCodeApi;
  readonly #header: Header;
  readonly #findBar: FindBar;
  readonly #notices = new Notices();
  readonly #content: Content;
  readonly #panes: Panes;
  readonly #strip: AssumptionsStrip;
  readonly #tooltip: Tooltip;
  readonly #announcer = new Announcer();
  readonly #flash = new Flash();
  readonly #conversation = new Conversation((message) => this.#host.postMessage(message));
  readonly #queue = new ChoiceQueue((choices) => this.#ask({ choices }));
  readonly #frame = new Frame(() => this.#render());
  readonly #fitFrame = new Frame(() => this.#fit());
  #data: PanelData | undefined;
  #choices: PageChoices = noChoices;
  #waitingFor: string | undefined;
  #modelToFocus: string | undefined;
  #isStored = true;

  constructor(root: HTMLElement, host: VsCodeApi) {
    this.#root = root;
    this.#host = host;
    const open = (place: CardPlace) => host.postMessage({ type: "open", ...place });
    const choose = (choices: PanelChoices) => this.#ask({ choices });
    this.#header = this.#makeHeader();
    this.#findBar = new FindBar({
      find: (find) => this.#choose({ find }),
      goTo: (modelId) => this.#goTo(modelId),
      close: () => this.#find(false),
    });
    this.#tooltip = new Tooltip((modelId) => host.postMessage({ type: "askDetails", modelId }));
    const theme = new Theme(root, () => this.#content.restyle(theme.look));
    this.#content = new Content(theme.look, this.#tooltip, {
      open,
      choose,
      newCard: () => host.postMessage({ type: "newCard" }),
      openSettings: () => host.postMessage({ type: "openSettings" }),
      askAgain: () => host.postMessage({ type: "ready" }),
      showTable: () => this.#choose({ view: "table" }),
      showMethods: () => this.#show("methods"),
      openAhead: () => this.#openAhead(),
      toggleFamily: (familyName) => this.#toggleFamily(familyName),
      pin: (modelId) => this.#pin(modelId),
      zoom: (window, phrase) => this.#zoom(window, phrase),
      fitTo: (window, all) => this.#fitTo(choicesFor(window, all)),
    });
    this.#panes = this.#makePanes();
    this.#strip = new AssumptionsStrip({
      open,
      choose,
      take: (option, control) => this.#queue.take(option, control),
    });
    root.replaceChildren(
      this.#header.element,
      this.#findBar.element,
      this.#notices.element,
      this.#content.element,
      this.#panes.element,
      this.#strip.element,
      this.#tooltip.element,
      this.#flash.element,
      this.#announcer.element,
    );
    watchPixelRatio(() => this.#content.restyle(theme.look));
    window.addEventListener("resize", () => this.#fitFrame.request());
    onFindKey(() => this.#find(true));
    onLeaveOutKey(
      () => this.#tooltip.row,
      (modelId) => this.#leaveOut(modelId),
    );
    // After all others: what is open is closed first.
    window.addEventListener("keydown", (event) => this.#unpin(event));
  }

  /** Shows what was kept over a reload, until the host answers. */
  restore({ data, question, choices }: KeptState): void {
    this.#data = data;
    if (question !== undefined) this.#conversation.restore(question);
    this.#choices = choices;
    this.#frame.request();
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case "show":
        this.#receiveData(message.data);
        break;
      case "waiting":
        this.#waitingFor = message.reason;
        this.#frame.request();
        break;
      case "progress":
        this.#header.busy.show(message.isBusy);
        this.#content.setBusy(message.isBusy);
        break;
      case "details":
        this.#tooltip.addDetails(message.modelId, message.details);
        break;
      case "comparison":
      case "forecasts":
        this.#panes.hear(message);
        break;
      case "reveal":
        this.#goTo(message.modelId);
        break;
      case "picture":
        void usePicture(message, {
          save: (picture) => this.#host.postMessage(picture),
          say: (text) => this.#say(text),
        });
        break;
      case "saved":
        this.#say(message.text);
    }
  }

  #makeHeader(): Header {
    const post = this.#host.postMessage.bind(this.#host);
    return new Header({
      show: (view) => this.#show(view),
      chooseFolder: (folderUri) => this.#conversation.chooseFolder(folderUri),
      toggleFind: () => this.#find(this.#choices.find === undefined),
      ...headerMenus(() => ({ data: this.#data, view: this.#choices.view, layers: this.#layers }), {
        showLayers: (layers) => this.#choose({ layers }),
        showAs: (view) => this.#choose({ view }),
        openAhead: () => this.#openAhead(),
        zoomIn: () => this.#content.zoomIn(),
        post,
      }),
    });
  }

  #makePanes(): Panes {
    const post = this.#host.postMessage.bind(this.#host);
    return new Panes({
      compare: (modelIds) => post({ type: "compare", modelIds }),
      endComparison: () => this.#endComparison(),
      askAhead: (asked) => post({ type: "askAhead", asked }),
      chooseAhead: (change) =>
        this.#choose({ ahead: { ...(this.#choices.ahead ?? firstAheadChoices), ...change } }),
      drawTo: (aheadEpochDay) => this.#ask({ aheadEpochDay }),
      endAhead: () => this.#endAhead(),
      say: (text) => this.#announcer.say(text),
    });
  }

  #receiveData(data: PanelData): void {
    this.#data = data;
    this.#conversation.hear(data);
    this.#waitingFor = undefined;
    this.#isStored = false;
    this.#tooltip.forgetDetails();
    this.#panes.numbersChanged();
    this.#frame.request();
  }

  /** Asks the host; what is shown stays until the answer comes. */
  #ask(change: QuestionChange): void {
    this.#conversation.ask(change);
    this.#isStored = false;
    this.#frame.request();
  }

  #show(view: PanelView): void {
    if (view === this.#conversation.question.view) return;
    this.#conversation.show(view);
    this.#isStored = false;
    this.#frame.request();
  }

  #choose(change: Partial<PageChoices>): void {
    this.#choices = { ...this.#choices, ...change };
    this.#isStored = false;
    this.#frame.request();
  }

  #toggleFamily(familyName: string): void {
    const hiddenFamilies = new Set(this.#choices.hiddenFamilies);
    if (!hiddenFamilies.delete(familyName)) hiddenFamilies.add(familyName);
    this.#choose({ hiddenFamilies });
  }

  #zoom(window: TimeWindow, phrase: string): void {
    this.#choose({ window });
    this.#announcer.announceOnceQuiet(phrase);
  }

  /** Fits the trend to the dates that are seen; all of what is left is seen then. */
  #fitTo(dates: PanelChoices): void {
    this.#choose({ window: undefined });
    this.#ask({ choices: { ...this.#conversation.question.choices, ...dates } });
  }

  #pin(modelId: string): void {
    const rows = this.#data?.rows ?? [];
    const pinned = withPinToggled(this.#choices.pinned, modelId, new Set(rows.map(({ id }) => id)));
    this.#choose({ pinned });
    const name = rows.find(({ id }) => id === modelId)?.name ?? modelId;
    this.#announcer.say(`${name} is ${pinned.includes(modelId) ? "pinned" : "no longer pinned"}.`);
  }

  #unpin({ key, defaultPrevented }: KeyboardEvent): void {
    if (key !== "Escape" || defaultPrevented || this.#choices.pinned.length === 0) return;
    this.#choose({ pinned: [] });
    this.#announcer.say("No model is pinned.");
  }

  #find(isFinding: boolean): void {
    if (isFinding && this.#data?.rows.length === 0) return;
    this.#choose({ find: isFinding ? (this.#choices.find ?? "") : undefined });
    this.#frame.now();
    if (isFinding) this.#findBar.focus();
    else this.#header.toolbar.focusFind();
  }

  /** Takes the pins away; the focus goes to the one set last. */
  #endComparison(): void {
    const last = this.#choices.pinned.at(-1);
    this.#choose({ pinned: [] });
    if (last !== undefined) this.#goTo(last);
  }

  #openAhead(): void {
    this.#choose({ ahead: this.#choices.ahead ?? firstAheadChoices });
    this.#frame.now();
    this.#panes.focusAhead();
  }

  /** The line is drawn as far as without a question, and the focus goes to the menu that leads back here. */
  #endAhead(): void {
    this.#choose({ ahead: undefined });
    if (this.#conversation.question.aheadEpochDay !== undefined) this.#ask({ aheadEpochDay: undefined });
    this.#header.toolbar.focusMore();
  }

  /** Leaves a model out of the fit; the list of what was left out takes it back. */
  #leaveOut(modelId: string): void {
    const data = this.#data;
    const name = data?.rows.find(({ id }) => id === modelId)?.name;
    if (data === undefined || name === undefined) return;
    this.#ask({ choices: withoutAlso(name, this.#conversation.question.choices, data) });
    this.#say(`${name} is left out`);
  }

  #goTo(modelId: string): void {
    this.#modelToFocus = modelId;
    this.#frame.request();
  }

  /** What was just done, for the eye and for screen readers. */
  #say(text: string): void {
    this.#flash.show(text);
    this.#announcer.say(text);
  }

  #render(): void {
    const data = this.#data;
    const rows = data?.rows ?? [];
    const { find } = this.#choices;
    const found = foundModels(rows, find);
    const canFind = rows.length > 0;
    this.#header.update(data, this.#conversation.question.view, {
      isFinding: canFind && find !== undefined,
      canFind,
      hasLayers: trendFigureOf(data) !== undefined,
    });
    const count = this.#findBar.update(canFind ? find : undefined, found ?? [], rows.length);
    this.#notices.update(data === undefined ? [] : noticesOf(data, this.#waitingFor));
    const pinned = this.#choices.pinned.filter((id) => rows.some((row) => row.id === id));
    this.#content.update({
      data,
      choices: this.#choices,
      found: found && new Set(found),
      pinned,
      waitingFor: this.#waitingFor,
    });
    this.#panes.update(data, this.#choices, this.#conversation.question.aheadEpochDay);
    this.#strip.element.hidden = data === undefined;
    if (data !== undefined) {
      this.#queue.update(data.controls, this.#conversation.isAwaiting);
      this.#strip.update(data);
      this.#reveal(data);
      this.#announcer.announce(headlineOf(data));
    }
    refreshMenu();
    this.#fit();
    if (count !== "") this.#announcer.announceOnceQuiet(count);
    this.#store(data);
  }

  /** What the figure over time shows. */
  get #layers(): readonly Layer[] {
    return shownLayers(this.#data, this.#choices.layers);
  }

  /** Goes on to the model that was asked for, one step at a time. */
  #reveal(data: PanelData): void {
    const modelId = this.#modelToFocus;
    if (modelId === undefined) return;
    const next = stepToModel(modelId, data, this.#choices, this.#layers);
    if (next.step === "focus" || next.step === "focus-left-out") this.#modelToFocus = undefined;
    switch (next.step) {
      case "show-family":
        this.#toggleFamily(next.familyName);
        break;
      case "show-others":
        this.#choose({ layers: toggled(this.#layers, "others") });
        break;
      case "show-dates":
        this.#choose({ window: next.window });
        break;
      case "show-figure":
        this.#show("time");
        break;
      case "focus-left-out":
        this.#strip.focusLeftOut(modelId);
        break;
      case "focus":
        this.#content.focusModel(modelId);
    }
  }

  #store(data: PanelData | undefined): void {
    if (data !== undefined && !this.#isStored)
      this.#host.setState(storedState(data, this.#conversation.question, this.#choices));
    this.#isStored = true;
  }

  /** Makes the tabs a menu and folds the strip where they would take the figure's room. */
  #fit(): void {
    this.#header.fit();
    this.#strip.fold(false);
    this.#strip.fold(this.#root.scrollHeight > window.innerHeight);
  }
}
