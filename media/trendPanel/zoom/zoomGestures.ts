import { contains, type Position, type Rectangle } from "../../../server/src/scene/geometry.ts";
import type { DaySpan } from "../../../server/src/trend/fit/lineOnDays.ts";
import { element } from "../widgets/dom.ts";
import { between, daysOf, inside, moved, scaled, type TimeWindow } from "./timeWindow.ts";

/** What a pointer works on. */
export interface ZoomedPicture {
  /** In pixels of the area. */
  readonly plot: Rectangle;
  readonly all: DaySpan;
  /** The dates between the sides of the plot. */
  readonly seen: DaySpan;
}

export interface ZoomActions {
  /** As it is on the screen at a place; `undefined` beside several plots, and where there are no dates. */
  readonly pictureAt: (at: Position) => ZoomedPicture | undefined;
  /** What is seen while a gesture goes on. */
  readonly move: (window: TimeWindow) => void;
  /** What is seen once it has ended. */
  readonly settle: (window: TimeWindow) => void;
}

/** A pointer that moves less than this, in pixels, has clicked. */
const leastDrag = 4;

/** A wheel has come to rest when it has been quiet for so long. */
const wheelRestMilliseconds = 160;

/** A turn of the wheel by so many pixels doubles what is seen. */
const pixelsPerDoubling = 400;
const pixelsPerWheelLine = 16;

interface Drag {
  readonly kind: "brush" | "pan";
  readonly start: Position;
  readonly picture: ZoomedPicture;
  window: TimeWindow;
}

/**
 * Dragging across the plot brushes the dates to be seen; once they are not all, it moves them, and with
 * Shift brushes again. The wheel with Ctrl zooms where the pointer is, sideways it moves; a double click
 * beside the marks shows all dates.
 */
export class ZoomGestures {
  /** The dates that are being brushed. */
  readonly brush = element("div", { className: "brush" });
  readonly #area: HTMLElement;
  readonly #actions: ZoomActions;
  #pressed: (Position & { readonly hasShift: boolean; readonly picture: ZoomedPicture }) | undefined;
  #drag: Drag | undefined;
  #hasDragged = false;
  #wheelRest: ReturnType<typeof setTimeout> | undefined;

  constructor(area: HTMLElement, actions: ZoomActions) {
    this.#area = area;
    this.#actions = actions;
    this.brush.hidden = true;
    area.addEventListener("pointerdown", (event) => this.#press(event));
    area.addEventListener("pointermove", (event) => this.#follow(event));
    area.addEventListener("pointerup", (event) => this.#release(event));
    area.addEventListener("pointercancel", () => this.#giveUp());
    area.addEventListener("dblclick", () => this.#reset());
    area.addEventListener("wheel", (event) => this.#turn(event), { passive: false });
    // The click that ends a drag is none.
    area.addEventListener("click", (event) => this.#hasDragged && event.stopImmediatePropagation(), true);
    window.addEventListener("keydown", (event) => this.#escape(event), true);
  }

  #press({ button, offsetX: x, offsetY: y, shiftKey }: PointerEvent): void {
    this.#hasDragged = false;
    const picture = this.#actions.pictureAt({ x, y });
    if (button !== 0 || picture === undefined || !contains(picture.plot, { x, y })) return;
    this.#pressed = { x, y, hasShift: shiftKey, picture };
  }

  #follow(event: PointerEvent): void {
    if (this.#drag === undefined) this.#begin(event);
    const drag = this.#drag;
    if (drag === undefined) return;
    const { start, picture } = drag;
    if (drag.kind === "brush") {
      drag.window = between(dayAt(start.x, picture), dayAt(event.offsetX, picture), picture.all);
      this.#showBrush(start.x, event.offsetX, picture.plot);
    } else {
      const days = (start.x - event.offsetX) * daysPerPixel(picture);
      drag.window = moved(picture.seen, days, picture.all);
      this.#actions.move(drag.window);
    }
  }

  #begin({ offsetX, pointerId, buttons }: PointerEvent): void {
    // The button was let go outside.
    if (buttons === 0) this.#pressed = undefined;
    const pressed = this.#pressed;
    if (pressed === undefined || Math.abs(offsetX - pressed.x) < leastDrag) return;
    const { picture, hasShift } = pressed;
    const isWhole = daysOf(picture.seen) >= daysOf(picture.all);
    this.#drag = {
      kind: isWhole || hasShift ? "brush" : "pan",
      start: pressed,
      picture,
      window: inside(picture.seen, picture.all),
    };
    this.#pressed = undefined;
    this.#hasDragged = true;
    this.#area.setPointerCapture(pointerId);
    this.#area.classList.add(this.#drag.kind === "pan" ? "is-panning" : "is-brushing");
  }

  #release(event: PointerEvent): void {
    this.#follow(event);
    const drag = this.#drag;
    this.#end();
    if (drag !== undefined) this.#actions.settle(drag.window);
  }

  #giveUp(): void {
    const drag = this.#drag;
    this.#end();
    if (drag !== undefined) this.#actions.settle(inside(drag.picture.seen, drag.picture.all));
  }

  #end(): void {
    this.#pressed = undefined;
    this.#drag = undefined;
    this.brush.hidden = true;
    this.#area.classList.remove("is-panning", "is-brushing");
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || this.#drag === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.#giveUp();
  }

  #reset(): void {
    if (!this.#area.classList.contains("is-over-mark")) this.#actions.settle(undefined);
  }

  #turn(event: WheelEvent): void {
    const picture = this.#actions.pictureAt({ x: event.offsetX, y: event.offsetY });
    const window = picture === undefined || this.#drag !== undefined ? "none" : afterWheel(event, picture);
    if (window === "none") return;
    event.preventDefault();
    this.#actions.move(window);
    clearTimeout(this.#wheelRest);
    this.#wheelRest = setTimeout(() => this.#actions.settle(window), wheelRestMilliseconds);
  }

  #showBrush(oneX: number, otherX: number, { left, right, top, bottom }: Rectangle): void {
    const [from, to] = [Math.min(oneX, otherX), Math.max(oneX, otherX)].map((x) =>
      Math.min(right, Math.max(left, x)),
    ) as [number, number];
    this.brush.hidden = false;
    Object.assign(this.brush.style, {
      left: `${from}px`,
      width: `${to - from}px`,
      top: `${top}px`,
      height: `${bottom - top}px`,
    });
  }
}

/** What is seen after the wheel has turned; `"none"` where the page scrolls instead. */
function afterWheel(
  { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey, offsetX }: WheelEvent,
  picture: ZoomedPicture,
): TimeWindow | "none" {
  const { seen, all } = picture;
  const pixels = deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : pixelsPerWheelLine;
  if (ctrlKey || metaKey)
    return scaled(seen, dayAt(offsetX, picture), 2 ** ((deltaY * pixels) / pixelsPerDoubling), all);
  const sideways = shiftKey && deltaX === 0 ? deltaY : deltaX;
  const isSideways = shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
  if (!isSideways || daysOf(seen) >= daysOf(all)) return "none";
  return moved(seen, sideways * pixels * daysPerPixel(picture), all);
}

function dayAt(x: number, picture: ZoomedPicture): number {
  const { plot, seen } = picture;
  const within = Math.min(plot.right, Math.max(plot.left, x));
  return seen.firstEpochDay + (within - plot.left) * daysPerPixel(picture);
}

function daysPerPixel({ plot, seen }: ZoomedPicture): number {
  return daysOf(seen) / (plot.right - plot.left);
}
