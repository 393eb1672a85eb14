import type { Random } from "../../server/src/numerics/seededRandom.ts";

/** A standard normal random number, by the method of Box and Muller (1958). */
export function normalRandom(random: Random): number {
  // 1 - u lies in (0, 1], so its logarithm is finite.
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
