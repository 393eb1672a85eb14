import { type SameAbility, sameAbility } from "./sameAbility.ts";
import type { SizePoint } from "./sizePoint.ts";

/** At least one model, in date order. */
export type SizePoints = readonly [SizePoint, ...SizePoint[]];

/** What the sizes of a collection's models show. */
export interface SizesFindings {
  readonly count: number;
  /** A smaller model as able as an earlier, larger one. */
  readonly pair: SameAbility<SizePoint> | undefined;
  readonly densest: SizePoint;
  /** The model with the most effective parameters: the most able is seldom the densest. */
  readonly mostAble: SizePoint;
}

/** The findings among models; of equals the first counts. */
export function sizesFindings(points: SizePoints): SizesFindings {
  return {
    count: points.length,
    pair: sameAbility(points),
    densest: largestBy(points, ({ density }) => density),
    mostAble: largestBy(points, ({ effectiveParameters }) => effectiveParameters),
  };
}

/** The models that the words of the figure name. */
export function modelsInWords({ pair, densest, mostAble }: SizesFindings): readonly SizePoint[] {
  return pair === undefined ? [densest, mostAble] : [pair.later, pair.earlier, mostAble];
}

function largestBy([first, ...others]: SizePoints, measure: (point: SizePoint) => number): SizePoint {
  return others.reduce((largest, point) => (measure(point) > measure(largest) ? point : largest), first);
}
