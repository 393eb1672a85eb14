import { formatDays } from "../text/dates.ts";
import { counted, formatPValue } from "../text/numbers.ts";
import { significanceLevel } from "../trend/fit/fitTrend.ts";
import type { SensitivityResult } from "../trend/questions/sensitivity.ts";

/** Over all models of a row: "172 days", "no growth"; empty where nothing is fitted. */
export function allModelDays({ byEstimator }: SensitivityResult): string {
  const all = byEstimator.find(({ estimator }) => estimator === "all");
  if (all === undefined) return "";
  return all.doublingTimeDays === undefined ? "no growth" : formatDays(all.doublingTimeDays);
}

/** How sure the rise over all models of a row is: "p = 0.04"; empty where it cannot be tested. */
export function rowPValue({ test }: SensitivityResult): string {
  return test === undefined ? "" : formatPValue(test.pValue, significanceLevel);
}

/** "Over all models by size: below 3 B 172 days (21 models, p = 0.12); …"; `undefined` without rows. */
export function sizesSentence(
  rows: readonly (SensitivityResult & { readonly choice: { readonly label: string } })[],
): string | undefined {
  if (rows.length === 0) return undefined;
  const parts = rows.map((row) => {
    const days = allModelDays(row) || "too few";
    const facts = [counted(row.modelCount, "model"), rowPValue(row)].filter((text) => text !== "");
    return `${row.choice.label} ${days} (${facts.join(", ")})`;
  });
  return `Over all models by size: ${parts.join("; ")}.`;
}
