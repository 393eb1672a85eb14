import { element } from "../widgets/dom.ts";

/** A line along the header while an answer takes longer than a person waits without a sign. */
export class BusySign {
  readonly element = element("div", {
    className: "busy",
    attributes: { role: "progressbar", "aria-label": "Computing" },
  });

  constructor() {
    this.element.hidden = true;
  }

  show(isBusy: boolean): void {
    this.element.hidden = !isBusy;
  }
}
