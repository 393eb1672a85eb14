import type { PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { CardPlace } from "../../../server/src/panel/panelData.ts";
import type { PanelChoices, PanelView } from "../../../server/src/panel/panelQuestion.ts";
import type { PageMessage } from "../../../server/src/protocol.ts";
import type { DaySpan } from "../../../server/src/trend/fit/lineOnDays.ts";
import { type AheadChoices, firstAheadChoices } from "../panes/aheadChoices.ts";
import type { TimeWindow } from "../zoom/timeWindow.ts";
import { choicesFor } from "../zoom/windowChoices.ts";
import type { Announcer } from "./announcer.ts";
import type { PageModel } from "./pageModel.ts";
import type { PageChoices } from "./pageState.ts";

/** A place for the focus other than a model. */
export type FocusPlace = "find-field" | "find-button" | "more-button" | "ahead";

/** What actions need of the page on the screen. */
export interface Screen {
  /** Puts it up to date and the focus there. */
  focus(place: FocusPlace): void;
  /** Shows a model, wherever it is, and puts the focus on it. */
  goTo(modelId: string): void;
  /** Fewer dates, where the figure is the one over time. */
  zoomIn(): void;
}

/** Everything that a person can do in the page. Widgets get it whole and call what they need. */
export class PageActions {
  /** Asks the extension's host for what the page cannot do itself. */
  readonly post: (message: PageMessage) => void;
  readonly #model: PageModel;
  readonly #announcer: Announcer;
  readonly #screen: Screen;

  constructor(post: (message: PageMessage) => void, model: PageModel, announcer: Announcer, screen: Screen) {
    this.post = post;
    this.#model = model;
    this.#announcer = announcer;
    this.#screen = screen;
  }

  /** Opens a card. */
  open(place: CardPlace): void {
    this.post({ type: "open", ...place });
  }

  /** Other numbers: by another method, or of other models. */
  choose(choices: PanelChoices): void {
    this.#model.ask({ choices });
  }

  /** What does each choice of a control lead to? */
  askMenu(setting: PanelControl["setting"]): void {
    this.post({ type: "askMenu", setting });
  }

  show(view: PanelView): void {
    this.#model.show(view);
  }

  chooseFolder(folderUri: string): void {
    this.#model.chooseFolder(folderUri);
  }

  /** The same numbers, seen in another way. */
  see(change: Partial<PageChoices>): void {
    this.#model.choose(change);
  }

  toggleFamily(familyName: string): void {
    this.#model.toggleFamily(familyName);
  }

  /** Other dates are seen, and no number is another. */
  zoom(window: TimeWindow, phrase: string): void {
    this.see({ window });
    this.#announcer.sayOnceQuiet(phrase);
  }

  zoomIn(): void {
    this.#screen.zoomIn();
  }

  fitTo(window: DaySpan, all: DaySpan): void {
    this.#model.fitTo(choicesFor(window, all));
  }

  goTo(modelId: string): void {
    this.#screen.goTo(modelId);
  }

  openFind(): void {
    if (this.#model.data?.rows.length === 0) return;
    this.see({ find: this.#model.choices.find ?? "" });
    this.#screen.focus("find-field");
  }

  closeFind(): void {
    this.see({ find: undefined });
    this.#screen.focus("find-button");
  }

  /** Pins a model, or takes its pin away. */
  pin(modelId: string): void {
    this.#announcer.say(this.#model.togglePin(modelId));
  }

  /** `false` when none is pinned. */
  unpinAll(): boolean {
    if (this.#model.choices.pinned.length === 0) return false;
    this.see({ pinned: [] });
    this.#announcer.say("No model is pinned.");
    return true;
  }

  leaveOut(modelId: string): void {
    const name = this.#model.leaveOut(modelId);
    if (name !== undefined) this.#announcer.flash(`${name} is left out`);
  }

  /** Takes the pins away; the focus goes to the one set last. */
  endComparison(): void {
    const last = this.#model.choices.pinned.at(-1);
    this.see({ pinned: [] });
    if (last !== undefined) this.goTo(last);
  }

  openAhead(): void {
    this.chooseAhead({});
    this.#screen.focus("ahead");
  }

  chooseAhead(change: Partial<AheadChoices>): void {
    this.see({ ahead: { ...(this.#model.choices.ahead ?? firstAheadChoices), ...change } });
  }

  /** Draws the line to a day; `undefined`: as far as without a question. */
  drawTo(aheadEpochDay: number | undefined): void {
    this.#model.ask({ aheadEpochDay });
  }

  /** The focus goes to the menu that leads back here. */
  endAhead(): void {
    this.see({ ahead: undefined });
    if (this.#model.question.aheadEpochDay !== undefined) this.drawTo(undefined);
    this.#screen.focus("more-button");
  }

  /** What a person has just brought about, for screen readers. */
  say(text: string): void {
    this.#announcer.say(text);
  }

  /** What comes of typing. */
  sayOnceQuiet(text: string): void {
    this.#announcer.sayOnceQuiet(text);
  }
}
