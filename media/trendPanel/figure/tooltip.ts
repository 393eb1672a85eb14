import type { PanelRow } from "../../../server/src/panel/panelData.ts";
import type { Position } from "../../../server/src/scene/geometry.ts";
import type { ModelDetails } from "../../../server/src/wording/modelDetails.ts";
import { element } from "../widgets/dom.ts";
import { leaveOutHint } from "./leaveOut.ts";
import { tooltipContent } from "./tooltipContent.ts";
import { largestTooltip, type Size, tooltipPlace } from "./tooltipPlace.ts";

/** A pointer passing over many marks asks for none of them. */
const dwellMilliseconds = 50;

export const tooltipId = "model-tooltip";

/** What a tooltip is about and where that stands on the page. */
export interface TooltipSubject {
  readonly row: PanelRow;
  readonly mark: Position;
  /** "Enter opens the card.": how this person got here. */
  readonly hint: string;
}

/** What the hover in the editor says, beside a mark. */
export class Tooltip {
  readonly element = element("div", {
    className: "tooltip hover-box",
    attributes: { id: tooltipId, role: "tooltip" },
  });
  readonly #ask: (modelId: string) => void;
  /** Answers of the host; `null` for a model that it does not know. */
  readonly #details = new Map<string, ModelDetails | null>();
  readonly #asked = new Set<string>();
  #subject: TooltipSubject | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: (modelId: string) => void) {
    this.#ask = ask;
    this.element.hidden = true;
  }

  /** The model that it is about; `undefined` while it is hidden. */
  get row(): PanelRow | undefined {
    return this.#subject?.row;
  }

  show(subject: TooltipSubject): void {
    this.#subject = subject;
    this.#draw(subject);
    this.#askSoon(subject.row.id);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#subject = undefined;
    this.element.hidden = true;
  }

  addDetails(modelId: string, details: ModelDetails | null): void {
    this.#details.set(modelId, details);
    if (this.#subject?.row.id === modelId) this.#draw(this.#subject);
  }

  /** Numbers have changed: what was known of the models no longer holds. */
  forgetDetails(): void {
    this.#details.clear();
    this.#asked.clear();
  }

  #askSoon(modelId: string): void {
    clearTimeout(this.#timer);
    if (this.#asked.has(modelId)) return;
    this.#timer = setTimeout(() => {
      this.#asked.add(modelId);
      this.#ask(modelId);
    }, dwellMilliseconds);
  }

  #draw({ row, mark, hint }: TooltipSubject): void {
    const { title, rows, notes } = tooltipContent(row, this.#details.get(row.id));
    this.element.replaceChildren(
      element("p", { className: "tooltip-title", text: title }),
      element(
        "dl",
        {},
        ...rows.flatMap(({ label, value }) => [
          element("dt", { text: label }),
          element("dd", { text: value }),
        ]),
      ),
      element("p", { className: "tooltip-notes", text: [...notes, hint, leaveOutHint].join(" ") }),
    );
    this.element.hidden = false;
    this.#place(mark);
  }

  #place(mark: Position): void {
    const page = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { style } = this.element;
    style.maxHeight = "";
    if (tooltipPlace(mark, this.#size(), page) === undefined) {
      // A page too small for the whole tooltip shows its beginning.
      style.maxHeight = `${largestTooltip(mark, page).height}px`;
    }
    const { x, y } = tooltipPlace(mark, this.#size(), page) ?? { x: 0, y: 0 };
    const origin = this.element.offsetParent?.getBoundingClientRect() ?? { left: 0, top: 0 };
    style.left = `${Math.round(x - origin.left)}px`;
    style.top = `${Math.round(y - origin.top)}px`;
  }

  #size(): Size {
    return { width: this.element.offsetWidth, height: this.element.offsetHeight };
  }
}
