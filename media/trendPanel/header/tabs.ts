import { type PanelView, panelViews } from "../../../server/src/panel/panelQuestion.ts";
import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { focusedPlace, leftAndRight, stepInList } from "../widgets/listKeys.ts";
import { type MenuGroup, openMenu } from "../widgets/menu.ts";
import { viewNames } from "./viewNames.ts";

/** The element that the tabs are for. */
export const tabPanelId = "content";

/** Below this width, in pixels, the views are one menu. */
const narrowWidth = 560;

/** The views as tabs, one stop for the Tab key; where they have no room, as one menu. */
export class Tabs {
  readonly element: HTMLElement;
  readonly #show: (view: PanelView) => void;
  readonly #tabs: ReadonlyMap<PanelView, HTMLButtonElement>;
  readonly #list: HTMLElement;
  readonly #menuLabel = element("span");
  readonly #menuButton: HTMLButtonElement;
  #shown: PanelView = "time";

  constructor(show: (view: PanelView) => void) {
    this.#show = show;
    this.#tabs = new Map(panelViews.map((view) => [view, this.#tab(view)]));
    this.#list = element(
      "div",
      { className: "tab-list", attributes: { role: "tablist", "aria-label": "View" } },
      ...this.#tabs.values(),
    );
    this.#list.addEventListener("keydown", (event) => this.#press(event));
    this.#menuButton = button(
      {
        className: "tab-menu",
        attributes: { "aria-haspopup": "menu", "aria-expanded": "false" },
        onClick: () => openMenu(this.#menuButton, () => [this.#group()]),
      },
      this.#menuLabel,
      icon("chevron"),
    );
    this.element = element("div", { className: "tabs" }, this.#list, this.#menuButton);
    this.update(this.#shown);
  }

  update(shown: PanelView): void {
    this.#shown = shown;
    this.#menuLabel.textContent = viewNames[shown];
    for (const [view, tab] of this.#tabs) {
      tab.ariaSelected = String(view === shown);
      tab.tabIndex = view === shown ? 0 : -1;
    }
  }

  /** Tabs where they have room, else the menu. */
  fit(): void {
    this.element.classList.remove("is-menu");
    const hasRoom = window.innerWidth >= narrowWidth && this.#list.scrollWidth <= this.element.clientWidth;
    this.element.classList.toggle("is-menu", !hasRoom);
  }

  #tab(view: PanelView): HTMLButtonElement {
    return button({
      className: "tab",
      text: viewNames[view],
      attributes: { id: tabId(view), role: "tab", "aria-controls": tabPanelId },
      onClick: () => this.#show(view),
    });
  }

  #group(): MenuGroup {
    return {
      select: "one",
      items: panelViews.map((view) => ({
        label: viewNames[view],
        isChosen: view === this.#shown,
        choose: () => this.#show(view),
      })),
    };
  }

  /** Arrows only move the focus: an answer may take its time, so nothing is asked in passing. */
  #press(event: KeyboardEvent): void {
    const place = focusedPlace([...this.#tabs.values()]);
    const next = stepInList(event.key, leftAndRight, place, panelViews.length);
    const view = next === undefined ? undefined : panelViews[next];
    if (view === undefined) return;
    this.#tabs.get(view)?.focus();
    event.preventDefault();
  }
}

/** The tab's element, which names what it shows. */
export function tabId(view: PanelView): string {
  return `tab-${view}`;
}
