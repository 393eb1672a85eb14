import type { DensityFlag } from "../../density/capabilityDensity.ts";

/** Doubts of protocol, of size and of chance: a strict trend is fitted without models that have one. */
export const strictDoubts: readonly DensityFlag[] = [
  "protocol-differs",
  "harness-differs",
  "total-parameters-used",
  "active-parameters-unknown",
  "near-chance",
];

/** Whether a strict trend leaves a density out. */
export function isDoubted(flags: readonly DensityFlag[]): boolean {
  return flags.some((flag) => strictDoubts.includes(flag));
}
