import { yamlText } from "../cards/yaml/plainText.ts";
import { quoted } from "../text/suggestions.ts";
import type { CollectionRule, CollectionRuleContext, RuleCard, RuleFinding } from "./rule.ts";

/** Longer lines of descent are found elsewhere in the cycle. */
const longestDescent = 50;

/** A base model that the collection has no card of: fine, or a slip of the pen. */
export const baseModelUnknown: CollectionRule = (card, { parentsOf, namesLike }) =>
  card.model.baseModels.flatMap((name, position): RuleFinding[] => {
    if (parentsOf(card)[position] !== undefined) return [];
    const meant = namesLike(name);
    return [
      {
        part: { baseModel: position },
        subject: { kind: "base-model-unknown", name, meant },
        ...(meant !== undefined && {
          replacements: [{ title: `Write ${quoted(meant)}`, newText: yamlText(meant) }],
        }),
      },
    ];
  });

/** A model that descends from itself. */
export const baseModelCycle: CollectionRule = (card, context) =>
  card.model.baseModels.flatMap((_, position): RuleFinding[] => {
    const way = wayBack(card, context.parentsOf(card)[position], context);
    if (way === undefined) return [];
    const { name } = card.model;
    return [{ part: { baseModel: position }, subject: { kind: "base-model-cycle", name, way } }];
  });

interface Step {
  readonly card: RuleCard | undefined;
  /** Names from the first card to the one before this. */
  readonly way: readonly string[];
}

/** Names from a card over its base models back to itself. */
function wayBack(
  card: RuleCard,
  first: RuleCard | undefined,
  { parentsOf }: CollectionRuleContext,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const steps: Step[] = [{ card: first, way: [card.model.name] }];
  for (const step of steps) {
    const { card: parent, way } = step;
    if (parent === undefined || seen.has(parent.id)) continue;
    if (parent.id === card.id) return way;
    if (seen.size >= longestDescent) return undefined;
    seen.add(parent.id);
    if (parent.model.baseModels.length === 0) continue;
    for (const next of parentsOf(parent)) steps.push({ card: next, way: [...way, parent.model.name] });
  }
  return undefined;
}
