import type { ControlGroup, ControlOption, PanelControl } from "../../../server/src/panel/panelControls.ts";
import { button, element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";
import { type MenuEntries, type MenuGroup, openMenu } from "../widgets/menu.ts";

/**
 * A choice that moves the numbers, as a button with a menu of everything it can be.
 * @param onOpen nobody works out what each entry leads to while the menu is closed
 */
export function controlButton(entries: MenuEntries, onOpen: () => void): HTMLButtonElement {
  const made = button({
    className: "assumption",
    attributes: { "aria-haspopup": "menu", "aria-expanded": "false" },
    onClick: () => {
      openMenu(made, entries);
      if (made.ariaExpanded === "true") onOpen();
    },
  });
  return made;
}

/** Shows name and value. The button stays: one in use keeps the focus and its open menu. */
export function showControl(made: HTMLElement, { label, value, shortValue, isModified }: PanelControl): void {
  made.replaceChildren(
    element("span", { className: "assumption-label", text: label }),
    " ",
    element("span", { className: "assumption-value wide-only", text: value }),
    element("span", { className: "assumption-value narrow-only", text: shortValue }),
    icon("chevron"),
  );
  made.classList.toggle("is-modified", isModified);
  made.title = isModified ? "Differs from the paper’s method" : "";
}

/** Everything that a choice can be changed to. */
export function controlMenu(
  groups: readonly ControlGroup[],
  take: (option: ControlOption) => void,
): MenuGroup[] {
  return groups
    .filter(({ options }) => options.length > 0)
    .map(({ title, select, options }) => ({
      title,
      select,
      items: options.map((option) => ({
        label: option.label,
        detail: option.detail,
        isChosen: option.isChosen,
        choose: () => take(option),
      })),
    }));
}
