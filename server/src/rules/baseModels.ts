import { yamlText } from "../cards/plainText.ts";
import { shown } from "../cards/wording.ts";
import type { CollectionRule, CollectionRuleContext, RuleCard, RuleFinding } from "./rule.ts";

/** Longer lines of descent are found elsewhere in the cycle. */
const longestDescent = 50;

/** A base model that the collection has no card of: fine, or a slip of the pen. */
export const baseModelUnknown: CollectionRule = ({ model }, { cardNamed, namesLike }) =>
  model.baseModels.flatMap((name, position): RuleFinding[] => {
    if (cardNamed(name) !== undefined) return [];
    const meant = namesLike(name);
    const advice = meant === undefined ? "" : ` If ${shown(meant)} is meant, write that.`;
    return [
      {
        code: "base-model-unknown",
        about: { baseModel: position },
        message: `No card of this collection is named ${shown(name)}, so dates and densities are not compared.${advice}`,
        ...(meant !== undefined && {
          replacements: [{ title: `Write ${shown(meant)}`, newText: yamlText(meant) }],
        }),
      },
    ];
  });

/** A model that descends from itself. */
export const baseModelCycle: CollectionRule = (card, context) =>
  card.model.baseModels.flatMap((name, position): RuleFinding[] => {
    const way = wayBack(card, name, context);
    if (way === undefined) return [];
    const message =
      way.length === 1
        ? `${shown(card.model.name)} names itself as its base model. Name the model its weights were made from, or leave the key out.`
        : `${way.map(shown).join(", made from ")}, made from ${shown(card.model.name)}: a circle. One of these base models is wrong.`;
    return [{ code: "base-model-cycle", about: { baseModel: position }, message }];
  });

/** Names from a card over its base models back to itself. */
function wayBack(card: RuleCard, first: string, { cardNamed }: CollectionRuleContext): string[] | undefined {
  const seen = new Set<string>();
  const ways: { readonly name: string; readonly way: readonly string[] }[] = [
    { name: first, way: [card.model.name] },
  ];
  for (let step = ways.shift(); step !== undefined && seen.size < longestDescent; step = ways.shift()) {
    const parent = cardNamed(step.name);
    if (parent === undefined) continue;
    if (parent.id === card.id) return [...step.way];
    if (seen.has(parent.id)) continue;
    seen.add(parent.id);
    const way = [...step.way, parent.model.name];
    for (const name of parent.model.baseModels) ways.push({ name, way });
  }
  return undefined;
}
