import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import { isInSizeRange, type SizeRange } from "../collection/sizeRange.ts";
import type { Trend } from "../fit/fitTrend.ts";
import { trendOfMembers } from "./trendOfMembers.ts";

/** What phones, single graphics cards and servers hold. */
export const sizeRanges: readonly SizeRange[] = [
  { least: 0, below: 3e9 },
  { least: 3e9, below: 15e9 },
  { least: 15e9, below: Number.POSITIVE_INFINITY },
];

/** The trend of the models of each size, with a frontier and a test of its own. */
export function trendBySize(
  analysis: CollectionAnalysis,
  ranges: readonly SizeRange[] = sizeRanges,
): { readonly range: SizeRange; readonly trend: Trend }[] {
  return ranges.map((range) => ({
    range,
    trend: trendOfMembers(
      analysis,
      ({ density: { result } }) => result.kind === "density" && isInSizeRange(result.actualParameters, range),
    ),
  }));
}
