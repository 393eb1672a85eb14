/** Sizes in parameters, as the denominator counts them: `least` is in the range, `below` is not. */
export interface SizeRange {
  readonly least: number;
  readonly below: number;
}

/** Whether a count of parameters lies in a range. */
export function isInSizeRange(parameters: number, { least, below }: SizeRange): boolean {
  return parameters >= least && parameters < below;
}

/** What phones, single graphics cards and servers hold. */
export const sizeRanges: readonly SizeRange[] = [
  { least: 0, below: 3e9 },
  { least: 3e9, below: 15e9 },
  { least: 15e9, below: Number.POSITIVE_INFINITY },
];
