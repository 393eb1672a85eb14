import { formatCount } from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { estimatorName } from "../wording/choiceNames.ts";
import type { Control } from "./choice.ts";
import { choices, type Field, fields, inOrder, orderOfControls } from "./choices.ts";
import { agree, standardOf } from "./methodChoices.ts";

/** One choice that moves the numbers, as the strip below the figure names it. */
export interface Assumption {
  /** Id of its control. */
  readonly setting: string;
  readonly label: string;
  readonly value: string;
  /** For narrow pages. */
  readonly shortValue: string;
  /** Differs from what holds where nobody chooses. */
  readonly isModified: boolean;
}

/** Everything a result depends on, and how many cards it leaves out. */
export interface Assumptions {
  readonly items: readonly Assumption[];
  /** "4 left out"; `undefined` when every card counts. */
  readonly leftOut: string | undefined;
}

/** The strip below the figure, and the settings line of the command line. */
export function assumptions({ settings, excluded }: CollectionAnalysis): Assumptions {
  return {
    items: controls().flatMap(({ field, control }) => {
      const item = itemOf(control, settings);
      const isShown = control.whileChanged === undefined || item.isModified;
      return isShown && choices[field].isQuestion === undefined ? [item] : [];
    }),
    leftOut: excluded.length === 0 ? undefined : `${formatCount(excluded.length)} left out`,
  };
}

/** Every control in its order, with the choice that has it. */
export function controls(): { readonly field: Field; readonly control: Control }[] {
  return inOrder(fields, orderOfControls).flatMap((field) => {
    const { control } = choices[field];
    return typeof control === "object" ? [{ field, control }] : [];
  });
}

/** The choices whose menus a control has, its own first. */
export function fieldsOf({ id }: Control): Field[] {
  return fields.filter((field) => {
    const { control } = choices[field];
    return (typeof control === "object" ? control.id : control) === id;
  });
}

/** What the control with an id says; `undefined` without one. */
export function itemWithId(id: string, settings: AnalysisSettings): Assumption | undefined {
  const found = controls().find(({ control }) => control.id === id);
  return found && itemOf(found.control, settings);
}

/** What a control says. */
export function itemOf(control: Control, settings: AnalysisSettings): Assumption {
  const { id, label, phrase, shortPhrase = phrase } = control;
  return {
    setting: id,
    label,
    value: phrase(settings),
    shortValue: shortPhrase(settings),
    isModified: fieldsOf(control).some((field) => isModified(field, settings)),
  };
}

function isModified<Name extends Field>(field: Name, settings: AnalysisSettings): boolean {
  const { isQuestion, isChanged, of } = choices[field];
  if (isQuestion) return false;
  return isChanged?.(settings) ?? !agree(of(settings), standardOf(field, settings.reference));
}

/** Whether everything that is chosen is what the paper does. */
export function isPaperMethod(settings: AnalysisSettings): boolean {
  const agrees = <Name extends Field>(field: Name): boolean => {
    const { isQuestion, isChanged, of, paper, standard } = choices[field];
    const isPapers = agree(of(settings), paper(settings.reference));
    return isQuestion === true || isPapers || (standard === undefined && isChanged?.(settings) === false);
  };
  return fields.every(agrees);
}

/**
 * What is chosen, by the names of the controls: "Records, as the paper", or the estimator and all else
 * that is changed: "Quantile 0.90; size total".
 */
export function methodLabel(analysis: CollectionAnalysis): string {
  const { items } = assumptions(analysis);
  const { estimator, tau } = analysis.settings;
  const fit = capitalised(estimatorName(estimator, tau));
  if (isPaperMethod(analysis.settings)) return `${fit}, as the paper`;
  const others = items
    .filter(({ setting, isModified }) => isModified && setting !== "estimator")
    .map(({ label, value }) => `${label.toLowerCase()} ${value}`);
  return [fit, ...others].join("; ");
}
