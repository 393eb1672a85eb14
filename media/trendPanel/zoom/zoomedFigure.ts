import { type Figure, kindOf } from "../../../server/src/figures/index.ts";
import type { DaySpan } from "../../../server/src/trend/fit/lineOnDays.ts";
import { LastResult } from "../shell/lastResult.ts";
import type { TimeWindow } from "./timeWindow.ts";

/** The part of a figure that is seen, made anew only when the figure or the dates are others. */
export class ZoomedFigure {
  readonly #last = new LastResult<Figure>();
  /** As it was when a gesture began: an axis that jumps meanwhile could not be followed. */
  #atRest: Figure | undefined;

  of(whole: Figure, window: TimeWindow, isMoving = false): Figure {
    this.#atRest = isMoving ? (this.#atRest ?? this.#last.latest) : undefined;
    const atRest = this.#atRest;
    return this.#last.of([whole, window?.firstEpochDay, window?.lastEpochDay, atRest], () => {
      const { zoom } = kindOf(whole).can;
      if (zoom === undefined || (window === undefined && atRest === undefined)) return whole;
      const dates = window ?? zoom.datesOf(whole);
      return atRest === undefined ? zoom.zoomedTo(whole, dates) : zoom.movedTo(whole, dates, atRest);
    });
  }
}

/** All dates of a figure over dates; `undefined` for another. */
export function datesOf(figure: Figure): DaySpan | undefined {
  return kindOf(figure).can.zoom?.datesOf(figure);
}
