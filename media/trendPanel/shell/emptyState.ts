import type { CardPlace, PanelData, PanelExclusion } from "../../../server/src/panel/panelData.ts";
import type { PanelView } from "../../../server/src/panel/panelQuestion.ts";
import type { EmptyWording } from "../../../server/src/wording/empty.ts";
import { cardList, placeOf } from "../table/cardList.ts";
import { button, element } from "../widgets/dom.ts";

export interface StateActions {
  readonly open: (place: CardPlace) => void;
  readonly newCard: () => void;
  readonly openSettings: () => void;
  readonly askAgain: () => void;
  readonly show: (view: PanelView) => void;
}

/** A collection without a single model to draw: what a card needs, what each card lacks, and where to go on. */
export function emptyState(
  wording: EmptyWording,
  { question: { view }, leftOut, priceCount }: PanelData,
  actions: StateActions,
): HTMLElement {
  if (view === "prices" && leftOut.length > 0) return noPrices(wording, leftOut, actions);
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
      ...(priceCount === 0 ? [] : [showPrices(priceCount, actions)]),
      button({
        className: priceCount === 0 ? "button" : "button secondary",
        text: "New Model Card",
        onClick: actions.newCard,
      }),
      ...(cards.length === 0 ? [] : [settings]),
    ),
  );
}

/** The tab that has something. */
function showPrices(count: number, { show }: StateActions): HTMLElement {
  const text = count === 1 ? "Show the Price" : `Show the ${count} Prices`;
  return button({ className: "button", text, onClick: () => show("prices") });
}

/** A price is a line of a card that is there. */
function noPrices(
  { title, explanation }: EmptyWording,
  leftOut: readonly PanelExclusion[],
  { open }: StateActions,
): HTMLElement {
  const [first] = leftOut;
  const add = button({
    className: "button",
    text: "Add a price to a card",
    onClick: () => first !== undefined && open(placeOf(first)),
  });
  return state(
    element("h1", { text: title }),
    element("p", { text: explanation }),
    cardList(
      leftOut.map((card) => ({ ...card, place: placeOf(card) })),
      open,
    ),
    element("div", { className: "actions" }, add),
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
