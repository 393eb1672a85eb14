import type { HostMessage, PanelData } from "../../../server/src/protocol.ts";
import { AssumptionsStrip } from "../controls/assumptionsStrip.ts";
import { onLeaveOutKey } from "../figure/leaveOut.ts";
import { watchPixelRatio } from "../figure/pixelRatio.ts";
import { Tooltip } from "../figure/tooltip.ts";
import { Notices } from "../finding/notices.ts";
import { FindBar } from "../header/findBar.ts";
import { Header } from "../header/header.ts";
import { Panes } from "../panes/panes.ts";
import { ThemeObserver } from "../theme/theme.ts";
import { onKeys } from "../widgets/keys.ts";
import { refreshMenu } from "../widgets/menu.ts";
import { Announcer } from "./announcer.ts";
import { Content } from "./content.ts";
import { Frame } from "./frame.ts";
import { type FocusPlace, PageActions } from "./pageActions.ts";
import { PageModel } from "./pageModel.ts";
import type { KeptState } from "./pageState.ts";
import { usePicture } from "./pictures.ts";
import { headlineOf } from "./shownContent.ts";
import { stepToModel } from "./stepToModel.ts";
import type { VsCodeApi } from "./vscodeApi.ts";

/** The page in the panel: what the host sent last, and what a person chose, on the screen. */
export class TrendPage {
  readonly #root: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: PageActions;
  readonly #announcer = new Announcer();
  readonly #frame = new Frame(() => this.#render());
  readonly #fitFrame = new Frame(() => this.#fit());
  readonly #tooltip: Tooltip;
  readonly #header: Header;
  readonly #findBar: FindBar;
  readonly #content: Content;
  readonly #panes: Panes;
  readonly #strip: AssumptionsStrip;
  /** From above to below; each reads the model and is brought up to date with it. */
  readonly #widgets: readonly { readonly element: HTMLElement; update(): void }[];
  #modelToFocus: string | undefined;

  constructor(root: HTMLElement, host: VsCodeApi) {
    this.#root = root;
    const model = new PageModel(host, () => this.#frame.request());
    const actions = new PageActions((message) => host.postMessage(message), model, this.#announcer, {
      focus: (place) => this.#focus(place),
      goTo: (modelId) => this.#goTo(modelId),
      zoomIn: () => this.#content.zoomIn(),
    });
    const restyle = () => this.#content.restyle(observer.theme);
    const observer = new ThemeObserver(root, restyle);
    this.#model = model;
    this.#actions = actions;
    this.#tooltip = new Tooltip((modelId) => actions.post({ type: "askDetails", modelId }));
    this.#header = new Header(model, actions);
    this.#findBar = new FindBar(model, actions);
    this.#content = new Content(model, actions, observer.theme, this.#tooltip);
    this.#panes = new Panes(model, actions);
    this.#strip = new AssumptionsStrip(model, actions);
    this.#widgets = [
      this.#header,
      this.#findBar,
      new Notices(model),
      this.#content,
      this.#panes,
      this.#strip,
    ];
    root.replaceChildren(
      ...this.#widgets.map(({ element }) => element),
      this.#tooltip.element,
      this.#announcer.flashBox,
      this.#announcer.liveRegion,
    );
    watchPixelRatio(restyle);
    window.addEventListener("resize", () => this.#fitFrame.request());
    onLeaveOutKey(
      () => this.#tooltip.row,
      (modelId) => actions.leaveOut(modelId),
    );
    // After all others: what is open is closed first.
    onKeys(window, { Escape: ({ defaultPrevented }) => !defaultPrevented && actions.unpinAll() });
  }

  /** Shows what was kept over a reload, until the host answers. */
  restore(kept: KeptState): void {
    this.#model.restore(kept);
  }

  onMessage(message: HostMessage): void {
    switch (message.type) {
      case "show":
        this.#model.receive(message, message.id);
        this.#tooltip.forgetDetails();
        break;
      case "waiting":
        this.#model.waitFor(message.reason);
        break;
      case "progress":
        this.#header.setBusy(message.isBusy);
        this.#content.setBusy(message.isBusy);
        break;
      case "menu":
        this.#model.addMenu(message.setting, message.groups);
        refreshMenu();
        break;
      case "details":
        this.#tooltip.addDetails(message.modelId, message.details);
        break;
      case "comparison":
      case "forecasts":
        this.#panes.onMessage(message);
        break;
      case "reveal":
        this.#goTo(message.modelId);
        break;
      case "picture":
        void usePicture(message, this.#actions.post, (text) => this.#announcer.flash(text));
        break;
      case "saved":
        this.#announcer.flash(message.text);
    }
  }

  #focus(place: FocusPlace): void {
    this.#frame.flush();
    if (place === "find-field") this.#findBar.focus();
    else if (place === "ahead") this.#panes.focusAhead();
    else this.#header.focus(place);
  }

  #goTo(modelId: string): void {
    this.#modelToFocus = modelId;
    this.#frame.request();
  }

  #render(): void {
    const { data } = this.#model;
    if (data !== undefined) this.#announcer.announce(headlineOf(data));
    for (const widget of this.#widgets) widget.update();
    if (data !== undefined) this.#reveal(data);
    refreshMenu();
    this.#fit();
    this.#model.store();
  }

  /** Goes on to the model that was asked for, one step at a time. */
  #reveal(data: PanelData): void {
    const modelId = this.#modelToFocus;
    if (modelId === undefined) return;
    const step = stepToModel(modelId, data, this.#model.choices, this.#model.layers);
    if (typeof step === "object") this.#model.choose(step);
    else if (step === "show-figure") this.#model.show("time");
    else {
      this.#modelToFocus = undefined;
      const place = step === "focus" ? this.#content : this.#strip;
      place.focusModel(modelId);
    }
  }

  /** Makes the tabs a menu and folds the strip where they would take the figure's room. */
  #fit(): void {
    this.#header.fit();
    this.#strip.fold(false);
    this.#strip.fold(this.#root.scrollHeight > window.innerHeight);
  }
}
