import { element } from "../dom.ts";

/** A field with what it is called where the words around it do not reach. */
type NamedField = readonly [field: HTMLInputElement | HTMLSelectElement, name: string];

/** A question as a sentence with fields in it, and under it its answer. */
export class AheadQuestion {
  readonly element: HTMLElement;
  readonly #answer = element("p", { className: "ahead-answer" });

  /** @param parts words and fields in reading order */
  constructor(...parts: readonly (string | NamedField)[]) {
    const question = element(
      "p",
      { className: "ahead-question" },
      ...parts.map((part) => {
        if (typeof part === "string") return element("span", { text: part });
        const [field, name] = part;
        field.classList.add("ahead-field");
        field.ariaLabel = name;
        field.title = name;
        return field;
      }),
    );
    this.element = element("div", { className: "ahead-row" }, question, this.#answer);
  }

  /** @param text empty while there is none */
  answer(text: string): void {
    if (this.#answer.textContent !== text) this.#answer.textContent = text;
    this.#answer.hidden = text === "";
  }
}

/** A native field for a number. */
export function numberField(limits: Readonly<Record<string, string>>): HTMLInputElement {
  return element("input", { className: "number-field", attributes: { type: "number", ...limits } });
}
