import { formatDecimal, minus } from "../text/numbers.ts";
import type { SensitivityResult } from "../trend/questions/sensitivity.ts";

/** A doubling time in whole days, or why there is none: "106", "no growth", "too few". */
export function sensitivityDays({ doublingTimeDays, lack }: SensitivityResult): string {
  if (doublingTimeDays !== undefined) return formatDecimal(doublingTimeDays, 0);
  return lack === "too-few-models" ? "too few" : "no growth";
}

/** Days longer or shorter with their sign: "+29", "−12", "0"; empty without days to compare. */
export function sensitivityChange({ changeDays }: { readonly changeDays: number | undefined }): string {
  if (changeDays === undefined) return "";
  const whole = formatDecimal(Math.abs(changeDays), 0);
  return whole === "0" ? "0" : `${changeDays > 0 ? "+" : minus}${whole}`;
}
