/** An element of a typed array within its bounds; the caller keeps the index inside. */
export function at(values: Float64Array | Int32Array, index: number): number {
  return values[index] as number;
}
