import { studentTTwoSided } from "./studentT.ts";

const known = new Map<string, number>();

/**
 * The t that Student's distribution stays within with probability `level`: the inverse of the two-sided
 * p value, by bisection. 2.447 for 0.95 and 6 degrees of freedom.
 * @param level above 0 and below 1
 * @param degreesOfFreedom at least 1
 */
export function studentTQuantile(level: number, degreesOfFreedom: number): number {
  const key = `${level} ${degreesOfFreedom}`;
  const found = known.get(key) ?? bisected(1 - level, degreesOfFreedom);
  known.set(key, found);
  return found;
}

function bisected(pValue: number, degreesOfFreedom: number): number {
  let [low, high] = [0, 1];
  while (studentTTwoSided(high, degreesOfFreedom) > pValue) high *= 2;
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentTTwoSided(middle, degreesOfFreedom) > pValue) low = middle;
    else high = middle;
  }
  return high;
}
