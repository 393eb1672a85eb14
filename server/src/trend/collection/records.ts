import { compareTrendPoints, type TrendPoint } from "./trendPoint.ts";

/**
 * The frontier: models denser than every earlier one, in date order. Of several on one day only the
 * densest can be a record. This is the paper's envelope; it reproduces the printed R2.
 * @param ties `strict` (the paper): a model that only equals the frontier is no record;
 *   `kept` (METR): it is one
 */
export function findRecords(points: readonly TrendPoint[], ties: "strict" | "kept" = "strict"): TrendPoint[] {
  const records: TrendPoint[] = [];
  let best = 0;
  for (const point of [...points].sort(compareTrendPoints)) {
    if (point.density > best || (ties === "kept" && point.density === best)) {
      records.push(point);
      best = point.density;
    }
  }
  return records;
}
