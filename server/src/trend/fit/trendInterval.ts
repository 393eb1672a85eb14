import { expandedLevel, percentileInterval } from "../../numerics/percentileInterval.ts";
import { at } from "../../numerics/typedArray.ts";
import { originEpochDay } from "../collection/trendPoint.ts";
import { SteppedResult, type Steps } from "../steps.ts";
import { type BootstrapLines, bootstrapLines } from "./bootstrap.ts";
import { doublingTimeDays, type Estimator } from "./estimator.ts";
import { drawnGroups, fewestFamilies, intervalLevel, type Resampling } from "./resampling.ts";
import type { TrendSample } from "./trendSample.ts";

/** How sure a doubling time is: a percentile interval on the slope, turned into days. */
export interface TrendInterval {
  /** 0.95. */
  readonly level: number;
  readonly slopeLow: number;
  readonly slopeHigh: number;
  /** Shortest doubling time; `undefined` when even the greatest slope is not positive. */
  readonly lowDays: number | undefined;
  /** Longest doubling time; `undefined`: no growth is within the interval. */
  readonly highDays: number | undefined;
  /** `expanded`: of least squares, whose draws of few groups spread too little. */
  readonly method: "percentile-bootstrap" | "expanded-percentile-bootstrap";
  readonly samples: number;
  readonly seed: number;
  /**
   * Whether the interval is known to hold less than it says: of records (75 to 85 % for 95 %, far less
   * without a trend), and where models of one or two families had to be drawn one by one.
   */
  readonly isIndicative: boolean;
  /** Families that were drawn, or independent models where there are too few families to draw. */
  readonly families: number;
  /** Whether there are so few families that the interval is rough. */
  readonly isRough: boolean;
}

/** A range of densities on a day, or of any other quantity, at the level of the intervals. */
export interface ValueInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * The intervals of a trend. They cost thousands of fits, so the draws of each estimator are made when
 * they are first asked for, at once or in steps, and kept.
 */
export class TrendIntervals {
  readonly #sample: TrendSample;
  readonly #tau: number;
  readonly #resampling: Resampling;
  readonly #lines = new Map<Estimator, SteppedResult<BootstrapLines>>();

  constructor(sample: TrendSample, tau: number, resampling: Resampling) {
    this.#sample = sample;
    this.#tau = tau;
    this.#resampling = resampling;
  }

  /**
   * Makes the draws of several estimators in steps of one draw, a few milliseconds even of ten thousand
   * models. After the last step the other methods answer at once, with the numbers they would have
   * found by themselves; steps taken count even if the rest is left.
   */
  *steps(estimators: readonly Estimator[]): Steps<void> {
    for (const estimator of estimators) yield* this.#linesOf(estimator).steps();
  }

  /** The interval of an estimator's slope and doubling time. */
  of(estimator: Estimator): TrendInterval {
    const { slopes } = this.#linesOf(estimator).get();
    const { low, high } = percentileInterval(slopes, this.#drawnShare(estimator));
    const { are, count } = drawnGroups(this.#sample);
    return {
      level: intervalLevel,
      slopeLow: low,
      slopeHigh: high,
      lowDays: doublingTimeDays(high),
      highDays: doublingTimeDays(low),
      method: estimator === "all" ? "expanded-percentile-bootstrap" : "percentile-bootstrap",
      samples: slopes.length,
      seed: this.#resampling.seed,
      isIndicative: estimator === "records" || are === "runs",
      families: count,
      isRough: are === "runs" || count < fewestFamilies,
    };
  }

  /** The line's density on a day, from the same draws. */
  densityOn(estimator: Estimator, epochDay: number): ValueInterval {
    const days = epochDay - originEpochDay;
    const { low, high } = this.percentiles(estimator, (slope, intercept) => intercept + slope * days);
    return { low: Math.exp(low), high: Math.exp(high) };
  }

  /**
   * The interval of anything that a line, and which draw it is of, decides; `quantityOf` may be infinite,
   * never NaN.
   */
  percentiles(
    estimator: Estimator,
    quantityOf: (slopePerDay: number, intercept: number, draw: number) => number,
  ): ValueInterval {
    const { slopes, intercepts } = this.#linesOf(estimator).get();
    return percentileInterval(
      slopes.map((slope, draw) => quantityOf(slope, at(intercepts, draw), draw)),
      this.#drawnShare(estimator),
    );
  }

  /** Of a quantile line, 0.95 of the draws hold enough by themselves; of least squares they hold too little. */
  #drawnShare(estimator: Estimator): number {
    return estimator === "all"
      ? expandedLevel(intervalLevel, drawnGroups(this.#sample).count)
      : intervalLevel;
  }

  #linesOf(estimator: Estimator): SteppedResult<BootstrapLines> {
    let lines = this.#lines.get(estimator);
    if (lines === undefined) {
      lines = new SteppedResult(bootstrapLines(this.#sample, estimator, this.#tau, this.#resampling));
      this.#lines.set(estimator, lines);
    }
    return lines;
  }
}
