import type { Alternative } from "../trend/questions/sensitivity.ts";
import type { ChoiceContext } from "./choice.ts";
import { choices, type Field, fields, inOrder, type MethodChoices, orderOfRows } from "./choices.ts";
import { choiceMade, settled } from "./methodChoices.ts";

/** A row of the table of methods: one choice changed, all others kept. */
export interface MethodAlternative extends Alternative {
  /** The heading it stands under. */
  readonly group: string;
  /** "quantile 0.90", "D₀ 1 × 10¹² tokens", "from 1 Sep 2023", "without Phi-1". */
  readonly label: string;
  /** Whether the label is the name of a value, written large where it begins a line. */
  readonly isValue: boolean;
  /** What is chosen once the row is taken; `undefined`: no choice leads there. */
  readonly takes: MethodChoices | undefined;
}

/** Every single change of one choice, by the register, grouped by what they change. */
export function methodAlternatives(context: ChoiceContext): MethodAlternative[] {
  return inOrder(fields, orderOfRows).flatMap((field) => rowsOf(field, context));
}

function rowsOf<Name extends Field>(field: Name, context: ChoiceContext): MethodAlternative[] {
  const { rows } = choices[field];
  if (rows === undefined) return [];
  const { settings } = context.analysis;
  return rows.alternatives(context).map((row) => {
    const common = {
      group: rows.group,
      label: row.label,
      isValue: rows.areValues === true,
      hasInterval: rows.haveIntervals === true,
    };
    if ("settings" in row) return { ...common, settings: row.settings, takes: undefined };
    const takes = choiceMade(field, row.value, row.along);
    const group = row.group ?? rows.group;
    const changes = settled(takes, row.reference ?? settings.reference);
    return { ...common, group, settings: { ...settings, ...changes }, takes };
  });
}
