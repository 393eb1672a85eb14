import type { CountKey } from "../findings/cardSubjects.ts";
import { longestNote } from "./longestNote.ts";

/** Counts that a text names: the first without a word is the total. */
export type NamedCounts = readonly { readonly key: CountKey; readonly text: string }[];

const quantity = String.raw`(?:\d+(?:\.\d+)?|\.\d+)\s*(?:[kmbt]|bn|thousand|million|billion|trillion)(?![a-z])`;
/** Words beside a count, the more special first. */
const labels: readonly (readonly [pattern: RegExp, key: CountKey])[] = [
  [
    /activ\w*.*(?:non[-\s_]?embed|without\s+embed|excl\w*\s+embed)|(?:non[-\s_]?embed|without\s+embed).*activ/i,
    "active_non_embedding",
  ],
  [/non[-\s_]?embed|(?:without|w\/o|excl\w*|less|minus|not counting)\s+(?:the\s+)?embed/i, "non_embedding"],
  [/activ|per\s+token/i, "active"],
  [/total|overall|altogether|in all|full/i, "total"],
];
const fillers =
  /^(?:param(?:eter)?s?|with|of which|of them|are|and|in|the|:|=|-|\u2013|\u2014|\(|\)|\[|\]|\s)*$/i;

/**
 * Reads `7.61B (6.53B non-embedding)` and `235B total, 22B activated`: two or more counts with words that say
 * which; `undefined` where the words leave that open.
 */
export function namedCounts(text: string): NamedCounts | undefined {
  if (text.length > longestNote) return undefined;
  const pieces = text.split(new RegExp(`(${quantity})`, "i")).map((piece) => piece.trim());
  const counts = pieces.filter((_, place) => place % 2 === 1);
  if (counts.length < 2) return undefined;
  const [before = ""] = pieces;
  const isWordFirst = before !== "";
  const wordsOf = (place: number) => pieces[2 * place + (isWordFirst ? 0 : 2)] ?? "";
  const named = counts.map((written, place) => {
    const words = wordsOf(place).replace(/^[,;/()[\]\s]+|[,;/()[\]\s]+$/g, "");
    const key = labels.find(([pattern]) => pattern.test(words))?.[1];
    const isOpen = key === undefined && fillers.test(words) && place === 0;
    return { key: isOpen ? ("total" as const) : key, text: written.replaceAll(/\s+/g, "") };
  });
  const known = named.flatMap(({ key, text: written }) =>
    key === undefined ? [] : [{ key, text: written }],
  );
  const areDifferent = new Set(known.map(({ key }) => key)).size === known.length;
  return known.length === counts.length && areDifferent ? known : undefined;
}

/** A count with a note that says no other count: `7B (dense)`, `7.6B*`, `7B [1]`. */
export function notedCount(text: string): string | undefined {
  if (text.length > longestNote) return undefined;
  const match = new RegExp(
    `^(${quantity})\\s*(?:param(?:eter)?s?|tokens?)?\\s*(?:[([].*[)\\]]|[*\u2020\u2021\u00a7\u2605\u2b50\ufe0f]+)$`,
    "iu",
  ).exec(text);
  if (match === null || new RegExp(quantity, "i").test(text.slice(match[1]?.length))) return undefined;
  // A mixture of experts has a second count that nobody has written.
  return /spars|moe|expert|embed|activ|without|excl/i.test(text)
    ? undefined
    : match[1]?.replaceAll(/\s+/g, "");
}
