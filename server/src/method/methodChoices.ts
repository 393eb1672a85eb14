import type { Reference } from "../density/reference.ts";
import { type CollectionChoices, chosenReference, settingsOf } from "./collectionSettings.ts";

/** The choices that move a trend, as a panel, a file and a command line can all say them. */
export const methodKeys = [
  "reference",
  "d0",
  "basis",
  "denominator",
  "kinds",
  "estimator",
  "tau",
  "sinceEpochDay",
  "untilEpochDay",
  "breakEpochDay",
  "without",
] as const;
export type MethodChoices = Pick<CollectionChoices, (typeof methodKeys)[number]>;

/** A value for every choice; `null` or an empty list where nothing is limited. */
export type WholeMethod = { readonly [Key in keyof MethodChoices]-?: Exclude<MethodChoices[Key], undefined> };

/**
 * What choices mean, those included that they leave open.
 * @param reference the one that the choices name
 */
export function wholeMethod(choices: CollectionChoices, reference: Reference): WholeMethod {
  const settings = settingsOf(choices, reference);
  const { denominator, kinds, estimator, tau, without } = settings;
  return {
    reference: chosenReference(choices),
    d0: settings.trainingTokens,
    basis: settings.basis,
    denominator,
    kinds,
    estimator,
    tau,
    sinceEpochDay: settings.sinceEpochDay ?? null,
    untilEpochDay: settings.untilEpochDay ?? null,
    breakEpochDay: settings.breakEpochDay ?? null,
    without,
  };
}

/**
 * What is left to be said on top of what is said already: choices that hold anyway are dropped.
 * @param reference the one in force once both are said: what it brings along need not be said either
 */
export function choicesBeyond(
  choices: MethodChoices,
  said: CollectionChoices,
  reference: Reference,
): MethodChoices {
  const anyway = wholeMethod(said, reference);
  return Object.fromEntries(
    methodKeys
      .filter((key) => choices[key] !== undefined && !isSame(choices[key], anyway[key]))
      .map((key) => [key, choices[key]]),
  );
}

/** Whether two values of one choice are the same; kinds and names in any order. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

function ordered(value: unknown): unknown {
  return Array.isArray(value) ? value.toSorted() : value;
}
