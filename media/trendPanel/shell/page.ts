import { toggled } from "../../../server/src/figures/time/layers.ts";
import type { CardPlace } from "../../../server/src/panel/panelData.ts";
import type { PanelChoices } from "../../../server/src/panel/panelQuestion.ts";
import type { HostMessage, PanelData } from "../../../server/src/protocol.ts";
import { AssumptionsStrip } from "../controls/assumptionsStrip.ts";
import { ChoiceQueue } from "../controls/choiceQueue.ts";
import { onLeaveOutKey } from "../figure/leaveOut.ts";
import { watchPixelRatio } from "../figure/pixelRatio.ts";
import { Tooltip } from "../figure/tooltip.ts";
import { stepToModel } from "../figure/wayToModel.ts";
import { FindBar, foundModels, onFindKey } from "../header/findBar.ts";
import { Header } from "../header/header.ts";
import { headerMenus } from "../header/headerMenus.ts";
import { firstAheadChoices } from "../panes/aheadChoices.ts";
import { Panes } from "../panes/panes.ts";
import { Theme } from "../theme/theme.ts";
import { refreshMenu } from "../widgets/menu.ts";
import type { TimeWindow } from "../zoom/timeWindow.ts";
import { choicesFor } from "../zoom/windowChoices.ts";
import { Announcer } from "./announcer.ts";
import { Content } from "./content.ts";
import { Flash } from "./flash.ts";
import { Frame } from "./frame.ts";
import { Notices, noticesOf } from "./notices.ts";
import { PageModel } from "./pageModel.ts";
import type { KeptState } from "./pageState.ts";
import { usePicture } from "./pictures.ts";
import { headlineOf, trendFigureOf } from "./shownContent.ts";
import type { VsCodeApi } from "./vscodeApi.ts";

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
  readonly #model: PageModel;
  readonly #queue = new ChoiceQueue((choices) => this.#model.ask({ choices }));
  readonly #frame = new Frame(() => this.#render());
  readonly #fitFrame = new Frame(() => this.#fit());
  #modelToFocus: string | undefined;

  constructor(root: HTMLElement, host: VsCodeApi) {
    this.#root = root;
    this.#host = host;
    this.#model = new PageModel(host, () => this.#frame.request());
    const open = (place: CardPlace) => host.postMessage({ type: "open", ...place });
    const choose = (choices: PanelChoices) => this.#model.ask({ choices });
    this.#header = this.#makeHeader();
    this.#findBar = new FindBar({
      find: (find) => this.#model.choose({ find }),
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
      showTable: () => this.#model.choose({ view: "table" }),
      show: (view) => this.#model.show(view),
      openAhead: () => this.#openAhead(),
      toggleFamily: (familyName) => this.#model.toggleFamily(familyName),
      pin: (modelId) => this.#announcer.say(this.#model.togglePin(modelId)),
      zoom: (window, phrase) => this.#zoom(window, phrase),
      fitTo: (window, all) => this.#model.fitTo(choicesFor(window, all)),
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
  restore(kept: KeptState): void {
    this.#model.restore(kept);
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case "show":
        this.#model.receive(message.data);
        this.#tooltip.forgetDetails();
        this.#panes.numbersChanged();
        break;
      case "waiting":
        this.#model.waitFor(message.reason);
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
      show: (view) => this.#model.show(view),
      chooseFolder: (folderUri) => this.#model.chooseFolder(folderUri),
      toggleFind: () => this.#find(this.#model.choices.find === undefined),
      ...headerMenus(
        () => ({ data: this.#model.data, view: this.#model.choices.view, layers: this.#model.layers }),
        {
          showLayers: (layers) => this.#model.choose({ layers }),
          showAs: (view) => this.#model.choose({ view }),
          openAhead: () => this.#openAhead(),
          zoomIn: () => this.#content.zoomIn(),
          post,
        },
      ),
    });
  }

  #makePanes(): Panes {
    const post = this.#host.postMessage.bind(this.#host);
    return new Panes({
      compare: (modelIds) => post({ type: "compare", modelIds }),
      endComparison: () => this.#endComparison(),
      askAhead: (asked) => post({ type: "askAhead", asked }),
      chooseAhead: (change) =>
        this.#model.choose({ ahead: { ...(this.#model.choices.ahead ?? firstAheadChoices), ...change } }),
      drawTo: (aheadEpochDay) => this.#model.ask({ aheadEpochDay }),
      endAhead: () => this.#endAhead(),
      say: (text) => this.#announcer.say(text),
    });
  }

  #zoom(window: TimeWindow, phrase: string): void {
    this.#model.choose({ window });
    this.#announcer.announceOnceQuiet(phrase);
  }

  #unpin({ key, defaultPrevented }: KeyboardEvent): void {
    if (key !== "Escape" || defaultPrevented || this.#model.choices.pinned.length === 0) return;
    this.#model.choose({ pinned: [] });
    this.#announcer.say("No model is pinned.");
  }

  #find(isFinding: boolean): void {
    if (isFinding && this.#model.data?.rows.length === 0) return;
    this.#model.choose({ find: isFinding ? (this.#model.choices.find ?? "") : undefined });
    this.#frame.now();
    if (isFinding) this.#findBar.focus();
    else this.#header.toolbar.focusFind();
  }

  /** Takes the pins away; the focus goes to the one set last. */
  #endComparison(): void {
    const last = this.#model.choices.pinned.at(-1);
    this.#model.choose({ pinned: [] });
    if (last !== undefined) this.#goTo(last);
  }

  #openAhead(): void {
    this.#model.choose({ ahead: this.#model.choices.ahead ?? firstAheadChoices });
    this.#frame.now();
    this.#panes.focusAhead();
  }

  /** The line is drawn as far as without a question, and the focus goes to the menu that leads back here. */
  #endAhead(): void {
    this.#model.choose({ ahead: undefined });
    if (this.#model.question.aheadEpochDay !== undefined) this.#model.ask({ aheadEpochDay: undefined });
    this.#header.toolbar.focusMore();
  }

  #leaveOut(modelId: string): void {
    const name = this.#model.leaveOut(modelId);
    if (name !== undefined) this.#say(`${name} is left out`);
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
    const data = this.#model.data;
    const rows = data?.rows ?? [];
    const { find } = this.#model.choices;
    const found = foundModels(rows, find);
    const canFind = rows.length > 0;
    this.#header.update(data, this.#model.question.view, {
      isFinding: canFind && find !== undefined,
      canFind,
      hasLayers: trendFigureOf(data) !== undefined,
    });
    const count = this.#findBar.update(canFind ? find : undefined, found ?? [], rows.length);
    this.#notices.update(data === undefined ? [] : noticesOf(data, this.#model.waitingFor));
    this.#content.update({
      data,
      choices: this.#model.choices,
      found: found && new Set(found),
      pinned: this.#model.pinned,
      waitingFor: this.#model.waitingFor,
    });
    this.#panes.update(data, this.#model.choices, this.#model.question.aheadEpochDay);
    this.#strip.element.hidden = data === undefined;
    if (data !== undefined) {
      this.#queue.update(data.controls, this.#model.isAwaiting);
      this.#strip.update(data);
      this.#reveal(data);
      this.#announcer.announce(headlineOf(data));
    }
    refreshMenu();
    this.#fit();
    if (count !== "") this.#announcer.announceOnceQuiet(count);
    this.#model.store();
  }

  /** Goes on to the model that was asked for, one step at a time. */
  #reveal(data: PanelData): void {
    const modelId = this.#modelToFocus;
    if (modelId === undefined) return;
    const next = stepToModel(modelId, data, this.#model.choices, this.#model.layers);
    if (next.step === "focus" || next.step === "focus-left-out") this.#modelToFocus = undefined;
    switch (next.step) {
      case "show-family":
        this.#model.toggleFamily(next.familyName);
        break;
      case "show-others":
        this.#model.choose({ layers: toggled(this.#model.layers, "others") });
        break;
      case "show-dates":
        this.#model.choose({ window: next.window });
        break;
      case "show-figure":
        this.#model.show("time");
        break;
      case "focus-left-out":
        this.#strip.focusLeftOut(modelId);
        break;
      case "focus":
        this.#content.focusModel(modelId);
    }
  }

  /** Makes the tabs a menu and folds the strip where they would take the figure's room. */
  #fit(): void {
    this.#header.fit();
    this.#strip.fold(false);
    this.#strip.fold(this.#root.scrollHeight > window.innerHeight);
  }
}
