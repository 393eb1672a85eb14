import type { PanelView } from "../../../server/src/panel/panelQuestion.ts";
import type { PanelData } from "../../../server/src/protocol.ts";
import { element } from "../dom.ts";
import { icon } from "../icons.ts";
import { BusySign } from "./busySign.ts";
import { Tabs } from "./tabs.ts";
import { Toolbar, type ToolbarActions, type ToolbarState } from "./toolbar.ts";

export interface HeaderActions extends ToolbarActions {
  readonly show: (view: PanelView) => void;
  readonly chooseFolder: (folderUri: string) => void;
}

/** The row at the top: the views, the collections when there are several, and the icons. */
export class Header {
  readonly element: HTMLElement;
  readonly busy = new BusySign();
  readonly toolbar: Toolbar;
  readonly #tabs: Tabs;
  readonly #picker = element("div", { className: "collection" });
  readonly #chooseFolder: (folderUri: string) => void;
  #shown = "";

  constructor(actions: HeaderActions) {
    this.#chooseFolder = actions.chooseFolder;
    this.#tabs = new Tabs(actions.show);
    this.toolbar = new Toolbar(actions);
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
    this.element.hidden = data === undefined;
    this.#tabs.update(view);
    this.toolbar.update(state);
    const shown = JSON.stringify([data?.question.folderUri, data?.folders]);
    // An open picker would close if it were made anew on every keystroke.
    if (shown === this.#shown) return;
    this.#shown = shown;
    const isNeeded = data !== undefined && data.folders.length > 1;
    this.#picker.hidden = !isNeeded;
    this.#picker.replaceChildren(...(isNeeded ? [this.#folderPicker(data)] : []));
  }

  fit(): void {
    this.#tabs.fit();
  }

  #folderPicker({ folders, question: { folderUri } }: PanelData): HTMLElement {
    const picker = element("select", { title: "Collection", attributes: { "aria-label": "Collection" } });
    for (const { uri, name } of folders)
      picker.append(new Option(name, uri, uri === folderUri, uri === folderUri));
    picker.addEventListener("change", () => this.#chooseFolder(picker.value));
    return element("div", { className: "picker" }, picker, icon("chevron"));
  }
}
