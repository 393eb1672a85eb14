import { regularisedIncompleteBeta } from "./studentT.ts";

/**
 * p value of an F statistic: the chance of a greater one under Fisher's distribution,
 * `I_x(n/2, m/2)` with `x = n / (n + m F)` (Abramowitz and Stegun 26.6.2).
 * @param m degrees of freedom of the numerator
 * @param n degrees of freedom of the denominator
 */
export function fUpperTail(f: number, m: number, n: number): number {
  if (!Number.isFinite(f)) return Number.isNaN(f) ? Number.NaN : 0;
  return f <= 0 ? 1 : regularisedIncompleteBeta(n / (n + m * f), n / 2, m / 2);
}
