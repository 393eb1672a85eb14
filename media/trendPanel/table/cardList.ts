import type { CardPlace } from "../../../server/src/panel/panelData.ts";
import { button, element } from "../widgets/dom.ts";

/** A card that is not drawn, and why. */
export interface ListedCard {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly place: CardPlace;
  /** What can be done about it, at the end of its line. */
  readonly action?: HTMLElement | undefined;
}

/** Cards with their reasons; a name opens its card. */
export function cardList(cards: readonly ListedCard[], open: (place: CardPlace) => void): HTMLElement {
  return element(
    "ul",
    { className: "cards" },
    ...cards.map(({ id, name, reason, place, action }) =>
      element(
        "li",
        { className: "card" },
        button({
          className: "link card-name",
          text: name,
          title: `Open ${place.path}`,
          attributes: { "data-model": id },
          onClick: () => open(place),
        }),
        element("span", { className: "card-reason", text: reason }),
        ...(action === undefined ? [] : [action]),
      ),
    ),
  );
}

/** The path and line that a host opens, and nothing else of a row. */
export function placeOf({ path, line }: CardPlace): CardPlace {
  return { path, line };
}
