import { formatDaysAhead } from "../text/dates.ts";
import { formatDensity, formatParameters } from "../text/numbers.ts";
import type { AnalysedModel, AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import { exclusionSummary } from "./exclusions.ts";
import { densityBoundPhrase, noDensityPhrase } from "./noDensity.ts";

/**
 * A model in one line: "Density 1.26 | 3.54 B effective from 2.82 B | 138 days behind the trend", "Density
 * at most 0.35 | " or "No density: " with the reason. The last part needs a trend; a model left out says why instead.
 */
export function lensText(analysed: AnalysedModel, settings: AnalysisSettings): string {
  const { model, density } = analysed;
  if (density.result.kind === "none") {
    const bound = densityBoundPhrase(density);
    const reason = noDensityPhrase(model, density, settings) ?? density.result.reason;
    return bound === undefined ? `No density: ${reason}` : `Density ${bound} | not in the trend: ${reason}`;
  }
  const { effectiveParameters, actualParameters } = density.result;
  return [
    `Density ${formatDensity(density.result.density)}`,
    `${formatParameters(effectiveParameters)} effective from ${formatParameters(actualParameters)}`,
    placePhrase(analysed, settings),
  ]
    .filter((part) => part !== undefined)
    .join(" | ");
}

/** For a model so far from the trend that its days would lie outside the data. */
export function beyondSpanPhrase(side: "ahead" | "behind"): string {
  return `further ${side === "ahead" ? "ahead of" : "behind"} the trend than its data span`;
}

/**
 * Where a model stands against the trend: "record, 41 days ahead of the trend"; for a model left out,
 * "not in the trend: instruct"; `undefined` when no doubling is claimed.
 */
export function placePhrase(analysed: AnalysedModel, settings: AnalysisSettings): string | undefined {
  const { excluded, isRecord, daysAhead, beyondSpan } = analysed;
  if (excluded !== undefined) return `not in the trend: ${exclusionSummary(excluded, analysed, settings)}`;
  if (beyondSpan !== undefined) return beyondSpanPhrase(beyondSpan);
  if (daysAhead === undefined) return undefined;
  return isRecord ? `record, ${formatDaysAhead(daysAhead)}` : formatDaysAhead(daysAhead);
}
