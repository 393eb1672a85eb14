import type { IndicatorNotes } from "../../../server/src/protocol.ts";
import { element } from "../widgets/dom.ts";
import { updateChildren } from "../widgets/keyed.ts";

/** What to know about the indicator: a list of terms, each with its words. */
export class AboutView {
  readonly element = element("div", { className: "table-area about", attributes: { tabindex: "0" } });
  readonly #list = element("dl", { attributes: { "aria-label": "What to know about this indicator" } });

  constructor() {
    this.element.append(this.#list);
  }

  update({ points }: IndicatorNotes): void {
    updateChildren(
      this.#list,
      points,
      ({ title }) => title,
      ({ title, text }) => element("div", {}, element("dt", { text: title }), element("dd", { text })),
    );
  }
}
