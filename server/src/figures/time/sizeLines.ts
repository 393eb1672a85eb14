import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { analyseWith } from "../../trend/collection/analyseWith.ts";
import { sizeRanges } from "../../trend/collection/sizeRange.ts";
import type { FigureLine } from "../../trend/fit/lineOnDays.ts";
import { sizePhrase } from "../../wording/exclusions.ts";

/** The line through all models of one range of sizes. */
export interface SizeLine {
  /** "below 3 B". */
  readonly name: string;
  readonly line: FigureLine;
  /** `undefined`: no growth. */
  readonly doublingTimeDays: number | undefined;
}

/** A figure that moves with every key cannot wait for the lines of more models. */
const mostModels = 1000;

/**
 * How fast models of each range of sizes grow denser, over all of them: for a phone the small ones count. None
 * where the trend has models of one range only, or too many of them.
 */
export function sizeLines(analysis: CollectionAnalysis): readonly SizeLine[] {
  const { settings, trend } = analysis;
  if (settings.size !== undefined || trend.points.length > mostModels) return [];
  return sizeRanges.flatMap((size) => {
    const { lines, points } = analyseWith(analysis, { size }).trend;
    const line = lines.find(({ estimator }) => estimator === "all");
    const [first, last] = [points.at(0), points.at(-1)];
    if (line === undefined || first === undefined || last === undefined) return [];
    const { slopePerDay, intercept, doublingTimeDays } = line;
    const span = { firstEpochDay: first.epochDay, lastEpochDay: last.epochDay };
    return [{ name: sizePhrase(size), line: { slopePerDay, intercept, ...span }, doublingTimeDays }];
  });
}
