import type { Estimator } from "../estimator.ts";
import { significanceLevel } from "../fitTrend.ts";
import { type BreakSide, fewestOnASide, type TrendBreak } from "../trendBreak.ts";
import { formatDate, formatDays } from "./dates.ts";
import { counted, formatDecimal, formatPValue } from "./numbers.ts";

/** A break in sentences: each side, the tests, and what limits them. */
export function breakSentences(
  { epochDay, before, after, tests }: TrendBreak,
  estimator: Estimator,
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
    ...(few.length === 0 ? [] : [`Few models ${few.join(" and ")}: the tests can miss a change.`]),
  ];
}

function sidePhrase(
  where: string,
  { modelCount, recordCount, line }: BreakSide,
  estimator: Estimator,
): string {
  const points =
    estimator === "records"
      ? `${counted(recordCount, "record")} of ${counted(modelCount, "model")}`
      : counted(modelCount, "model");
  if (line === undefined) return `${where} no line (${points}; three are needed)`;
  const days = line.doublingTimeDays === undefined ? "no growth" : formatDays(line.doublingTimeDays);
  return `${where} ${days} (${points})`;
}
