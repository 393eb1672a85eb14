import type { TrendPoint } from "../trend/collection/trendPoint.ts";

/** The densest model there was until a day. */
export interface FrontierModel {
  readonly densest: TrendPoint;
  /** Models until that day. */
  readonly count: number;
}

interface Step {
  readonly epochDay: number;
  readonly densest: TrendPoint;
  readonly second: TrendPoint | undefined;
}

/** The frontier of a trend on any day, with any one model left out. */
export class Frontier {
  readonly #steps: readonly Step[];

  /** @param points in date order */
  constructor(points: readonly TrendPoint[]) {
    let last: Step | undefined;
    this.#steps = points.map((point) => {
      last = nextStep(last, point);
      return last;
    });
  }

  /** The densest of the models until a day, the one with the id left out. */
  until(epochDay: number, exceptId: string): FrontierModel | undefined {
    let [count, after] = [0, this.#steps.length];
    while (count < after) {
      const middle = (count + after) >> 1;
      if ((this.#steps[middle]?.epochDay ?? epochDay) > epochDay) after = middle;
      else count = middle + 1;
    }
    const step = this.#steps[count - 1];
    const densest = step?.densest.id === exceptId ? step.second : step?.densest;
    return densest && { densest, count: count - 1 };
  }
}

function nextStep(last: Step | undefined, point: TrendPoint): Step {
  const { epochDay } = point;
  if (last === undefined) return { epochDay, densest: point, second: undefined };
  const { densest, second } = last;
  if (point.density > densest.density) return { epochDay, densest: point, second: densest };
  return { epochDay, densest, second: second && second.density >= point.density ? second : point };
}
