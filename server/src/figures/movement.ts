import type { Anchor, Drawing, Group, Shape } from "../scene/drawing.ts";
import { everyShape } from "../scene/drawing.ts";
import { isWithin, type Rectangle } from "../scene/geometry.ts";
import { movedShape } from "../scene/movedShape.ts";
import type { DaySpan } from "../trend/fit/lineOnDays.ts";
import type { Scales } from "./axes/scales.ts";

/** Marks reach past their place, and past the plot, by no more than this. Pixels. */
const margin = 8;

/** Marks are made for so many times the dates that are seen, before them and after. */
const spansBeside = 1;

/** Shapes of more dates than are seen. */
interface Strip {
  readonly shapes: readonly Shape[];
  readonly days: DaySpan;
  readonly plot: Rectangle;
  readonly pixelsPerDay: number;
  /** Where its first day stood when it was made. */
  readonly x: number;
}

/** One plot of a moving figure. */
export interface MovingPlot {
  /** Its place among the plots of the drawing. */
  readonly index: number;
  readonly plot: Rectangle;
  /** The dates between its sides. */
  readonly days: DaySpan;
  readonly scales: Scales;
}

/**
 * What a figure keeps from frame to frame while its dates move on an axis of values that stays. A search
 * for the best places of names would take most of a frame, and let the names jump: they go along with
 * their marks. And marks are made once for more dates than are seen, so that they can be painted once.
 */
export class Movement {
  readonly #plots: Drawing["plots"];
  readonly #names: readonly { readonly shape: Shape; readonly anchor: Anchor }[];
  readonly #days: DaySpan;
  readonly #strips = new Map<string, Strip>();

  /**
   * @param atRest the drawing from which the movement starts
   * @param days the dates that it shows
   */
  constructor(atRest: Drawing, days: DaySpan) {
    this.#plots = atRest.plots;
    this.#names = [...everyShape(atRest.shapes)].flatMap((shape) => {
      const anchor = "anchor" in shape ? shape.anchor : undefined;
      return anchor === undefined ? [] : [{ shape, anchor }];
    });
    this.#days = days;
  }

  /**
   * The names of a plot, moved along with what they belong to; those that leave their bounds are left out.
   * @param bounds where names may stand; those of other plots stand outside
   */
  names({ index, plot, scales }: MovingPlot, bounds: Rectangle = plot): Shape[] {
    const before = this.#plots[index];
    if (before === undefined) return [];
    const daysPerPixel = (this.#days.lastEpochDay - this.#days.firstEpochDay) / (before.right - before.left);
    const moved = (shape: Shape, { x, y }: Anchor): Shape => {
      const day = x === undefined ? undefined : this.#days.firstEpochDay + (x - before.left) * daysPerPixel;
      const across = x === undefined || day === undefined ? 0 : scales.xOf(day) - x;
      const share = (y - before.top) / (before.bottom - before.top);
      return movedShape(shape, across, plot.top + share * (plot.bottom - plot.top) - y);
    };
    const names = this.#names
      .filter(({ anchor }) => isAnchoredIn(anchor, before))
      .map(({ shape, anchor }) => ({ id: anchor.id, shape: moved(shape, anchor) }));
    const gone = new Set(
      names.flatMap(({ id, shape }) =>
        shape.kind === "text" && !isWithin(shape.text.box, bounds) ? [id] : [],
      ),
    );
    return names.filter(({ id }) => !gone.has(id)).map(({ shape }) => shape);
  }

  /**
   * Shapes that move as one while the scale stays.
   * @param name of the group
   * @param make makes the shapes of these days, with the scales of the plot
   */
  group(
    name: string,
    { index, plot, days, scales }: MovingPlot,
    make: (days: DaySpan) => readonly Shape[],
  ): Group {
    const key = `${name} ${index}`;
    const known = this.#strips.get(key);
    const width = plot.right - plot.left;
    const count = days.lastEpochDay - days.firstEpochDay;
    const pixelsPerDay = width / count;
    const strip =
      known !== undefined && isLike(known, plot, pixelsPerDay) && covers(known.days, days)
        ? known
        : stripOf(
            {
              firstEpochDay: days.firstEpochDay - spansBeside * count,
              lastEpochDay: days.lastEpochDay + spansBeside * count,
            },
            plot,
            pixelsPerDay,
            scales,
            make,
          );
    this.#strips.set(key, strip);
    const reach = margin + spansBeside * width;
    return {
      kind: "group",
      name,
      shapes: strip.shapes,
      clip: grown(plot, margin, margin),
      moves: {
        by: scales.xOf(strip.days.firstEpochDay) - strip.x,
        bounds: grown(strip.plot, reach, margin),
      },
    };
  }
}

function stripOf(
  days: DaySpan,
  plot: Rectangle,
  pixelsPerDay: number,
  { xOf }: Scales,
  make: (days: DaySpan) => readonly Shape[],
): Strip {
  return { shapes: make(days), days, plot, pixelsPerDay, x: xOf(days.firstEpochDay) };
}

function isLike(strip: Strip, plot: Rectangle, pixelsPerDay: number): boolean {
  return (
    Math.abs(strip.pixelsPerDay / pixelsPerDay - 1) < 1e-9 &&
    (["left", "top", "right", "bottom"] as const).every((side) => strip.plot[side] === plot[side])
  );
}

function covers(all: DaySpan, days: DaySpan): boolean {
  return days.firstEpochDay >= all.firstEpochDay && days.lastEpochDay <= all.lastEpochDay;
}

function isAnchoredIn({ x, y }: Anchor, { left, top, right, bottom }: Rectangle): boolean {
  return y >= top && y <= bottom && (x === undefined || (x >= left && x <= right));
}

function grown({ left, top, right, bottom }: Rectangle, across: number, down: number): Rectangle {
  return { left: left - across, top: top - down, right: right + across, bottom: bottom + down };
}
