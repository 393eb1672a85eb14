import type { FigureFamily } from "../../../server/src/figures/families.ts";
import type { LegendKey } from "../../../server/src/scene/legendKeys.ts";
import { counted, formatCount } from "../../../server/src/text/numbers.ts";
import { button, element } from "../widgets/dom.ts";
import { markIcon } from "./markIcon.ts";
import { swatch } from "./swatch.ts";

/** What marks and lines mean, and a button per family that hides its marks. */
export class Legend {
  readonly element = element("div", {
    className: "legend",
    attributes: {
      role: "group",
      "aria-label": "Legend: families can be hidden; the fit and its numbers stay",
    },
  });
  readonly #toggle: (familyName: string) => void;
  readonly #buttons = new Map<string, HTMLButtonElement>();
  #visible = "";

  constructor(toggle: (familyName: string) => void) {
    this.#toggle = toggle;
  }

  update(keys: readonly LegendKey[], families: readonly FigureFamily[], hidden: ReadonlySet<string>): void {
    const visible = JSON.stringify([keys, families]);
    // Buttons stay in place, so that one in use keeps the focus.
    if (visible !== this.#visible) this.#build(keys, families);
    this.#visible = visible;
    for (const { name, modelCount } of families) {
      const isHidden = hidden.has(name);
      const toggle = this.#buttons.get(name);
      toggle?.setAttribute("aria-pressed", String(!isHidden));
      if (toggle !== undefined)
        toggle.title = `${isHidden ? "Show" : "Hide"} ${counted(modelCount, "model")} of ${name}. The fit and its numbers stay.`;
    }
  }

  #build(keys: readonly LegendKey[], families: readonly FigureFamily[]): void {
    this.#buttons.clear();
    for (const { name, mark, modelCount } of families) {
      const toggle = button(
        { className: "family", onClick: () => this.#toggle(name) },
        markIcon(mark, false),
        element("span", { className: "family-name", text: name }),
        element("span", { className: "family-count wide-only", text: formatCount(modelCount) }),
      );
      this.#buttons.set(name, toggle);
    }
    this.element.replaceChildren(
      ...keys.map((key) =>
        element("span", { className: "legend-key" }, swatch(key), element("span", { text: key.text })),
      ),
      ...(families.length === 0 ? [] : [element("span", { className: "legend-separator" })]),
      ...this.#buttons.values(),
    );
  }
}
