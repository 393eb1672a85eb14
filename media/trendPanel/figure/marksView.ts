import type { CardPlace, PanelRow } from "../../../server/src/panel/panelData.ts";
import type { Drawing, Target } from "../../../server/src/scene/drawing.ts";
import type { Position } from "../../../server/src/scene/geometry.ts";
import { targetAt } from "../../../server/src/scene/targetAt.ts";
import { placeOf } from "../table/cardList.ts";
import { PointList } from "../table/pointList.ts";
import { element } from "../widgets/dom.ts";
import type { WalkedPoint } from "./pointWalk.ts";
import type { Tooltip } from "./tooltip.ts";

/** A model's mark in a picture. A model of several plots has a mark, with an id of its own, in each. */
interface FigureMark extends WalkedPoint, Position {
  readonly modelId: string;
}

/** What can be done with a mark. */
export interface MarkActions {
  readonly open: (place: CardPlace) => void;
  /** Pins a model, or takes its pin away. */
  readonly pin: (modelId: string) => void;
}

/** What a picture shows. */
export interface ShownMarks {
  readonly drawing: Drawing;
  /** What a screen reader says of the figure and its keys. */
  readonly label: string;
  readonly pinned: readonly string[];
}

/** A picture whose marks answer to a pointer or a key; what is in the picture is not its business. */
export class MarksView {
  readonly element: HTMLElement;
  readonly #ring = element("div", { className: "ring" });
  readonly #list: PointList;
  readonly #tooltip: Tooltip;
  readonly #actions: MarkActions;
  #rows: ReadonlyMap<string, PanelRow> = new Map();
  #marks: ReadonlyMap<string, FigureMark> = new Map();
  #markOfTarget: ReadonlyMap<Target, string> = new Map();
  #drawing: Drawing | undefined;
  #pinned: ReadonlySet<string> = new Set();
  #hoveredId: string | undefined;

  /** @param onResize asks for the picture to be drawn in the room that there is now */
  constructor(picture: HTMLElement, tooltip: Tooltip, actions: MarkActions, onResize: () => void) {
    this.#tooltip = tooltip;
    this.#actions = actions;
    this.#list = new PointList({ onChange: () => this.#pointOut(), onOpen: (id) => this.#openCard(id) });
    this.#ring.hidden = true;
    this.element = element("div", { className: "figure" }, picture, this.#ring, this.#list.element);
    this.#followPointer(this.#list.element);
    document.addEventListener("keydown", (event) => this.#press(event));
    new ResizeObserver(onResize).observe(this.element);
    window.addEventListener("scroll", () => this.#hover(undefined), { passive: true });
  }

  /** What answers to the pointer: as large as the picture, and above it. */
  get area(): HTMLElement {
    return this.#list.element;
  }

  /** The model that a keyboard user is at. */
  get focusedModelId(): string | undefined {
    return this.#markOf(this.#list.focusedId)?.modelId;
  }

  /** What the tooltips say. */
  setRows(rows: readonly PanelRow[]): void {
    this.#rows = new Map(rows.map((row) => [row.id, row]));
  }

  /** The picture has been drawn. */
  update({ drawing, label, pinned }: ShownMarks): void {
    this.#pinned = new Set(pinned);
    if (drawing !== this.#drawing) {
      const marks = marksOf(drawing.targets);
      this.#drawing = drawing;
      this.#marks = new Map(marks.map((mark) => [mark.id, mark]));
      this.#markOfTarget = new Map(drawing.targets.map((target, place) => [target, marks[place]?.id ?? ""]));
    }
    this.#list.update([...this.#marks.values()], label);
    this.#pointOut();
  }

  /** The picture is on the move: until it is drawn anew, nothing of it is pointed out. */
  leave(): void {
    this.#ring.hidden = true;
    this.#tooltip.hide();
  }

  /** Goes to a model as if by key. `false` when the picture does not show it. */
  focusModel(modelId: string): boolean {
    const mark = [...this.#marks.values()].find((candidate) => candidate.modelId === modelId);
    if (mark === undefined) return false;
    this.#list.focusModel(mark.id);
    return true;
  }

  #followPointer(area: HTMLElement): void {
    // A pointer that drags something points at nothing.
    area.addEventListener("pointermove", ({ offsetX, offsetY, buttons }) =>
      this.#hover(buttons === 0 ? this.#idAt({ x: offsetX, y: offsetY }) : undefined),
    );
    area.addEventListener("pointerleave", () => this.#hover(undefined));
    area.addEventListener("click", ({ offsetX, offsetY }) => {
      const id = this.#idAt({ x: offsetX, y: offsetY });
      if (id === undefined) return;
      this.#list.setActive(id);
      this.#openCard(id);
    });
  }

  /** Keys for a mark that the pointer or the focus is at, wherever the focus is. */
  #press(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, target, defaultPrevented } = event;
    if (!this.element.isConnected) return;
    if (key === "Escape" && this.#hoveredId !== undefined) this.#hover(undefined);
    else if (key.toLowerCase() === "p" && !ctrlKey && !metaKey && !altKey) {
      const subject = this.#markOf(this.#hoveredId) ?? this.#markOf(this.#list.focusedId);
      if (subject === undefined || defaultPrevented || target instanceof HTMLInputElement) return;
      this.#actions.pin(subject.modelId);
    } else return;
    event.preventDefault();
  }

  #hover(id: string | undefined): void {
    if (id === this.#hoveredId) return;
    this.#hoveredId = id;
    this.#list.element.classList.toggle("is-over-mark", id !== undefined);
    this.#pointOut();
  }

  /** Ring and tooltip where the focus or the pointer is. */
  #pointOut(): void {
    if (!this.element.isConnected) return;
    const focused = this.#markOf(this.#list.focusedId);
    this.#ring.hidden = focused === undefined;
    if (focused !== undefined) {
      this.#ring.style.left = `${focused.x}px`;
      this.#ring.style.top = `${focused.y}px`;
      this.#ring.classList.toggle("is-around-pin", this.#pinned.has(focused.modelId));
      this.#ring.scrollIntoView({ block: "nearest" });
    }
    const hovered = this.#markOf(this.#hoveredId);
    const subject = hovered ?? focused;
    const row = subject && this.#rows.get(subject.modelId);
    if (subject === undefined || row === undefined) {
      this.#tooltip.hide();
      return;
    }
    const origin = this.element.getBoundingClientRect();
    const mark = { x: origin.left + subject.x, y: origin.top + subject.y };
    const opener = hovered === undefined ? "Enter" : "A click";
    const pin = this.#pinned.has(subject.modelId) ? "takes the pin away" : "pins it";
    this.#tooltip.show({ row, mark, hint: `${opener} opens the card, P ${pin}.` });
  }

  #idAt(at: Position): string | undefined {
    const target = this.#drawing && targetAt(this.#drawing, at);
    return target && this.#markOfTarget.get(target);
  }

  #markOf(id: string | undefined): FigureMark | undefined {
    return id === undefined ? undefined : this.#marks.get(id);
  }

  #openCard(id: string): void {
    const mark = this.#markOf(id);
    const row = mark && this.#rows.get(mark.modelId);
    if (row !== undefined) this.#actions.open(placeOf(row));
  }
}

/** The same model keeps its id in another drawing, in the n-th plot that it is in. */
function marksOf(targets: readonly Target[]): FigureMark[] {
  const seen = new Map<string, number>();
  return targets.map((target) => {
    const before = seen.get(target.id) ?? 0;
    seen.set(target.id, before + 1);
    return {
      id: `${before} ${target.id}`,
      modelId: target.id,
      x: target.at.x,
      y: target.at.y,
      height: -target.at.y,
      isRecord: target.isRecord,
      // Only the model in focus is described.
      get description() {
        return target.description;
      },
    };
  });
}
