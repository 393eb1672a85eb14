import type { ModelDensity } from "../density/capabilityDensity.ts";
import type { DensityInterval } from "../density/densityInterval.ts";
import { type ReferenceSensitivity, referenceSensitivity } from "../density/referenceSensitivity.ts";
import type { DensitySettings } from "../density/settings.ts";
import { counted, formatDecimal, formatDensity, formatTokens, noBreakSpace } from "../text/numbers.ts";
import type { DetailRow } from "./detailRow.ts";
import { formatLoss } from "./losses.ts";

/** An interval in few words: "0.66 to 0.92", "above 0.66", "below 0.92". */
export function intervalPhrase({ low, high }: Pick<DensityInterval, "low" | "high">): string {
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
  const { otherMinima, otherTokens, lossLaw, lossLawResiduals } = sensitivity;
  if (lossLaw !== undefined)
    rows.push({
      label: `Common to all models: residual of the loss law${residualsPhrase(lossLawResiduals)}`,
      value: intervalPhrase(lossLaw),
    });
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
  const { samplingPoints, residualPoints, reportPoints, residualDegreesOfFreedom } = interval;
  const sampling =
    samplingPoints === undefined
      ? "the sampling error of the score is not known"
      : `sampling error ${formatDecimal(samplingPoints, 1)}`;
  const residual =
    residualPoints === undefined
      ? "the residual of the reference is not known"
      : `the reference’s residual ${formatDecimal(residualPoints, 2)}${freedomPhrase(residualDegreesOfFreedom)}`;
  const report =
    reportPoints === undefined
      ? "how far two reports of a score differ is not known"
      : `spread between reports ${formatDecimal(reportPoints, 1)}`;
  return ` Interval from ${sampling}, ${residual} and ${report}, in points; what is common to all models, as the choice of reference, is not in it.`;
}

function freedomPhrase(degreesOfFreedom: number | undefined): string {
  return degreesOfFreedom === undefined ? "" : ` (${counted(degreesOfFreedom, "degree")} of freedom)`;
}

/** ", 0.00543 nats (3.0 points)"; empty where several curves have one each. */
function residualsPhrase([only, ...others]: ReferenceSensitivity["lossLawResiduals"]): string {
  return only === undefined || others.length > 0
    ? ""
    : `, ${formatLoss(only.residualNats)} nats (${formatDecimal(only.residualPoints, 1)} points)`;
}

function openEndPhrase({ low, high }: DensityInterval): string {
  if (high.kind === "open") return "; the upper end lies above the ceiling";
  return low.kind === "open" ? "; the lower end lies below the floor" : "";
}

function densityOrNone(density: number | undefined): string {
  return density === undefined ? "none" : formatDensity(density);
}
