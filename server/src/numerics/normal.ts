/**
 * Two-sided p value of a standard normal statistic, `erfc(|z| / sqrt(2))`: by its series near 0, by the
 * continued fraction (Abramowitz and Stegun 26.2.10 and 26.2.14) further out.
 */
export function normalTwoSided(z: number): number {
  const x = Math.abs(z);
  if (Number.isNaN(x)) return Number.NaN;
  const density = Math.exp(-(x ** 2) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let odd = 3; term > sum * Number.EPSILON; odd += 2) {
      term *= x ** 2 / odd;
      sum += term;
    }
    return 1 - 2 * density * sum;
  }
  let fraction = x;
  for (let step = 100; step >= 1; step--) fraction = x + step / fraction;
  return (2 * density) / fraction;
}

/**
 * The z that the standard normal distribution exceeds in absolute value with this probability: the
 * inverse of the two-sided p value, by bisection. 1.95996 for 0.05.
 * @param pValue above 0, at most 1
 */
export function normalQuantile(pValue: number): number {
  let [low, high] = [0, 40];
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (normalTwoSided(middle) > pValue) low = middle;
    else high = middle;
  }
  return high;
}
