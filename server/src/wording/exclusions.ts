import type { DensityFlag } from "../density/capabilityDensity.ts";
import type { Model } from "../density/model.ts";
import { formatDate, formatReleaseDate } from "../text/dates.ts";
import { formatParameterLimit, formatParameters } from "../text/numbers.ts";
import { listed, sentence } from "../text/sentences.ts";
import type { AnalysedModel, AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { ExclusionReason, KindChoice, MembershipSettings } from "../trend/collection/membership.ts";
import type { SizeRange } from "../trend/collection/sizeRange.ts";
import { strictDoubts } from "../trend/collection/strictDoubts.ts";
import { noDensityPhrase } from "./noDensity.ts";

/**
 * Why a card is not in the trend, as a phrase without a capital or full stop.
 * @param analysed `undefined` for an unreadable card
 */
export function exclusionPhrase(
  reason: ExclusionReason,
  analysed: AnalysedModel | undefined,
  settings: AnalysisSettings,
): string {
  if (analysed === undefined || reason === "unreadable") return "the card could not be read";
  const { model, density } = analysed;
  switch (reason) {
    case "duplicate-name":
      return "more than one card has this name, so none of them counts";
    case "set-aside":
      return "left out by choice";
    case "kind":
      return `${kindOfWeights(model, settings.kinds)} weights; the trend takes ${kindsPhrase(settings.kinds)}`;
    case "no-date":
      return "no release date";
    case "date-future": {
      const date = model.releaseDate === undefined ? "" : ` on ${formatReleaseDate(model.releaseDate)}`;
      return `to be released${date}, after today`;
    }
    case "no-size":
    case "no-basis-score":
    case "near-chance":
    case "out-of-range":
      return noDensityPhrase(model, density, settings) ?? "no density";
    case "outside-window": {
      const date = model.releaseDate === undefined ? "" : ` ${formatReleaseDate(model.releaseDate)}`;
      return `released${date}; the trend takes ${windowPhrase(settings) ?? "all dates"}`;
    }
    case "outside-size": {
      const { result } = density;
      const size = result.kind === "density" ? `${formatParameters(result.actualParameters)}; ` : "";
      return `${size}the trend takes ${sizePhrase(settings.size)}`;
    }
    case "doubted":
      return `left out of a strict fit: ${listed(doubtsOf(density.flags))}`;
  }
}

/** Why a card is not in the trend, as one sentence. */
export function exclusionSentence(
  reason: ExclusionReason,
  analysed: AnalysedModel | undefined,
  settings: AnalysisSettings,
): string {
  return sentence(exclusionPhrase(reason, analysed, settings));
}

/**
 * The same for a line that has little room: "instruct", "outside the dates chosen", "3 of 5 scores:
 * MATH and MBPP missing".
 */
export function exclusionSummary(
  reason: ExclusionReason,
  analysed: AnalysedModel | undefined,
  settings: AnalysisSettings,
): string {
  switch (reason) {
    case "kind":
      return analysed === undefined ? "kind not chosen" : kindOfWeights(analysed.model, settings.kinds);
    case "duplicate-name":
      return "name used twice";
    case "outside-window":
      return "outside the dates chosen";
    case "date-future":
      return "dated after today";
    case "outside-size":
      return "outside the sizes chosen";
    default:
      return exclusionPhrase(reason, analysed, settings);
  }
}

/** How many cards each reason leaves out: "kind 4, no-date 1". */
export function exclusionCounts(excluded: readonly { readonly reason: ExclusionReason }[]): string {
  const counts = new Map<ExclusionReason, number>();
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${reason} ${count}`).join(", ");
}

/** A kind choice in words. */
export function kindName(kind: KindChoice): string {
  return kind === "quantized" ? "quantised" : kind;
}

/** The dates a trend is limited to; `undefined` without limits. */
export function windowPhrase({
  sinceEpochDay,
  untilEpochDay,
}: Pick<MembershipSettings, "sinceEpochDay" | "untilEpochDay">): string | undefined {
  if (sinceEpochDay === undefined)
    return untilEpochDay === undefined ? undefined : `to ${formatDate(untilEpochDay)}`;
  return untilEpochDay === undefined
    ? `from ${formatDate(sinceEpochDay)}`
    : `${formatDate(sinceEpochDay)} to ${formatDate(untilEpochDay)}`;
}

/** The sizes a trend is limited to: "all sizes", "below 3 B", "0.5 B to 3 B", "from 15 B". */
export function sizePhrase(size: SizeRange | undefined): string {
  if (size === undefined) return "all sizes";
  const { least, below } = size;
  if (least === 0) return `below ${formatParameterLimit(below)}`;
  const from = formatParameterLimit(least);
  return below === Number.POSITIVE_INFINITY ? `from ${from}` : `${from} to ${formatParameterLimit(below)}`;
}

const doubtNames: Partial<Readonly<Record<DensityFlag, string>>> = {
  "protocol-differs": "another protocol than the reference’s",
  "harness-differs": "another harness than the reference’s",
  "total-parameters-used": "only the total size is known",
  "active-parameters-unknown": "the active size is not known",
  "near-chance": "a score near chance",
};

function doubtsOf(flags: readonly DensityFlag[]): string[] {
  return strictDoubts.filter((flag) => flags.includes(flag)).flatMap((flag) => doubtNames[flag] ?? []);
}

/** What keeps a model out: its bits when quantised weights are not chosen, else its kind. */
function kindOfWeights({ kind, weightBits }: Model, kinds: readonly KindChoice[]): string {
  return weightBits !== undefined && !kinds.includes("quantized")
    ? `${Number(weightBits.toFixed(2))}-bit quantised`
    : (kind ?? "base");
}

function kindsPhrase(kinds: readonly KindChoice[]): string {
  return kinds.length === 0 ? "no kind" : listed(kinds.map(kindName));
}
