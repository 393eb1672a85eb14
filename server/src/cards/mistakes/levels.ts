import { resolveBenchmark } from "../vocabulary/benchmarkRegistry.ts";
import { knownKeys } from "../vocabulary/knownKeys.ts";

/** A sort of map in a card, and what may stand in it. */
export interface Level {
  readonly name: "card" | "parameters" | "quantization" | "price" | "benchmarks" | "result";
  readonly isKey: (key: string) => boolean;
  /** The map that a key may hold; `undefined` for a key that holds none. */
  readonly below: (key: string) => Level | undefined;
}

const holdsNone = () => undefined;

const result: Level = {
  name: "result",
  isKey: (key) => knownKeys.result.includes(key),
  below: holdsNone,
};

/** The maps that keys of the card hold. */
const heldByCard: Readonly<Record<string, Level>> = {
  parameters: {
    name: "parameters",
    isKey: (key) => knownKeys.parameters.includes(key),
    below: holdsNone,
  },
  quantization: {
    name: "quantization",
    isKey: (key) => knownKeys.quantization.includes(key),
    below: holdsNone,
  },
  price_per_million_tokens: {
    name: "price",
    isKey: (key) => knownKeys.price.includes(key),
    below: holdsNone,
  },
  benchmarks: {
    name: "benchmarks",
    isKey: (key) => resolveBenchmark(key) !== undefined,
    below: () => result,
  },
};

const card: Level = {
  name: "card",
  isKey: (key) => knownKeys.card.includes(key),
  below: (key) => (Object.hasOwn(heldByCard, key) ? heldByCard[key] : undefined),
};

/** The map that stands below keys of a card, the outermost first; `undefined` where the format has none. */
export function levelBelow(keys: readonly string[]): Level | undefined {
  return keys.reduce<Level | undefined>((level, key) => level?.below(key), card);
}
