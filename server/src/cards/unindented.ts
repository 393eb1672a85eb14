import { isEmpty, type MapEntry, type MapNode } from "./cardTree.ts";
import { knownKeys } from "./knownKeys.ts";
import { levelBelow } from "./levels.ts";

/** A key, and the entries below it that it was meant to hold. */
export interface Unindented {
  readonly holder: MapEntry;
  /** In the order of the text. */
  readonly first: MapEntry;
  readonly last: MapEntry;
  /** All of them. */
  readonly entries: readonly MapEntry[];
  /** What the key holds already; `undefined` when it is empty. */
  readonly held: MapNode | undefined;
}

/**
 * Finds keys of a card whose entries, or the last of them, start where the keys themselves do. Such entries
 * end with the first key of the card's own, and with the last that can be told to be meant.
 */
export function findUnindented({ entries, isFlow }: MapNode): readonly Unindented[] {
  if (isFlow) return [];
  const all = [...entries.values()];
  return all.flatMap((holder, position) => {
    const isHeld = levelBelow([holder.key])?.isKey;
    const { value } = holder;
    const held = value.kind === "map" && !value.isFlow ? value : undefined;
    if (isHeld === undefined || (held === undefined && !isEmpty(value))) return [];
    const below = all.slice(position + 1);
    const own = below.findIndex(
      ({ key, keyRange }) =>
        knownKeys.card.includes(key) || held?.entries.has(key) || keyRange.start < holder.keyRange.start,
    );
    const run = own === -1 ? below : below.slice(0, own);
    const meant = run.slice(0, run.findLastIndex(({ key }) => isHeld(key)) + 1);
    const [first] = meant;
    const last = meant.at(-1);
    if (first === undefined || last === undefined || !isHeld(first.key)) return [];
    return [{ holder, first, last, entries: meant, held }];
  });
}
