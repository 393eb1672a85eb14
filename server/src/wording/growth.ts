import { daysPerMonth } from "../density/calendar.ts";
import { formatDate, formatDays } from "../text/dates.ts";
import { countedInWords, countInWords, formatDensity, formatPValue } from "../text/numbers.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { significanceLevel } from "../trend/fit/fitTrend.ts";
import { type GrowthChange, growthChangeOf } from "../trend/questions/growthChange.ts";
import { stall } from "../trend/questions/stall.ts";

/** "Growth slowed: 96 days until 18 Apr 2024, 400 days after (p 0.019)."; `undefined` while growth is constant. */
export function growthSentence({ trend, settings }: CollectionAnalysis): string | undefined {
  const change = growthChangeOf(trend, settings.seed).get();
  if (change === undefined || change.finding === "constant") return undefined;
  return `${growthWords[change.finding]}${bothTimes(change)}.`;
}

/** What is said of growth. */
export const growthWords = {
  constant: "Growth is steady",
  slowed: "Growth slowed",
  "sped-up": "Growth sped up",
  "perhaps-slowed": "Growth may have slowed",
  "perhaps-sped-up": "Growth may have sped up",
} as const;

function bothTimes({ hinge, quadratic }: GrowthChange): string {
  if (hinge === undefined)
    return ` (quadratic term, ${formatPValue(quadratic.clustered.pValue, significanceLevel)})`;
  const { beforeDays, afterDays, epochDay, pValue } = hinge;
  const before = beforeDays === undefined ? "no growth" : formatDays(beforeDays);
  const after = afterDays === undefined ? "no growth" : formatDays(afterDays);
  return `: ${before} until ${formatDate(epochDay)}, ${after} after (${formatPValue(pValue, significanceLevel)})`;
}

/** "No record since 19 Sep 2024 but one in 11 months; ..."; `undefined` while records keep coming. */
export function stallSentence({ trend }: CollectionAnalysis): string | undefined {
  const found = stall(trend);
  if (found === undefined) return undefined;
  const { sinceEpochDay, days, records, expectedRecords, density, expectedDensity } = found;
  const but = records === 0 ? "" : ` but ${countInWords(records)}`;
  const expected = countedInWords(Math.round(expectedRecords), "record");
  return `No record since ${formatDate(sinceEpochDay)}${but} in ${countedInWords(Math.round(days / daysPerMonth), "month")}, where the pace before gives ${expected}; the line expects a density of ${formatDensity(expectedDensity)} by now, the densest model has ${formatDensity(density)}.`;
}
