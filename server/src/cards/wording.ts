import { closest, distance } from "fastest-levenshtein";

const longestShownText = 60;

/** Text from a card as it may stand in a message: one line, no control characters, not too long. */
export function shown(text: string): string {
  // Cutting may leave half a character, which is then replaced like the other unprintable ones.
  const oneLine = text
    .slice(0, longestShownText)
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF]+/gu, " ")
    .trim();
  return text.length > longestShownText ? `${oneLine}…` : oneLine;
}

/** "a", "a or b", "a, b or c". */
export function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

/** The candidate a misspelt word is meant to be: at most a third of its letters may differ. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestShownText || candidates.length === 0) return undefined;
  const lower = word.toLowerCase();
  const candidate = closest(lower, [...candidates]);
  return distance(lower, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined;
}
