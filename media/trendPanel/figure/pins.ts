/** Two models are compared; one that is pinned beside them takes the place of the older. */
const mostPinned = 2;

/**
 * Pins a model, or takes its pin away.
 * @param pinned ids in the order in which they were pinned
 * @param visible ids of the models that there are now; those that are gone give way first
 */
export function withPinToggled(
  pinned: readonly string[],
  modelId: string,
  visible: ReadonlySet<string>,
): readonly string[] {
  if (pinned.includes(modelId)) return pinned.filter((other) => other !== modelId);
  const gone = pinned.filter((id) => !visible.has(id));
  return [...gone, ...pinned.filter((id) => visible.has(id)), modelId].slice(-mostPinned);
}

/** What a page kept; anything unexpected counts as nothing pinned. */
export function readPins(value: unknown): readonly string[] {
  const kept = Array.isArray(value) ? value.filter((id) => typeof id === "string") : [];
  return [...new Set(kept)].slice(-mostPinned);
}
