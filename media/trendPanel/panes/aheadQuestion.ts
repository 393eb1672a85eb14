import { element } from "../widgets/dom.ts";
import { icon } from "../widgets/icons.ts";

/** A field with what it is called where the words around it do not reach. */
interface NamedField {
  readonly field: HTMLInputElement | HTMLSelectElement;
  readonly name: string;
}

/** Words and fields that stay on one line, in reading order: "with", the field, "B parameters". */
type Phrase = readonly (string | NamedField)[];

/** A question as a sentence with fields in it, and its answer. */
export class AheadQuestion {
  readonly element: HTMLElement;
  readonly #answer = element("p", { className: "ahead-answer" });

  /** @param phrases between which a line may break */
  constructor(...phrases: readonly Phrase[]) {
    const question = element("div", { className: "ahead-question" }, ...phrases.map(phraseElement));
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

function phraseElement(phrase: Phrase): HTMLElement {
  const parts = phrase.map((part) =>
    typeof part === "string" ? element("span", { text: part }) : field(part),
  );
  return element("div", { className: "ahead-phrase" }, ...parts);
}

function field({ field, name }: NamedField): HTMLElement {
  field.ariaLabel = name;
  field.title = name;
  if (field instanceof HTMLSelectElement)
    return element("div", { className: "picker" }, field, icon("chevron"));
  field.classList.add("ahead-field");
  return field;
}
