import { layersOf } from "../../../server/src/figures/index.ts";
import type { Layer } from "../../../server/src/figures/layers.ts";
import { updated } from "../../../server/src/panel/panelAnswers.ts";
import type { ControlGroup, PanelControl } from "../../../server/src/panel/panelControls.ts";
import type { PanelChoices, PanelView } from "../../../server/src/panel/panelQuestion.ts";
import type { PanelData, PanelQuestion, PanelUpdate } from "../../../server/src/protocol.ts";
import { withoutAlso } from "../figure/leaveOut.ts";
import { withPinToggled } from "../figure/pins.ts";
import { Conversation, type QuestionChange } from "./conversation.ts";
import { type KeptState, noChoices, type PageChoices, storedState } from "./pageState.ts";
import { shownFigureOf } from "./shownContent.ts";
import type { VsCodeApi } from "./vscodeApi.ts";

/** What the page shows: what the host sent last, what was asked, and what a person chose in the page itself. */
export class PageModel {
  readonly #host: VsCodeApi;
  readonly #onChange: () => void;
  readonly #conversation: Conversation;
  #data: PanelData | undefined;
  /** What the host calls the answer that is shown, so that the next one need not repeat it. */
  #answerId: string | undefined;
  /** What each entry of a control's menu leads to, of the answer that is shown. */
  #menus = new Map<PanelControl["setting"], readonly ControlGroup[]>();
  #choices: PageChoices = noChoices;
  #waitingFor: string | undefined;
  #isStored = true;

  /** @param onChange something is to be drawn anew */
  constructor(host: VsCodeApi, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    this.#conversation = new Conversation((message) => host.postMessage(message));
  }

  /** `undefined` before the host's first answer. */
  get data(): PanelData | undefined {
    return this.#data;
  }

  get choices(): PageChoices {
    return this.#choices;
  }

  /** What was asked last. */
  get question(): PanelQuestion {
    return this.#conversation.question;
  }

  get isAwaiting(): boolean {
    return this.#conversation.isAwaiting;
  }

  /** Why there is no answer. */
  get waitingFor(): string | undefined {
    return this.#waitingFor;
  }

  /** What the figure shows, where it has layers. */
  get layers(): readonly Layer[] {
    const figure = shownFigureOf(this.#data);
    return figure === undefined ? [] : layersOf(figure, this.#choices.layers);
  }

  /** Ids of the pinned models that are there, in the order in which they were pinned. */
  get pinned(): readonly string[] {
    return this.#choices.pinned.filter((id) => this.#data?.rows.some((row) => row.id === id));
  }

  /** Shows what was kept over a reload, until the host answers. */
  restore({ data, question, choices }: KeptState): void {
    this.#data = data;
    if (question !== undefined) this.#conversation.restore(question);
    this.#choices = choices;
    this.#onChange();
  }

  /** @param answerId absent where later answers do not build on this one */
  receive(update: PanelUpdate, answerId?: string): void {
    const has =
      this.#data && this.#answerId !== undefined ? { id: this.#answerId, data: this.#data } : undefined;
    const data = updated(has, update);
    // It changes an answer that came to a page before this one, whose host will hear of this one.
    if (data === undefined) return;
    this.#answerId = answerId;
    this.#data = data;
    this.#menus.clear();
    this.#conversation.onAnswer(data);
    this.#waitingFor = undefined;
    this.#changed();
  }

  addMenu(setting: PanelControl["setting"], groups: readonly ControlGroup[]): void {
    this.#menus.set(setting, groups);
  }

  /** `undefined` until the host has worked out what the entries lead to. */
  menuOf(setting: PanelControl["setting"]): readonly ControlGroup[] | undefined {
    return this.#menus.get(setting);
  }

  waitFor(reason: string): void {
    this.#waitingFor = reason;
    this.#onChange();
  }

  /** Asks the host; what is shown stays until the answer comes. */
  ask(change: QuestionChange): void {
    this.#conversation.ask(change);
    this.#changed();
  }

  show(view: PanelView): void {
    if (view === this.question.view) return;
    this.#conversation.show(view);
    this.#changed();
  }

  chooseFolder(folderUri: string): void {
    this.#conversation.chooseFolder(folderUri);
  }

  choose(change: Partial<PageChoices>): void {
    this.#choices = { ...this.#choices, ...change };
    this.#changed();
  }

  toggleFamily(familyName: string): void {
    const hiddenFamilies = new Set(this.#choices.hiddenFamilies);
    if (!hiddenFamilies.delete(familyName)) hiddenFamilies.add(familyName);
    this.choose({ hiddenFamilies });
  }

  /** @returns what has been done, in words */
  togglePin(modelId: string): string {
    const rows = this.#data?.rows ?? [];
    const pinned = withPinToggled(this.#choices.pinned, modelId, new Set(rows.map(({ id }) => id)));
    this.choose({ pinned });
    return `${this.#nameOf(modelId) ?? modelId} is ${pinned.includes(modelId) ? "pinned" : "no longer pinned"}.`;
  }

  /** Fits the trend to the dates that are seen; all of what is left is seen then. */
  fitTo(dates: PanelChoices): void {
    this.choose({ window: undefined });
    this.ask({ choices: { ...this.question.choices, ...dates } });
  }

  /**
   * Leaves a model out of the fit; the list of what was left out takes it back.
   * @returns its name; `undefined` when it is not there
   */
  leaveOut(modelId: string): string | undefined {
    const name = this.#nameOf(modelId);
    if (this.#data !== undefined && name !== undefined)
      this.ask({ choices: withoutAlso(name, this.question.choices, this.#data) });
    return name;
  }

  /** Hands what has changed to VS Code, which keeps it over a reload. */
  store(): void {
    if (this.#data !== undefined && !this.#isStored)
      this.#host.setState(storedState(this.#data, this.question, this.#choices));
    this.#isStored = true;
  }

  #nameOf(modelId: string): string | undefined {
    return this.#data?.rows.find(({ id }) => id === modelId)?.name;
  }

  #changed(): void {
    this.#isStored = false;
    this.#onChange();
  }
}
