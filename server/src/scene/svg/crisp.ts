import { formatNumber } from "./element.ts";

/** The middle of the nearest pixel: there a line of one pixel is one pixel wide. */
export function crisp(coordinate: number): string {
  return formatNumber(Math.floor(coordinate) + 0.5);
}
