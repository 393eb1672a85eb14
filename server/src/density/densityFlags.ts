/** Facts a reader needs to judge a density. The closed set of flags in reports and on hovers. */
export const densityFlags = [
  "extrapolated",
  "imprecise",
  "below-floor",
  "saturated",
  "total-parameters-used",
  "active-parameters-unknown",
  "unit-doubted",
  "month-only",
  "kind-missing",
  "near-chance",
  "protocol-differs",
  "harness-differs",
  "instruct-on-base-reference",
  "available-basis",
  "from-loss",
] as const;
export type DensityFlag = (typeof densityFlags)[number];

/** Each flag once, in the order of the list. */
export function inOrder(flags: readonly DensityFlag[]): readonly DensityFlag[] {
  return flags.length < 2 ? flags : densityFlags.filter((flag) => flags.includes(flag));
}
