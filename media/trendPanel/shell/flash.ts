import { element } from "../widgets/dom.ts";

/** Long enough to be read, in milliseconds. */
const shownMilliseconds = 4000;

/** A word for the eye about what was just done; the live region says the same. */
export class Flash {
  readonly element = element("div", { className: "flash hover-box", attributes: { "aria-hidden": "true" } });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.hidden = true;
  }

  show(text: string): void {
    clearTimeout(this.#timer);
    this.element.textContent = text;
    this.element.hidden = false;
    this.#timer = setTimeout(() => {
      this.element.hidden = true;
    }, shownMilliseconds);
  }
}
