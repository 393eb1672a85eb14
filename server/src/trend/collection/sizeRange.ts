/** Sizes in parameters, as the denominator counts them: `least` is in the range, `below` is not. */
export interface SizeRange {
  readonly least: number;
  readonly below: number;
}

/** Whether a count of parameters lies in a range. */
export function isInSizeRange(parameters: number, { least, below }: SizeRange): boolean {
  return parameters >= least && parameters < below;
}
