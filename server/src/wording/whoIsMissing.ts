import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { whoIsMissing } from "../trend/questions/whoIsMissing.ts";

/**
 * Members over cards by year, and where the share halves: "In the trend: 23 of 30 cards of 2023, 9 of 43 of
 * 2025. …". `undefined` where every dated card is a member.
 */
export function whoIsMissingSentence(analysis: CollectionAnalysis): string | undefined {
  const { years, halvedIn } = whoIsMissing(analysis);
  if (years.every(({ members, cards }) => members === cards)) return undefined;
  const counts = years.map(({ year, members, cards }, place) => {
    const noun = place > 0 ? "" : cards === 1 ? " card" : " cards";
    return `${members} of ${cards}${noun} of ${year}`;
  });
  const halved =
    halvedIn === undefined
      ? ""
      : ` The share at least halves in ${halvedIn.year}: of the time since, the trend knows little.`;
  return `In the trend: ${counts.join(", ")}.${halved}`;
}
