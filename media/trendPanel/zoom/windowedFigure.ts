import type { DensityRange } from "../../../server/src/trend/figure/axisRanges.ts";
import type { TrendFigure } from "../../../server/src/trend/figure/figureModel.ts";
import { seenThrough } from "../../../server/src/trend/figure/timeWindow.ts";
import type { TimeWindow } from "./timeWindow.ts";

/** The part of a figure that is seen, made anew only when the figure or the dates are others. */
export class WindowedFigure {
  #known: { readonly key: readonly unknown[]; readonly seen: TrendFigure } | undefined;
  /** The density axis as it was when a gesture began: one that jumps meanwhile could not be followed. */
  #kept: DensityRange | undefined;

  seen(whole: TrendFigure, window: TimeWindow, isMoving = false): TrendFigure {
    this.#kept = isMoving ? (this.#kept ?? this.#known?.seen.densityRange) : undefined;
    const key = [whole, window?.firstEpochDay, window?.lastEpochDay, this.#kept];
    const known = this.#known;
    if (known !== undefined && key.every((part, place) => part === known.key[place])) return known.seen;
    const windowed = window === undefined ? whole : seenThrough(whole, window);
    const seen = this.#kept === undefined ? windowed : onAxis(windowed, this.#kept);
    this.#known = { key, seen };
    return seen;
  }
}

/** Marks beyond the ends of an axis that was made for other dates would stand outside the plot. */
function onAxis(figure: TrendFigure, densityRange: DensityRange): TrendFigure {
  const { lowestExponent, highestExponent } = densityRange;
  const points = figure.points.filter(({ density }) => {
    const exponent = Math.log2(density);
    return exponent >= lowestExponent && exponent <= highestExponent;
  });
  return { ...figure, points, densityRange };
}
