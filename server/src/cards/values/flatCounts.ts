/** A count that other formats write at the top of a card. */
export type FlatCount = "total" | "active" | "non_embedding" | "active_non_embedding";

const spellings: readonly (readonly [pattern: RegExp, count: FlatCount])[] = [
  [/^(?:active|activated)_?(?:non_?embedding)_?(?:params?|parameters?)$/, "active_non_embedding"],
  [/^(?:(?:num|n)_)?(?:active|activated)_?(?:params?|parameters?)(?:_count)?$/, "active"],
  [/^(?:(?:num|n)_)?non_?embedding_?(?:params?|parameters?)(?:_count)?$/, "non_embedding"],
  [
    /^(?:total|num|n|model)_?(?:params?|parameters?)$|^(?:params?|parameters?)_?(?:count|size|total)$|^params$/,
    "total",
  ],
];

/** Which count a key at the top of a card stands for, as `active_parameters`; `undefined` for none. */
export function flatCount(key: string): FlatCount | undefined {
  const written = key.toLowerCase().replaceAll(/[-\s]/g, "_");
  return spellings.find(([pattern]) => pattern.test(written))?.[1];
}
