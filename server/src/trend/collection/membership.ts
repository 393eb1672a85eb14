import type { ModelDensity } from "../../density/capabilityDensity.ts";
import { type Model, modelKinds, type ReleaseDate } from "../../density/model.ts";
import { isInSizeRange, type SizeRange } from "./sizeRange.ts";
import { isDoubted } from "./strictDoubts.ts";

/** What `--kinds` accepts: the kinds of weights, and quantised weights of any kind. */
export const kindChoices = [...modelKinds, "quantized"] as const;
export type KindChoice = (typeof kindChoices)[number];

/** The paper's population: weights that were trained, pruned or distilled, at full precision. */
export const defaultKinds: readonly KindChoice[] = ["base", "pruned", "distilled"];

/** Why a card is not in the trend: a closed set; every card left out has exactly one. */
export const exclusionReasons = [
  "unreadable",
  "duplicate-name",
  "set-aside",
  "kind",
  "no-date",
  "date-future",
  "no-size",
  "no-basis-score",
  "near-chance",
  "out-of-range",
  "outside-window",
  "outside-size",
  "doubted",
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** Which models a trend is fitted to. Days are inclusive. */
export interface MembershipSettings {
  readonly kinds: readonly KindChoice[];
  readonly sinceEpochDay: number | undefined;
  readonly untilEpochDay: number | undefined;
  /** Models that a person leaves out to see what they change, by the names of their cards. */
  readonly without: readonly string[];
  /** Sizes, as the denominator counts them; `undefined`: all. */
  readonly size: SizeRange | undefined;
  /** Whether models with a doubt of protocol, size or chance are left out. */
  readonly strict: boolean;
  /** The day taken for today: what is dated later is not out yet. `undefined`: dates are not judged. */
  readonly asOfEpochDay?: number | undefined;
}

/** The reason a model stays out of the trend, or `undefined` for a member. */
export function exclusionReason(
  model: Model,
  density: ModelDensity,
  isDuplicate: boolean,
  settings: MembershipSettings,
): ExclusionReason | undefined {
  if (isDuplicate) return "duplicate-name";
  if (settings.without.includes(model.name)) return "set-aside";
  if (!hasChosenKind(model, settings.kinds)) return "kind";
  if (model.releaseDate === undefined) return "no-date";
  if (isAfter(model.releaseDate, settings.asOfEpochDay)) return "date-future";
  if (density.result.kind === "none") return density.result.reason;
  const { epochDay } = model.releaseDate;
  const isInside =
    epochDay >= (settings.sinceEpochDay ?? epochDay) && epochDay <= (settings.untilEpochDay ?? epochDay);
  if (!isInside) return "outside-window";
  if (settings.size !== undefined && !isInSizeRange(density.result.actualParameters, settings.size))
    return "outside-size";
  return settings.strict && isDoubted(density.flags) ? "doubted" : undefined;
}

/** A month counts as day 15 and is not out yet only when all of it lies ahead. */
function isAfter({ epochDay, precision }: ReleaseDate, asOfEpochDay: number | undefined): boolean {
  return asOfEpochDay !== undefined && epochDay - (precision === "month" ? 14 : 0) > asOfEpochDay;
}

/** A model without a kind counts as base and is flagged; quantised weights need `quantized`. */
function hasChosenKind(model: Model, kinds: readonly KindChoice[]): boolean {
  const { kind = "base" } = model;
  // What a card says but nobody understands may be anything, so it is no member.
  return (
    kind !== "unknown" &&
    kinds.includes(kind) &&
    (model.weightBits === undefined || kinds.includes("quantized"))
  );
}
