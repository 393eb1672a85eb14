import type { FindingCode } from "../cards/finding.ts";
import type { LocatedFinding } from "../cards/locatedFinding.ts";
import type { Place } from "../cards/place.ts";
import type { Model } from "../density/model.ts";
import { baseModelCycle, baseModelUnknown } from "./baseModels.ts";
import { benchmarkBeforeModel } from "./benchmarkAge.ts";
import { cardsDisagree } from "./cardsDisagree.ts";
import { checkpointAlone } from "./checkpointAlone.ts";
import { compressionLoss } from "./compressionLoss.ts";
import { countsOfBase } from "./countsOfBase.ts";
import { dateInName } from "./dateInName.ts";
import { embeddingShare } from "./embeddingShare.ts";
import { evaluationAsRelease, releasedAfterChildren } from "./evaluationDate.ts";
import { instructAsBase } from "./instructAsBase.ts";
import { kindInName, quantizedInName } from "./makingInName.ts";
import { nameSize } from "./nameSize.ts";
import { priceDatePlausible } from "./priceDate.ts";
import { protocolDiffers } from "./protocolDiffers.ts";
import { releaseDatePlausible, releasedBeforeParent } from "./releaseDates.ts";
import { resultsDiffer } from "./resultsDiffer.ts";
import {
  type CardPart,
  type CardPlaces,
  type CardRule,
  type CardRuleContext,
  type CollectionRule,
  type CollectionRuleContext,
  placeInFile,
  type RuleCard,
  type RuleFinding,
} from "./rule.ts";
import { ruleFinding } from "./ruleFinding.ts";
import { scoreAboveFrontier, scoreBelowChance, scoreCopied } from "./scorePlausible.ts";
import { sourceMissing, sourceNotUrl } from "./sources.ts";
import { standardErrorDoubtful } from "./standardError.ts";

/** Rules that look at one card alone. */
const cardRules: readonly CardRule[] = [
  nameSize,
  embeddingShare,
  releaseDatePlausible,
  dateInName,
  priceDatePlausible,
  evaluationAsRelease,
  scoreBelowChance,
  scoreCopied,
  standardErrorDoubtful,
  resultsDiffer,
  protocolDiffers,
  instructAsBase,
  kindInName,
  quantizedInName,
  sourceMissing,
  sourceNotUrl,
];

/** Rules that look at a card among the others. */
const collectionRules: readonly CollectionRule[] = [
  releasedBeforeParent,
  releasedAfterChildren,
  scoreAboveFrontier,
  baseModelUnknown,
  baseModelCycle,
  checkpointAlone,
  countsOfBase,
  compressionLoss,
  cardsDisagree,
];

/** Rules that somebody must ask for. */
const optionalRules: Readonly<Partial<Record<FindingCode, CardRule>>> = {
  "benchmark-before-model": benchmarkBeforeModel,
};

/**
 * Runs every rule on cards. What rules say of one card alone is kept as long as its model and the
 * settings stay the same, so that an edit costs the rules of one card of a long stream.
 */
export class RuleRunner {
  #known = new WeakMap<Model, readonly RuleFinding[]>();
  #key: unknown[] = [];

  /** Findings of one card, at their places. */
  run(card: RuleCard, context: CollectionRuleContext): LocatedFinding[] {
    const placedFindings: LocatedFinding[] = [];
    const add = (findings: readonly RuleFinding[]) => {
      for (const finding of findings) placedFindings.push(placed(finding, card));
    };
    add(this.#ownFindings(card, context));
    for (const rule of collectionRules) add(rule(card, context));
    for (const code of context.optional) add(optionalRules[code]?.(card, context) ?? []);
    return placedFindings;
  }

  #ownFindings(card: RuleCard, { settings, today }: CardRuleContext): readonly RuleFinding[] {
    if (this.#key[0] !== settings || this.#key[1] !== today) {
      this.#key = [settings, today];
      this.#known = new WeakMap();
    }
    const known = this.#known.get(card.model);
    if (known !== undefined) return known;
    const findings = cardRules.flatMap((rule) => rule(card, { settings, today }));
    this.#known.set(card.model, findings);
    return findings;
  }
}

function placed({ part, subject, replacements = [] }: RuleFinding, card: RuleCard): LocatedFinding {
  const place = placeInFile(card, placeOf(part, card.places) ?? card.places.name);
  return ruleFinding(
    subject,
    place,
    replacements.map((one) => ({ ...one, ...place })),
  );
}

function placeOf(part: CardPart, places: CardPlaces): Place | undefined {
  switch (part) {
    case "name":
      return places.name;
    case "release-date":
      return places.releaseDate;
    case "parameters":
      return places.parameters;
    case "kind":
      return places.kind;
    case "checkpoint-of":
      return places.checkpointOf;
    case "quantization":
      return places.quantization;
    case "price-date":
      return places.priceDate;
    default:
      if ("baseModel" in part) return places.baseModels[part.baseModel];
      if ("source" in part) return places.sources[part.source]?.place;
      return "result" in part
        ? places.scores.get(part.benchmark)?.[part.result]
        : places.benchmarkKeys.get(part.benchmark);
  }
}
