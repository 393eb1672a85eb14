import { resolveBenchmark } from "../vocabulary/benchmarkRegistry.ts";
import { knownKeys } from "../vocabulary/knownKeys.ts";
import { isEmpty, type MapNode, type Unindented } from "../yaml/cardTree.ts";

/** What may stand in the maps that keys of the card hold. */
const keysBelow: ReadonlyMap<string, (key: string) => boolean> = new Map([
  ["parameters", (key: string) => knownKeys.parameters.includes(key)],
  ["quantization", (key: string) => knownKeys.quantization.includes(key)],
  ["price_per_million_tokens", (key: string) => knownKeys.price.includes(key)],
  ["benchmarks", (key: string) => resolveBenchmark(key) !== undefined],
]);

/** Finds keys of a card, and benchmarks, whose entries, or the last of them, start where they do themselves. */
export function findUnindented(card: MapNode): readonly Unindented[] {
  const benchmarks = card.entries.get("benchmarks")?.value;
  const inScores = benchmarks?.kind === "map" ? (benchmarks.unindented ?? []) : [];
  return [...unindentedInCard(card), ...inScores];
}

/** The run ends before the next key of the card itself; trailing keys that the holder does not know are no part of it. */
function unindentedInCard({ entries, isFlow }: MapNode): readonly Unindented[] {
  if (isFlow) return [];
  const all = [...entries.values()];
  return all.flatMap((holder, position) => {
    const isHeld = keysBelow.get(holder.key);
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
