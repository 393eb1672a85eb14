import { closest, distance } from "fastest-levenshtein";

const noBreakSpace = "\u00A0";
const longestShownText = 60;

/** Text from a card as it may stand in a message: one line, no control characters, not too long. */
export function shown(text: string): string {
  const oneLine = text
    .slice(0, longestShownText + 1)
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF]+/gu, " ")
    .trim();
  return text.length > longestShownText ? `${oneLine.slice(0, longestShownText)}…` : oneLine;
}

/** A count for people: three significant figures and a unit, "7.24 B". */
export function shownCount(count: number): string {
  const units = [
    [1e12, "T"],
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "K"],
  ] as const;
  // 999.6 million rounds to 1.00 billion, so the unit is chosen after rounding.
  const rounded = Number(count.toPrecision(3));
  const unit = units.find(([factor]) => rounded >= factor);
  if (unit === undefined) return String(rounded);
  const [factor, letter] = unit;
  const mantissa = rounded / factor;
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(mantissa)));
  const digits = mantissa.toFixed(decimals);
  return `${decimals > 0 && letter !== "B" ? String(Number(digits)) : digits}${noBreakSpace}${letter}`;
}

/** "a", "a or b", "a, b or c". */
export function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

/** "a", "a and b", "a, b and c". */
export function enumeration(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** The candidate a misspelt word is meant to be: at most a third of its letters may differ. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestShownText || candidates.length === 0) return undefined;
  const lower = word.toLowerCase();
  const candidate = closest(lower, [...candidates]);
  return distance(lower, candidate) <= Math.max(1, Math.floor(word.length / 3)) ? candidate : undefined;
}
