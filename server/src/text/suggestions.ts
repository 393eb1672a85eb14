import { closest, distance } from "fastest-levenshtein";
import { modelSpelling } from "../density/modelNames.ts";
import { ownText } from "./ownText.ts";

const longestQuotedText = 60;

/** Text from a card as it may stand in a message: one line, no control characters, not too long. */
export function quoted(text: string): string {
  // Cutting may leave half a character, which is then replaced like the other unprintable ones.
  const oneLine = text
    .slice(0, longestQuotedText)
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF]+/gu, " ")
    .trim();
  return ownText(text.length > longestQuotedText ? `${oneLine}…` : oneLine);
}

/** "a", "a or b", "a, b or c". */
export function alternatives(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} or ${last}`;
}

/**
 * The candidate a misspelt word is meant to be: at most a third of its letters may differ, or two
 * neighbours have changed places.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > longestQuotedText || candidates.length === 0) return undefined;
  const lower = word.toLowerCase();
  const candidate = closest(lower, [...candidates]);
  if (distance(lower, candidate) <= Math.max(1, Math.floor(word.length / 3))) return candidate;
  return candidates.find((other) => areNeighboursSwapped(lower, other));
}

/** The commonest slip of all, which an edit distance counts as two. */
function areNeighboursSwapped(word: string, candidate: string): boolean {
  let at = 0;
  while (at < word.length && word[at] === candidate[at]) at += 1;
  if (at + 1 >= word.length) return false;
  const swapped = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  return swapped === candidate;
}

/**
 * The model of a collection that a wrong name is meant to be. Other sizes of a family differ by a digit
 * only, and are not what was meant.
 */
export function nearestModelName(word: string, names: readonly string[]): string | undefined {
  const spelling = modelSpelling(word);
  const spellings = names.map((name) => [modelSpelling(name), name] as const);
  const sameDigits = new Map(spellings.filter(([candidate]) => digitsOf(candidate) === digitsOf(spelling)));
  const near = sameDigits.get(nearest(spelling, [...sameDigits.keys()]) ?? "");
  if (near !== undefined || spelling.length < shortestBeginning) return near;
  const [longer] = spellings
    .filter(([candidate]) => candidate.startsWith(spelling))
    .sort(([one], [other]) => one.length - other.length);
  return longer?.[1];
}

/** A shorter beginning says too little of what was meant. */
const shortestBeginning = 4;

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, "");
}
