import type { Reference } from "../density/reference.ts";
import type { AnalysisSettings } from "../trend/collection/analyseCollection.ts";
import type { Companions } from "./choice.ts";
import {
  choices,
  type Decided,
  type Field,
  fields,
  type MethodChoices,
  type MethodValues,
  type OpenChoices,
} from "./choices.ts";

export type { MethodChoices } from "./choices.ts";

/** A value for every choice; `null` or an empty list where nothing is limited. */
export type CompleteMethod = MethodValues;

type Made = { -readonly [Name in Field]?: MethodValues[Name] };

/** Choices made one by one; where none is made, it is left open. */
export function choicesMade(
  make: <Name extends Field>(field: Name) => MethodValues[Name] | undefined,
  some: readonly Field[] = fields,
): MethodChoices {
  const made: Made = {};
  const put = <Name extends Field>(field: Name) => {
    const value = make(field);
    if (value !== undefined) made[field] = value;
  };
  for (const field of some) put(field);
  return made;
}

/** One choice, with what comes along. */
export function choiceMade<Name extends Field>(
  field: Name,
  value: MethodValues[Name],
  along: Companions = {},
): MethodChoices {
  const { tau, ...others } = along;
  const made: Made = { ...others, ...(tau !== undefined && { tau }) };
  made[field] = value;
  return made;
}

/** The choices that are kept somewhere, not given with a command alone. */
const keptFields = fields.filter((field) => choices[field].reach !== "flag");

/** Reads what a page kept, by the names of the fields; each that is no value of its kind is left out. */
export function readMethodChoices(given: unknown): MethodChoices {
  const kept: Readonly<Record<string, unknown>> =
    typeof given === "object" && given !== null ? { ...given } : {};
  return choicesMade((field) => choices[field].value.read(kept[field]), keptFields);
}

/**
 * What choices mean, those included that they leave open.
 * @param reference the one that the choices name
 */
export function completeMethod(made: MethodChoices, reference: Reference): CompleteMethod {
  return { ...standardMethod(reference), ...choicesMade((field) => made[field]) };
}

/** What holds under a reference where nobody chooses. */
export function standardMethod(reference: Reference): CompleteMethod {
  const standard = <Name extends Field>(field: Name) => ({ [field]: standardOf(field, reference) });
  // Each field with the value of its own choice.
  return Object.assign({}, ...fields.map(standard));
}

/** What holds of one choice under a reference where nobody makes it. */
export function standardOf<Name extends Field>(field: Name, reference: Reference): MethodValues[Name] {
  const { standard, paper } = choices[field];
  return (standard ?? paper)(reference);
}

/** The paper's value of every choice, under a reference. */
export function paperMethod(reference: Reference): CompleteMethod {
  // Each field with the value of its own choice.
  return Object.assign({}, ...fields.map((field) => ({ [field]: choices[field].paper(reference) })));
}

/** What choices decide of the settings that numbers are computed with. */
export function settled(made: MethodChoices, reference: Reference): Partial<AnalysisSettings> {
  const settle = <Name extends Field>(field: Name): Partial<AnalysisSettings> => {
    const value: MethodValues[Name] | undefined = made[field];
    return value === undefined ? {} : choices[field].settle(value, reference);
  };
  return Object.assign({}, ...fields.map(settle));
}

/** All that the choices of a method decide. */
export function settledMethod(method: CompleteMethod, reference: Reference): Pick<AnalysisSettings, Decided> {
  const settle = <Name extends Field>(field: Name) => choices[field].settle(method[field], reference);
  // Each choice gives what it decides, and every choice is made.
  return Object.assign({}, ...fields.map(settle));
}

/**
 * What is left to be chosen on top of what is in force already: choices that are effective without being
 * made are dropped.
 * @param reference the one in force once both are made: what it brings along need not be chosen either
 */
export function changedChoices(
  made: OpenChoices,
  inForce: MethodChoices,
  reference: Reference,
): MethodChoices {
  const effective = completeMethod(inForce, reference);
  return choicesMade((field) => (agree(made[field], effective[field]) ? undefined : made[field]));
}

/** Whether two values of one choice are the same; kinds and names in any order. */
export function agree(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}
