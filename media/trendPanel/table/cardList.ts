import type { CardPlace, PanelExclusion } from "../../../server/src/panel/panelData.ts";
import { button, element } from "../widgets/dom.ts";

/** A card that is not drawn, with the reason; its name opens it. */
export function cardItem(card: PanelExclusion, open: (place: CardPlace) => void): HTMLElement {
  const { id, name, reason, path } = card;
  return element(
    "li",
    { className: "card" },
    button({
      className: "link card-name",
      text: name,
      title: `Open ${path}`,
      attributes: { "data-model": id },
      onClick: () => open(placeOf(card)),
    }),
    element("span", { className: "card-reason", text: reason }),
  );
}

/** Puts the focus on a model's name in a list or table of cards, if it is there. */
export function focusCard(list: HTMLElement, modelId: string): void {
  list.querySelector<HTMLElement>(`[data-model="${CSS.escape(modelId)}"]`)?.focus();
}

/** The path and line that a host opens, and nothing else of a row. */
export function placeOf({ path, line }: CardPlace): CardPlace {
  return { path, line };
}
