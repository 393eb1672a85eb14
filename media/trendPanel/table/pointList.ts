import { PointWalk, stepByKey, type WalkedPoint } from "../figure/pointWalk.ts";
import { tooltipId } from "../figure/tooltip.ts";
import { element } from "../widgets/dom.ts";

export interface PointListActions {
  /** The model in focus changed, or the focus came or went. */
  readonly onChange: () => void;
  readonly onOpen: (modelId: string) => void;
}

/**
 * The figure for the keyboard and for screen readers: a list box of one tab stop that lies over the
 * canvas. As in the editor's own lists only the model in focus is an element, with its place among
 * all of them; so ten thousand models cost no more than one. A list box, unlike an image, makes
 * screen readers hand the arrow keys over and read the active option on every step.
 */
export class PointList {
  readonly element = element("div", { className: "points", attributes: { role: "listbox", tabindex: "0" } });
  readonly #actions: PointListActions;
  #walk = new PointWalk([]);
  #activeId: string | undefined;
  #isKeyboardUsed = false;

  constructor(actions: PointListActions) {
    this.#actions = actions;
    this.element.addEventListener("keydown", (event) => this.#press(event));
    this.element.addEventListener("focus", () => this.#enter(this.element.matches(":focus-visible")));
    this.element.addEventListener("blur", () => this.#enter(false));
  }

  /** The model that a keyboard user is at; `undefined` while the focus is elsewhere. */
  get focusedId(): string | undefined {
    return this.#isKeyboardUsed ? this.#activeId : undefined;
  }

  /**
   * @param points from left to right
   * @param label what a screen reader says of the figure and its keys
   */
  update(points: readonly WalkedPoint[], label: string): void {
    this.#walk = new PointWalk(points);
    this.element.setAttribute("aria-label", label);
    const isKept = this.#activeId !== undefined && this.#walk.placeOf(this.#activeId) !== undefined;
    this.setActive(isKept ? this.#activeId : this.#walk.start()?.id);
    this.#markEntered();
  }

  /** Where the keyboard goes on from. */
  setActive(modelId: string | undefined): void {
    this.#activeId = modelId;
    const place = modelId === undefined ? undefined : this.#walk.placeOf(modelId);
    const point = modelId === undefined ? undefined : this.#walk.pointOf(modelId);
    if (place === undefined || point === undefined) {
      this.element.removeAttribute("aria-activedescendant");
      this.element.replaceChildren();
      return;
    }
    // A new element with a new name for every model: otherwise some screen readers keep silent.
    const optionId = `point-${place}`;
    const option = element("div", {
      text: point.description,
      attributes: {
        id: optionId,
        role: "option",
        "aria-selected": "true",
        "aria-posinset": String(place + 1),
        "aria-setsize": String(this.#walk.length),
        "aria-describedby": tooltipId,
      },
    });
    this.element.replaceChildren(option);
    this.element.setAttribute("aria-activedescendant", optionId);
  }

  /** Goes to a model as if by key. */
  focusModel(modelId: string): void {
    this.setActive(modelId);
    this.element.focus();
    this.#enter(true);
  }

  /** Outside the marks the focus, if it is here, belongs to the figure as a whole. */
  #enter(isEntered: boolean): void {
    this.#isKeyboardUsed = isEntered;
    this.#markEntered();
    this.#actions.onChange();
  }

  #markEntered(): void {
    this.element.classList.toggle("is-entered", this.focusedId !== undefined);
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || this.#activeId === undefined) return;
    const step = stepByKey.get(event.key);
    // Outside the marks Escape means something else.
    if (event.key === "Escape" && this.focusedId === undefined) return;
    if (event.key === "Escape") this.#enter(false);
    else if (event.key === "Enter") this.#actions.onOpen(this.#activeId);
    else if (step === undefined) return;
    else {
      this.setActive(this.#walk.step(this.#activeId, step)?.id);
      this.#enter(true);
    }
    event.preventDefault();
  }
}
