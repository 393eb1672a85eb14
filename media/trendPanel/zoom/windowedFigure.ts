import { type DensityRange, isOnAxis } from "../../../server/src/figures/axes/axisRanges.ts";
import type { TrendFigure } from "../../../server/src/figures/time/figureModel.ts";
import { seenThrough } from "../../../server/src/figures/time/seenThrough.ts";
import { LastResult } from "../shell/lastResult.ts";
import type { TimeWindow } from "./timeWindow.ts";

/** The part of a figure that is seen, made anew only when the figure or the dates are others. */
export class WindowedFigure {
  readonly #last = new LastResult<TrendFigure>();
  /** The density axis as it was when a gesture began: one that jumps meanwhile could not be followed. */
  #kept: DensityRange | undefined;

  seen(whole: TrendFigure, window: TimeWindow, isMoving = false): TrendFigure {
    this.#kept = isMoving ? (this.#kept ?? this.#last.latest?.densityRange) : undefined;
    const kept = this.#kept;
    return this.#last.of([whole, window?.firstEpochDay, window?.lastEpochDay, kept], () => {
      const windowed = window === undefined ? whole : seenThrough(whole, window);
      return kept === undefined ? windowed : withAxis(windowed, kept);
    });
  }
}

/** Marks beyond the ends of an axis that was made for other dates would stand outside the plot. */
function withAxis(figure: TrendFigure, densityRange: DensityRange): TrendFigure {
  return {
    ...figure,
    points: figure.points.filter(({ density }) => isOnAxis(density, densityRange)),
    densityRange,
  };
}
