import { formatDays } from "../text/dates.ts";
import { counted, formatDecimal } from "../text/numbers.ts";
import { plain, strong, type TextRun } from "../text/textRun.ts";
import type { Verdict } from "../trend/fit/fitTrend.ts";
import type { MethodsRow } from "./methodsTable.ts";

/** The finding of the table of methods: how far the choices carry the doubling time. */
export function methodsHeadline(rows: readonly MethodsRow[], verdict: Verdict): TextRun[] {
  const days = rows.flatMap((row) => row.days ?? []);
  if (days.length === 0) return [plain("No choice gives a doubling time.")];
  const others = rows.length - days.length;
  const rest = others === 0 ? "." : `; ${others} more give${others === 1 ? "s" : ""} none.`;
  const choices = `Over ${days.length === 1 ? "one choice" : `these ${counted(days.length, "choice")}`}`;
  const range = rangeOfDays(days);
  // A number that cannot be claimed is not what a person should carry away.
  return verdict === "doubling"
    ? [plain(`${choices} the doubling time is `), strong(range), plain(rest)]
    : [strong("No doubling can be claimed."), plain(` ${choices} lines give ${range}${rest}`)];
}

function rangeOfDays(days: readonly number[]): string {
  const [shortest, longest] = [Math.min(...days), Math.max(...days)];
  return Math.round(shortest) === Math.round(longest)
    ? formatDays(longest)
    : `${formatDecimal(shortest, 0)} to ${formatDays(longest)}`;
}
