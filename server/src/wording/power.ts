import { formatDays } from "../text/dates.ts";
import { listed } from "../text/sentences.ts";
import type { Power } from "../trend/questions/power.ts";

/**
 * How often a doubling would be claimed: "Of collections like this one a true doubling of 100 days is claimed
 * in ten of ten, of 400 days in four of ten." `undefined` without a line.
 */
export function powerSentence(powers: readonly Power[]): string | undefined {
  if (powers.length === 0) return undefined;
  const parts = powers.map(
    ({ doublingTimeDays, claimed, draws }) =>
      `of ${formatDays(doublingTimeDays)} in ${Math.round((10 * claimed) / draws)} of 10`,
  );
  return `Simulated with these dates, families and scatter, a true doubling is claimed ${listed(parts)}.`;
}
