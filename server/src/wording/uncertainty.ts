import type { ModelDensity } from "../density/capabilityDensity.ts";
import type { DensityInterval } from "../density/densityInterval.ts";
import { referenceSensitivity } from "../density/referenceSensitivity.ts";
import type { DensitySettings } from "../density/settings.ts";
import { formatDecimal, formatDensity, formatTokens, noBreakSpace } from "../text/numbers.ts";
import type { DetailRow } from "./detailRow.ts";
import { formatLoss } from "./losses.ts";

/** An interval in few words: "0.66 to 0.92", "above 0.66", "below 0.92". */
export function intervalPhrase({ low, high }: DensityInterval): string {
  if (low.kind === "density" && high.kind === "density")
    return `${formatDensity(low.density)} to ${formatDensity(high.density)}`;
  if (low.kind === "density") return `above ${formatDensity(low.density)}`;
  return high.kind === "density" ? `below ${formatDensity(high.density)}` : "open";
}

/** How sure a density is: its interval, and apart from it what other choices of reference would say. */
export function uncertaintyRows(density: ModelDensity, settings: DensitySettings): DetailRow[] {
  const { interval } = density;
  const rows: DetailRow[] = [];
  if (interval !== undefined)
    rows.push({
      label: `Density, 95${noBreakSpace}% interval`,
      value: `${intervalPhrase(interval)}${openEndPhrase(interval)}`,
    });
  const sensitivity = referenceSensitivity(density, settings);
  if (sensitivity === undefined) return rows;
  const { otherMinima, otherTokens } = sensitivity;
  if (otherMinima.length > 0)
    rows.push({
      label: `Under the reference’s other ${otherMinima.length === 1 ? "minimum" : "minima"}`,
      value: otherMinima.map(densityOrNone).join(", "),
    });
  rows.push({
    label: `With D₀ ${otherTokens.map(({ tokens }) => formatTokens(tokens)).join(", ")} tokens`,
    value: otherTokens.map((one) => densityOrNone(one.density)).join(", "),
  });
  return rows;
}

/** What an interval is made of, as a sentence with a space before it; empty without one. */
export function intervalBasis({ interval, basisScore }: ModelDensity): string {
  if (interval === undefined) return "";
  if (basisScore.kind === "available")
    return " Interval from those of the scores available; the choice of reference is not in it.";
  const { samplingPoints, residualPoints, residualNats } = interval;
  if (residualNats !== undefined)
    return ` Interval from the residual of the reference’s loss law, ${formatLoss(residualNats)} nats per token; the error of the loss is not known, and the choice of reference is not in it.`;
  const sampling =
    samplingPoints === undefined
      ? "the sampling error of the score is not known"
      : `sampling error ${formatDecimal(samplingPoints, 1)}`;
  const residual =
    residualPoints === undefined
      ? "the residual of the reference is not known"
      : `the reference’s residual ${formatDecimal(residualPoints, 1)}`;
  return ` Interval from ${sampling} and ${residual} points; the choice of reference is not in it.`;
}

function openEndPhrase({ low, high }: DensityInterval): string {
  if (high.kind === "open") return "; the upper end lies above the ceiling";
  return low.kind === "open" ? "; the lower end lies below the floor" : "";
}

function densityOrNone(density: number | undefined): string {
  return density === undefined ? "none" : formatDensity(density);
}
