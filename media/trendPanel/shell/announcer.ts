import { element } from "../widgets/dom.ts";

/** While a person types, the verdict may change with every key; only what stays is read out. */
const quietMilliseconds = 1000;

/** Tells screen readers what has changed, politely and not before it has settled. */
export class Announcer {
  readonly element = element("div", {
    className: "visually-hidden",
    attributes: { role: "status", "aria-live": "polite" },
  });
  #latest: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The first text is on the page already when it is opened, so it is not read out. */
  announce(text: string): void {
    if (text === this.#latest) return;
    const isFirst = this.#latest === undefined;
    this.#latest = text;
    if (!isFirst) this.announceOnceQuiet(text);
  }

  /** What comes of typing: read out when no more is typed. */
  announceOnceQuiet(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.say(text), quietMilliseconds);
  }

  /** What a person has just done. */
  say(text: string): void {
    this.element.textContent = text;
  }
}
