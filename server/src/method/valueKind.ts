import { closest } from "fastest-levenshtein";
import { epochDayOfIso, isoOfEpochDay } from "../density/calendar.ts";

/** How values of one kind are read, wherever a person gives them, and written again. */
export interface ValueKind<Value> {
  /** The closed set that a value is of, or a list is from. */
  readonly words?: readonly string[];
  /** Reads what a page, `densing.yaml`, an editor or a parsed flag has; `undefined` when that is no value. */
  readonly read: (given: unknown) => Value | undefined;
  /** Why what has the right form is no value: "there is no day 2023-02-29". */
  readonly refusal?: (given: unknown) => string;
  /**
   * Reads an argument of the command line.
   * @param before what the same flag was given before
   */
  readonly parse: (text: string, before?: unknown) => ArgumentReading<Value>;
  /** A value as `densing.yaml` has it; `undefined` where it limits nothing and so is left out. */
  readonly write: (value: Value) => WrittenValue | undefined;
  /** A value as arguments, each behind a flag of its own. */
  readonly toArguments: (value: Value) => readonly string[];
}

export type WrittenValue = string | number | boolean | readonly string[];

/** The value of an argument, or a sentence that says what it should have been. */
export type ArgumentReading<Value> =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "problem"; readonly message: string };

/** Any text: a name or a path. */
export const text: ValueKind<string> = {
  read: (given) => (typeof given === "string" ? given : undefined),
  parse: (argument) => ({ kind: "value", value: argument }),
  write: (value) => value,
  toArguments: (value) => [value],
};

/** A word of a closed set; the nearest one is named to a misspelt one. */
export function oneOf<Word extends string>(words: readonly Word[]): ValueKind<Word> {
  const read = (given: unknown) => words.find((word) => word === given);
  return {
    words,
    read,
    parse: (argument) => readingOf(read(argument), () => notOneOf(argument, words)),
    write: (value) => value,
    toArguments: (value) => [value],
  };
}

/** Words of a closed set in its order, `all` for all of them; on the command line separated by commas. */
export function someOf<Word extends string>(words: readonly Word[]): ValueKind<readonly Word[]> {
  const listed = (value: readonly Word[]) => (words.every((word) => value.includes(word)) ? "all" : value);
  return {
    words,
    read: (given) => {
      if (given === "all") return words;
      return Array.isArray(given) ? words.filter((word) => (given as unknown[]).includes(word)) : undefined;
    },
    parse: (argument) => {
      if (argument === "all") return { kind: "value", value: words };
      const parts = argument.split(",").map((part) => part.trim());
      const unknown = parts.find((part) => !words.some((word) => word === part));
      return unknown === undefined
        ? { kind: "value", value: words.filter((word) => parts.includes(word)) }
        : { kind: "problem", message: notOneOf(unknown, [...words, "all"]) };
    },
    write: listed,
    toArguments: (value) => [value.length === words.length ? "all" : value.join(",")],
  };
}

/** Names, or none of them; on the command line each behind a flag of its own. */
export const names: ValueKind<readonly string[]> = {
  read: (given) => (Array.isArray(given) ? given.filter((name) => typeof name === "string") : undefined),
  // A flag that was taken back starts anew.
  parse: (argument, before) => ({ kind: "value", value: [...(names.read(before) ?? []), argument] }),
  write: (value) => (value.length === 0 ? undefined : value),
  toArguments: (value) => value,
};

/** A positive number such as 5e12. */
export const positiveNumber: ValueKind<number> = {
  read: (given) => (typeof given === "number" && given > 0 && Number.isFinite(given) ? given : undefined),
  parse: (argument) =>
    readingOf(
      positiveNumber.read(Number(argument)),
      () => `"${argument}" is not a positive number such as 5e12.`,
    ),
  write: (value) => value,
  toArguments: (value) => [value.toExponential().replace("e+", "e")],
};

/** A share between 0 and 1, both excluded. */
export const openShare: ValueKind<number> = {
  read: (given) => (typeof given === "number" && given > 0 && given < 1 ? given : undefined),
  parse: (argument) =>
    readingOf(openShare.read(Number(argument)), () => `"${argument}" is not between 0 and 1.`),
  write: (value) => value,
  toArguments: (value) => [String(value)],
};

/** Yes or no; on the command line a flag without an argument, which `--no-…` takes back. */
export const yesOrNo: ValueKind<boolean> = {
  read: (given) => (typeof given === "boolean" ? given : undefined),
  parse: (argument) =>
    readingOf(
      argument === "true" ? true : argument === "false" ? false : undefined,
      () => `"${argument}" is not true or false.`,
    ),
  write: (value) => value,
  toArguments: () => [],
};

/** Whole numbers within limits, both included. */
export function wholeNumber(least: number, greatest: number): ValueKind<number> {
  const read = (given: unknown) =>
    typeof given === "number" && Number.isInteger(given) && given >= least && given <= greatest
      ? given
      : undefined;
  return {
    read,
    parse: (argument) =>
      readingOf(
        /^\d+$/.test(argument) ? read(Number(argument)) : undefined,
        () => `"${argument}" is not a whole number from ${least} to ${greatest}.`,
      ),
    write: (value) => value,
    toArguments: (value) => [String(value)],
  };
}

/** A day, written YYYY-MM-DD; in days since 1970-01-01. */
export const day: ValueKind<number> = {
  read: (given) => {
    if (typeof given === "string") return epochDayOfIso(given);
    return typeof given === "number" && Number.isSafeInteger(given) ? given : undefined;
  },
  refusal: (given) => `there is no day ${given}`,
  parse: (argument) =>
    readingOf(epochDayOfIso(argument), () => `"${argument}" is not a day such as 2025-04-05.`),
  write: isoOfEpochDay,
  toArguments: (value) => [isoOfEpochDay(value)],
};

/** The values of a kind, or `null` for none, whatever a weaker place says. */
export function orNone<Value>(kind: ValueKind<Value>): ValueKind<Value | null> {
  return {
    ...kind,
    read: (given) => (given === null ? null : kind.read(given)),
    write: (value) => (value === null ? undefined : kind.write(value)),
    toArguments: (value) => (value === null ? [] : kind.toArguments(value)),
  };
}

function readingOf<Value>(value: Value | undefined, problem: () => string): ArgumentReading<Value> {
  return value === undefined ? { kind: "problem", message: problem() } : { kind: "value", value };
}

function notOneOf(argument: string, words: readonly string[]): string {
  return `"${argument}" is not one of ${words.join(", ")}. Did you mean ${closest(argument, [...words])}?`;
}
