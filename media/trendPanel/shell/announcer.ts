import { element } from "../widgets/dom.ts";

/** While a person types, the verdict may change with every key; only what stays is read out. */
const quietMilliseconds = 1000;

/** Long enough to be read, in milliseconds. */
const flashMilliseconds = 4000;

/** Tells what has changed: screen readers, politely and not before it has settled, and the eye. */
export class Announcer {
  /** What screen readers follow. */
  readonly liveRegion = element("div", {
    className: "visually-hidden",
    attributes: { role: "status", "aria-live": "polite" },
  });
  readonly flashBox = element("div", {
    className: "flash hover-box",
    attributes: { "aria-hidden": "true" },
  });
  #headline: string | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;
  #flashTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.flashBox.hidden = true;
  }

  /** The first headline is on the page already when it is opened, so it is not read out. */
  announce(headline: string): void {
    if (headline === this.#headline) return;
    const isFirst = this.#headline === undefined;
    this.#headline = headline;
    if (!isFirst) this.sayOnceQuiet(headline);
  }

  /** What comes of typing: read out when no more is typed. */
  sayOnceQuiet(text: string): void {
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => this.say(text), quietMilliseconds);
  }

  /** What a person has just done. */
  say(text: string): void {
    this.liveRegion.textContent = text;
  }

  /** The same for the eye, too. */
  flash(text: string): void {
    this.say(text);
    clearTimeout(this.#flashTimer);
    this.flashBox.textContent = text;
    this.flashBox.hidden = false;
    this.#flashTimer = setTimeout(() => {
      this.flashBox.hidden = true;
    }, flashMilliseconds);
  }
}
