import type { PanelData } from "../../../server/src/protocol.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { updateChildren } from "../widgets/keyed.ts";
import type { MenuGroup } from "../widgets/menu.ts";
import { Tabs } from "./tabs.ts";
import { Toolbar } from "./toolbar.ts";

/** A narrower box, in pixels, would show no name: the collections move into the menu More. */
const narrowestPicker = 72;

/** The row at the top: the views, the collections when there are several, and the icons. */
export class Header {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: PageActions;
  readonly #tabs: Tabs;
  readonly #picker = element("div", { className: "collection" });
  readonly #toolbar: Toolbar;
  /** A line along the header while an answer takes longer than a person waits without a sign. */
  readonly #busy = element("div", {
    className: "busy",
    attributes: { role: "progressbar", "aria-label": "Computing" },
  });

  constructor(model: PageModel, actions: PageActions) {
    this.#model = model;
    this.#actions = actions;
    this.#tabs = new Tabs(model, actions);
    this.#toolbar = new Toolbar(model, actions, () => this.#collections());
    this.#busy.hidden = true;
    this.element = element(
      "header",
      { className: "header" },
      this.#tabs.element,
      this.#picker,
      this.#toolbar.element,
      this.#busy,
    );
  }

  update(): void {
    const { data } = this.#model;
    this.element.hidden = data === undefined;
    this.#tabs.update();
    this.#toolbar.update();
    const folders = foldersOf(data);
    // An open picker would close if it were made anew on every keystroke.
    updateChildren(
      this.#picker,
      folders,
      () => "picker",
      (each) => this.#folderPicker(each),
    );
  }

  /** Tabs become a menu first; then the box of collections shrinks, and at last it moves into the menu More. */
  fit(): void {
    this.#picker.hidden = this.#picker.childElementCount === 0;
    this.#tabs.fit();
    if (!this.#picker.hidden) this.#picker.hidden = this.#picker.clientWidth < narrowestPicker;
  }

  /** The collections as a group of the menu More, where the box has no room. */
  #collections(): MenuGroup[] {
    const { folders = [], question } = this.#model.data ?? {};
    if (folders.length < 2 || !this.#picker.hidden) return [];
    const items = folders.map(({ uri, name }) => ({
      label: name,
      isChosen: uri === question?.folderUri,
      choose: () => this.#actions.chooseFolder(uri),
    }));
    return [{ title: "Collection", select: "one", items }];
  }

  setBusy(isBusy: boolean): void {
    this.#busy.hidden = !isBusy;
  }

  focus(place: "find-button" | "more-button"): void {
    this.#toolbar.focus(place);
  }

  #folderPicker({ folders, folderUri }: FolderChoice): HTMLElement {
    const picker = element("select", { title: "Collection", attributes: { "aria-label": "Collection" } });
    for (const { uri, name } of folders)
      picker.append(new Option(name, uri, uri === folderUri, uri === folderUri));
    picker.addEventListener("change", () => this.#actions.chooseFolder(picker.value));
    return element("div", { className: "picker" }, picker, icon("chevron"));
  }
}

/** The collections, and the one on the page. */
interface FolderChoice {
  readonly folders: PanelData["folders"];
  readonly folderUri: string;
}

/** One choice, or none while there is nothing to choose. */
function foldersOf(data: PanelData | undefined): FolderChoice[] {
  if (data === undefined || data.folders.length < 2) return [];
  return [{ folders: data.folders, folderUri: data.question.folderUri }];
}
