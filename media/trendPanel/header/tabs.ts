import { kindWithId } from "../../../server/src/figures/index.ts";
import { type PanelView, panelViews } from "../../../server/src/panel/panelQuestion.ts";
import type { PageActions } from "../shell/pageActions.ts";
import type { PageModel } from "../shell/pageModel.ts";
import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { leftAndRight, rovingFocus, setTabStop } from "../widgets/listKeys.ts";
import { type MenuGroup, openMenu } from "../widgets/menu.ts";

/** The element that the tabs are for. */
export const tabPanelId = "content";

/** Below this width, in pixels, the views are one menu. */
const narrowWidth = 560;

/** The views as tabs, one stop for the Tab key; where they have no room, as one menu. */
export class Tabs {
  readonly element: HTMLElement;
  readonly #model: PageModel;
  readonly #actions: PageActions;
  readonly #tabs: ReadonlyMap<PanelView, HTMLButtonElement>;
  readonly #list: HTMLElement;
  readonly #menuLabel = element("span");
  readonly #menuButton: HTMLButtonElement;

  constructor(model: PageModel, actions: PageActions) {
    this.#model = model;
    this.#actions = actions;
    this.#tabs = new Map(panelViews.map((view) => [view, this.#tab(view)]));
    const tabs = [...this.#tabs.values()];
    this.#list = element(
      "div",
      { className: "tab-list", attributes: { role: "tablist", "aria-label": "View" } },
      ...tabs,
    );
    // Arrows only move the focus: an answer may take its time, so nothing is asked in passing.
    rovingFocus(this.#list, leftAndRight, () => tabs);
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
  }

  /** To the view asked for; its content may still be on its way. */
  update(): void {
    const { view: selected } = this.#model.question;
    this.#menuLabel.textContent = viewTitle(selected);
    for (const [view, tab] of this.#tabs) tab.ariaSelected = String(view === selected);
    setTabStop([...this.#tabs.values()], this.#tabs.get(selected));
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
      text: viewTitle(view),
      attributes: { id: tabId(view), role: "tab", "aria-controls": tabPanelId },
      onClick: () => this.#actions.show(view),
    });
  }

  #group(): MenuGroup {
    return {
      select: "one",
      items: panelViews.map((view) => ({
        label: viewTitle(view),
        isChosen: view === this.#model.question.view,
        choose: () => this.#actions.show(view),
      })),
    };
  }
}

/** What a tab is called. */
function viewTitle(view: PanelView): string {
  if (view === "methods") return "Methods";
  return view === "about" ? "About" : kindWithId(view).title;
}

/** The tab's element, which names what it shows. */
export function tabId(view: PanelView): string {
  return `tab-${view}`;
}
