import type { DensityFlag } from "../../density/capabilityDensity.ts";
import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import type { Trend } from "../fit/fitTrend.ts";
import { trendOfMembers } from "./trendOfMembers.ts";

/** Doubts of protocol, of size and of chance. */
export const strictlyLeftOut: readonly DensityFlag[] = [
  "protocol-differs",
  "harness-differs",
  "total-parameters-used",
  "active-parameters-unknown",
  "near-chance",
];

/** The trend of the members that nothing is doubted of. */
export function strictTrend(analysis: CollectionAnalysis): Trend {
  return trendOfMembers(
    analysis,
    ({ density: { flags } }) => !flags.some((flag) => strictlyLeftOut.includes(flag)),
  );
}
