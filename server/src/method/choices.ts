import type { Choice } from "./choice.ts";
import { basis } from "./choices/basis.ts";
import { capable } from "./choices/capable.ts";
import { since, until } from "./choices/dates.ts";
import { denominator } from "./choices/denominator.ts";
import { estimator, tau } from "./choices/fit.ts";
import { kinds } from "./choices/kinds.ts";
import { size, strict } from "./choices/members.ts";
import { d0, reference } from "./choices/reference.ts";
import { samples, seed } from "./choices/resampling.ts";
import { trendBreak } from "./choices/trendBreak.ts";
import { without } from "./choices/without.ts";

/**
 * The register: every choice of the method, by its field in `MethodChoices`, in the order of `--help`. What
 * is not listed here cannot be chosen; what is has its flag, its key, its menu and all else that its entry
 * gives it.
 */
const register = {
  reference,
  basis,
  denominator,
  kinds,
  d0,
  estimator,
  sinceEpochDay: since,
  untilEpochDay: until,
  without,
  size,
  strict,
  tau,
  samples,
  seed,
  breakEpochDay: trendBreak,
  capableParameters: capable,
};

/** The controls below a figure and in the panel; a choice that is not named here comes last. */
export const orderOfControls: readonly Field[] = [
  "reference",
  "basis",
  "denominator",
  "estimator",
  "kinds",
  "sinceEpochDay",
  "size",
  "without",
  "breakEpochDay",
  "capableParameters",
];

/** The rows of the table of methods; a choice that is not named here comes last. */
export const orderOfRows: readonly Field[] = [
  "estimator",
  "reference",
  "d0",
  "denominator",
  "basis",
  "size",
  "strict",
  "sinceEpochDay",
  "untilEpochDay",
  "without",
];

type Register = typeof register;
export type Field = keyof Register;
export type MethodValues = { readonly [Name in Field]: ReturnType<Register[Name]["paper"]> };

/** What a person chose of the method; what is absent is left open. */
export type MethodChoices = { readonly [Name in Field]?: MethodValues[Name] };

/** The same where `undefined` takes a choice back. */
export type OpenChoices = { readonly [Name in Field]?: MethodValues[Name] | undefined };

export const choices: { readonly [Name in Field]: Choice<MethodValues[Name]> } = register;

/** Every choice, in the order of `--help`. */
export const fields: readonly Field[] = fieldsOf(register);

/** The settings that some choice decides: all that numbers are computed with, as the compiler sees. */
export type Decided = { [Name in Field]: keyof ReturnType<Register[Name]["settle"]> }[Field];

/** Some choices in an order, those that it does not name last. */
export function inOrder(some: readonly Field[], order: readonly Field[]): Field[] {
  return [
    ...order.filter((field) => some.includes(field)),
    ...some.filter((field) => !order.includes(field)),
  ];
}

function fieldsOf<Key extends string>(table: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(table) as Key[];
}
