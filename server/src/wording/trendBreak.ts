import { formatDate, formatDays } from "../text/dates.ts";
import { counted, formatCount, formatDecimal, formatPercent, formatPValue } from "../text/numbers.ts";
import type { Estimator } from "../trend/fit/estimator.ts";
import { fewestRecords, significanceLevel } from "../trend/fit/fitTrend.ts";
import {
  type BreakSide,
  fewestOnASide,
  paperBreakEpochDay,
  type TrendBreak,
} from "../trend/fit/trendBreak.ts";
import type { BreakPlacebo } from "../trend/questions/breakPlacebo.ts";

/** A break in sentences: each side, the tests, and what limits them. */
export function breakSentences(
  { epochDay, before, after, tests }: TrendBreak,
  estimator: Estimator,
  placebo?: BreakPlacebo,
): string[] {
  const day = formatDate(epochDay);
  if (tests === undefined)
    return [
      `Break at ${day}: not tested, with ${counted(before.modelCount, "model")} up to that day and ${after.modelCount} after it; ${fewestOnASide} on each side are needed, on more than one date.`,
    ];
  const { hinge, chow } = tests;
  const change = hinge.slopeChange > 0 ? "faster" : "slower";
  const isClear = hinge.pValue < significanceLevel;
  const few = [...(before.isFew ? ["up to that day"] : []), ...(after.isFew ? ["after it"] : [])];
  return [
    `Break at ${day}, each side with a frontier of its own: ${sidePhrase("up to it", before, estimator)}; ${sidePhrase("after it", after, estimator)}.`,
    `Over all models growth is ${isClear ? change : "not clearly different"} after it: hinge t = ${formatDecimal(hinge.t, 2)}, ${formatPValue(hinge.pValue, significanceLevel)}; Chow F = ${formatDecimal(chow.f, 2)}, ${formatPValue(chow.pValue, significanceLevel)}. If the day was chosen after seeing the data, both p are too small.`,
    ...(placebo === undefined ? [] : [placeboSentence(placebo)]),
    ...(few.length === 0 ? [] : [`Few models ${few.join(" and ")}: the tests can miss a change.`]),
  ];
}

/** What a restarted frontier is worth: "… constant growth on the same days gives at least that in 18 % …". */
export function placeboSentence({ ratio, share, draws }: BreakPlacebo): string {
  return `The records after it grow ${formatDecimal(ratio, 2)} times as fast as those before; a frontier that starts anew climbs fast at first, and constant growth on the same days gives at least that in ${formatPercent(100 * share, 0)} of ${formatCount(draws)} draws.`;
}

function sidePhrase(
  where: string,
  { modelCount, recordCount, line }: BreakSide,
  estimator: Estimator,
): string {
  const points = pointsPhrase({ modelCount, recordCount }, estimator);
  if (line === undefined) return `${where} no line (${points}; three are needed)`;
  const days = line.doublingTimeDays === undefined ? "no growth" : formatDays(line.doublingTimeDays);
  return `${where} ${days} (${points})`;
}

/** What a line of one side is fitted to: "3 records of 8 models", "8 models". */
export function pointsPhrase(
  { modelCount, recordCount }: Pick<BreakSide, "modelCount" | "recordCount">,
  estimator: Estimator,
): string {
  const models = counted(modelCount, "model");
  return estimator === "records" ? `${counted(recordCount, "record")} of ${models}` : models;
}

/** What stands beside the day of a break in a figure. */
export function breakName(epochDay: number): string {
  return `break ${formatDate(epochDay)}${epochDay === paperBreakEpochDay ? ", ChatGPT" : ""}`;
}

/** Why a break is not drawn, of one whose sides do not both have a line. */
export function breakRefusal({ epochDay, before, after }: TrendBreak, estimator: Estimator): string {
  const [side, where] = before.line === undefined ? [before, "before"] : [after, "after"];
  const { modelCount, recordCount } = side;
  const place = `${where} ${formatDate(epochDay)}`;
  if (modelCount === 0) return `No model ${place}`;
  if (modelCount < fewestOnASide) return `Only ${counted(modelCount, "model")} ${place}`;
  if (estimator === "records" && recordCount < fewestRecords)
    return `Only ${counted(recordCount, "record")} ${place}`;
  return `All models ${place} have one date`;
}
