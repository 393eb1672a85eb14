import type { CardPlace, PanelExclusion } from "../../server/src/panel/panelData.ts";
import type { EmptyWording } from "../../server/src/trend/wording/empty.ts";
import { cardList, placeOf } from "./cardList.ts";
import { button, element } from "./dom.ts";

export interface StateActions {
  readonly open: (place: CardPlace) => void;
  readonly newCard: () => void;
  readonly openSettings: () => void;
  readonly askAgain: () => void;
}

/** A collection without a single model to draw: what a card needs, and what each card lacks. */
export function emptyState(
  wording: EmptyWording,
  leftOut: readonly PanelExclusion[],
  actions: StateActions,
): HTMLElement {
  const places = new Map(leftOut.map((card) => [card.id, placeOf(card)]));
  const cards = wording.cards.flatMap(({ id, name, reason }) => {
    const place = places.get(id);
    return place === undefined ? [] : [{ id, name, reason, place }];
  });
  const settings = button({
    className: "button secondary",
    text: "Open Settings",
    onClick: actions.openSettings,
  });
  return state(
    element("h1", { text: wording.title }),
    element("p", { text: wording.explanation }),
    ...(cards.length === 0 ? [] : [cardList(cards, actions.open)]),
    element(
      "div",
      { className: "actions" },
      button({ className: "button", text: "New Model Card", onClick: actions.newCard }),
      ...(cards.length === 0 ? [] : [settings]),
    ),
  );
}

/** Nothing is known yet. */
export function readingState(): HTMLElement {
  return state(element("h1", { text: "Reading cards…" }));
}

/** The server cannot answer, and nothing was shown before. */
export function waitingState(reason: string, actions: StateActions): HTMLElement {
  return state(
    element("h1", { text: "No figure yet" }),
    element("p", { text: reason }),
    element(
      "div",
      { className: "actions" },
      button({ className: "button secondary", text: "Try Again", onClick: actions.askAgain }),
    ),
  );
}

function state(...children: readonly HTMLElement[]): HTMLElement {
  return element("div", { className: "state" }, element("div", { className: "state-content" }, ...children));
}
