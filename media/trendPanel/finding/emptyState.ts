import type { CardPlace, PanelData, PanelExclusion } from "../../../server/src/panel/panelData.ts";
import type { EmptyWording } from "../../../server/src/wording/empty.ts";
import type { PageActions } from "../shell/pageActions.ts";
import { cardItem } from "../table/cardList.ts";
import { button, element } from "../widgets/dom.ts";

/** What stands in the figure's place. */
export type FigureState =
  /** Nothing is known yet. */
  | { readonly kind: "reading" }
  /** The server cannot answer, and nothing was shown before. */
  | { readonly kind: "waiting"; readonly reason: string }
  /** A collection without a single model to draw. */
  | { readonly kind: "empty"; readonly wording: EmptyWording; readonly data: EmptyCollection };

/** What is known of a collection that has nothing to draw. */
type EmptyCollection = Pick<PanelData, "question" | "leftOut" | "priceCount">;

/** Says why there is no figure, and what can be done about it. */
export function stateElement(state: FigureState, actions: PageActions): HTMLElement {
  return element(
    "div",
    { className: "state" },
    element("div", { className: "state-content" }, ...contentOf(state, actions)),
  );
}

function contentOf(state: FigureState, actions: PageActions): HTMLElement[] {
  switch (state.kind) {
    case "reading":
      return [element("h1", { text: "Reading cards…" })];
    case "waiting":
      return [
        element("h1", { text: "No figure yet" }),
        element("p", { text: state.reason }),
        actionRow(secondary("Try Again", () => actions.post({ type: "ready" }))),
      ];
    case "empty":
      return emptyContent(state.wording, state.data, actions);
  }
}

/** What a card needs, what each card lacks, and where to go on. */
function emptyContent(
  wording: EmptyWording,
  { question: { view }, leftOut, priceCount }: EmptyCollection,
  actions: PageActions,
): HTMLElement[] {
  const [first] = leftOut;
  if (view === "prices" && first !== undefined)
    return noPrices(wording, [first, ...leftOut.slice(1)], actions);
  const places = new Map(leftOut.map((card) => [card.id, card]));
  const listed = wording.cards.flatMap((card) => {
    const place = places.get(card.id);
    return place === undefined ? [] : [{ ...place, ...card }];
  });
  const newCard = button({
    className: priceCount === 0 ? "button" : "button secondary",
    text: "New Model Card",
    onClick: () => actions.post({ type: "newCard" }),
  });
  const buttons = [...(priceCount === 0 ? [] : [showPrices(priceCount, actions)]), newCard];
  return [
    element("h1", { text: wording.title }),
    element("p", { text: wording.explanation }),
    ...(listed.length === 0
      ? [actionRow(...buttons)]
      : [
          cardItems(listed, actions),
          actionRow(
            ...buttons,
            secondary("Open Settings", () => actions.post({ type: "openSettings" })),
          ),
        ]),
  ];
}

/** The tab that has something. */
function showPrices(count: number, actions: PageActions): HTMLElement {
  const text = count === 1 ? "Show the Price" : `Show the ${count} Prices`;
  return button({ className: "button", text, onClick: () => actions.show("prices") });
}

/** A price is a line of a card that is there. */
function noPrices(
  { title, explanation }: EmptyWording,
  leftOut: readonly [PanelExclusion, ...PanelExclusion[]],
  actions: PageActions,
): HTMLElement[] {
  const add = button({
    className: "button",
    text: "Add a price to a card",
    onClick: () => actions.open(leftOut[0]),
  });
  return [
    element("h1", { text: title }),
    element("p", { text: explanation }),
    cardItems(leftOut, actions),
    actionRow(add),
  ];
}

function cardItems(cards: readonly PanelExclusion[], actions: PageActions): HTMLElement {
  const open = (place: CardPlace) => actions.open(place);
  return element("ul", { className: "cards" }, ...cards.map((card) => cardItem(card, open)));
}

function actionRow(...buttons: readonly HTMLElement[]): HTMLElement {
  return element("div", { className: "actions" }, ...buttons);
}

function secondary(text: string, onClick: () => void): HTMLElement {
  return button({ className: "button secondary", text, onClick });
}
