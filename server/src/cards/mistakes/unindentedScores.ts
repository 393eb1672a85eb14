import { isMap, isPair, isScalar, type Pair } from "yaml";
import { knownKeys } from "../vocabulary/knownKeys.ts";

/**
 * The entries behind a benchmark that are keys of its score and start where it does: it has no value, or one
 * that goes on with them. No benchmark has the name of such a key.
 * @param items entries of the map `benchmarks`, in lines
 */
export function scoreKeysBelow(items: readonly unknown[], position: number): readonly Pair[] {
  const holder = items[position];
  const held = isPair(holder) && scoreKeyOf(holder) === undefined ? heldKeys(holder) : undefined;
  if (held === undefined) return [];
  const below: Pair[] = [];
  for (let next = position + 1; next < items.length; next += 1) {
    const item = items[next];
    const key = isPair(item) ? scoreKeyOf(item) : undefined;
    if (!isPair(item) || key === undefined || held.includes(key)) break;
    below.push(item);
  }
  return below;
}

/** The keys of the score that a benchmark holds; `undefined` when it holds something else. */
function heldKeys({ value }: Pair): readonly string[] | undefined {
  if (isEmptyValue(value)) return [];
  if (!isMap(value) || value.flow === true) return undefined;
  const keys = value.items.flatMap((pair) => scoreKeyOf(pair) ?? []);
  return keys.length > 0 ? keys : undefined;
}

function isEmptyValue(value: unknown): boolean {
  // Null may also be written as `~`, and then it is not the lines below that are meant.
  return value === null || (isScalar(value) && value.value === null && value.source === "");
}

function scoreKeyOf({ key }: Pair): string | undefined {
  const name = isScalar(key) ? String(key.value) : "";
  return knownKeys.result.includes(name) ? name : undefined;
}
