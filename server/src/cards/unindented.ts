import { resolveBenchmark } from "./benchmarkRegistry.ts";
import { isEmpty, type MapEntry, type MapNode } from "./cardTree.ts";
import { knownKeys } from "./knownKeys.ts";

/** A key without a value, and the entries below it that it was meant to hold. */
export interface Unindented {
  readonly holder: MapEntry;
  /** In the order of the text; never an empty list. */
  readonly entries: readonly MapEntry[];
}

/** Which entries each key that holds a map may hold, told by their keys. */
const isHeldBy: Readonly<Record<string, (key: string) => boolean>> = {
  benchmarks: (key) => resolveBenchmark(key) !== undefined,
  parameters: (key) => knownKeys.parameters.includes(key),
  quantization: (key) => knownKeys.quantization.includes(key),
  price_per_million_tokens: (key) => knownKeys.price.includes(key),
};

/**
 * Finds keys of a card that are empty because the lines below them start where they do. Such entries end with
 * the first key of the card's own, and with the last that can be told to be meant.
 */
export function findUnindented({ entries, isFlow }: MapNode): readonly Unindented[] {
  if (isFlow) return [];
  const all = [...entries.values()];
  return all.flatMap((holder, position) => {
    const isHeld = isHeldBy[holder.key];
    if (isHeld === undefined || !isEmpty(holder.value)) return [];
    const below = all.slice(position + 1);
    const own = below.findIndex(
      ({ key, keyRange }) => knownKeys.card.includes(key) || keyRange.start < holder.keyRange.start,
    );
    const run = own === -1 ? below : below.slice(0, own);
    const last = run.findLastIndex(({ key }) => isHeld(key));
    const [first] = run;
    const isMeant = first !== undefined && isHeld(first.key);
    return isMeant ? [{ holder, entries: run.slice(0, last + 1) }] : [];
  });
}
