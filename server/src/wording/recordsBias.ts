import { formatDays } from "../text/dates.ts";
import { formatCount } from "../text/numbers.ts";
import type { RecordsBias } from "../trend/questions/recordsBias.ts";

/** How fast the line through records runs; `undefined` where nobody can say. */
export function recordsBiasSentence(bias: RecordsBias | undefined): string | undefined {
  if (bias === undefined) return undefined;
  const { recordsDays, correspondsToDays, draws } = bias;
  return `Records run fast: a line through them of ${formatDays(recordsDays)} is the median of simulated collections (${formatCount(draws)} of each pace) that double every ${formatDays(correspondsToDays)}.`;
}
