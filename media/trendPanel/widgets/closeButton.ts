import { button } from "./dom.ts";
import { icon } from "./icons.ts";

/**
 * The cross that closes a part of the page.
 * @param label what it closes, for screen readers: "Close the search"
 */
export function closeButton(label: string, close: () => void): HTMLButtonElement {
  return button(
    { className: "icon-button", title: "Close", attributes: { "aria-label": label }, onClick: close },
    icon("close"),
  );
}
