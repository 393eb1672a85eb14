import type { PanelView } from "../../../server/src/panel/panelQuestion.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import type { MenuGroup } from "../widgets/menu.ts";
import { BusySign } from "./busySign.ts";
import { Tabs } from "./tabs.ts";
import { Toolbar, type ToolbarActions, type ToolbarState } from "./toolbar.ts";

export interface HeaderActions extends ToolbarActions {
  readonly show: (view: PanelView) => void;
  readonly chooseFolder: (folderUri: string) => void;
}

/** A narrower box, in pixels, would show no name: the collections move into the menu More. */
const narrowestPicker = 72;

/** The row at the top: the views, the collections when there are several, and the icons. */
export class Header {
  readonly element: HTMLElement;
  readonly busy = new BusySign();
  readonly toolbar: Toolbar;
  readonly #tabs: Tabs;
  readonly #picker = element("div", { className: "collection" });
  readonly #chooseFolder: (folderUri: string) => void;
  #data: PanelData | undefined;
  #shown = "";

  constructor(actions: HeaderActions) {
    this.#chooseFolder = actions.chooseFolder;
    this.#tabs = new Tabs(actions.show);
    this.toolbar = new Toolbar({ ...actions, more: () => [...this.#collections(), ...actions.more()] });
    this.element = element(
      "header",
      { className: "header" },
      this.#tabs.element,
      this.#picker,
      this.toolbar.element,
      this.busy.element,
    );
  }

  /** @param view the one asked for; its content may still be on its way */
  update(data: PanelData | undefined, view: PanelView, state: ToolbarState): void {
    this.#data = data;
    this.element.hidden = data === undefined;
    this.#tabs.update(view);
    this.toolbar.update(state);
    const shown = JSON.stringify([data?.question.folderUri, data?.folders]);
    // An open picker would close if it were made anew on every keystroke.
    if (shown === this.#shown) return;
    this.#shown = shown;
    const hasChoice = data !== undefined && data.folders.length > 1;
    this.#picker.replaceChildren(...(hasChoice ? [this.#folderPicker(data)] : []));
  }

  /** Tabs become a menu first; then the box of collections shrinks, and at last it moves into the menu More. */
  fit(): void {
    this.#picker.hidden = this.#picker.childElementCount === 0;
    this.#tabs.fit();
    if (!this.#picker.hidden) this.#picker.hidden = this.#picker.clientWidth < narrowestPicker;
  }

  /** The collections as a group of the menu More, where the box has no room. */
  #collections(): MenuGroup[] {
    const { folders = [], question } = this.#data ?? {};
    if (folders.length < 2 || !this.#picker.hidden) return [];
    const items = folders.map(({ uri, name }) => ({
      label: name,
      isChosen: uri === question?.folderUri,
      choose: () => this.#chooseFolder(uri),
    }));
    return [{ title: "Collection", select: "one", items }];
  }

  #folderPicker({ folders, question: { folderUri } }: PanelData): HTMLElement {
    const picker = element("select", { title: "Collection", attributes: { "aria-label": "Collection" } });
    for (const { uri, name } of folders)
      picker.append(new Option(name, uri, uri === folderUri, uri === folderUri));
    picker.addEventListener("change", () => this.#chooseFolder(picker.value));
    return element("div", { className: "picker" }, picker, icon("chevron"));
  }
}
