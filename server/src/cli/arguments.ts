import { InvalidArgumentError } from "commander";
import { cardMessage } from "../cards/findings/cardMessages.ts";
import { readQuantity } from "../cards/values/quantity.ts";
import * as kinds from "../method/valueKind.ts";

/** A parser for values of a kind; what is none of them is refused in the kind's own words. */
export function argumentOf<Value>(kind: kinds.ValueKind<Value>): (text: string, before?: unknown) => Value {
  return (text, before) => {
    const reading = kind.parse(text, before);
    if (reading.kind === "problem") throw new InvalidArgumentError(reading.message);
    return reading.value;
  };
}

/** A parser for an option with a closed set of values, naming the nearest one to a misspelt value. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return argumentOf(kinds.oneOf(words));
}

/** A parser for values of a closed set, separated by commas; `all` are all of them. */
export function someOf<Word extends string>(words: readonly Word[]): (text: string) => readonly Word[] {
  return argumentOf(kinds.someOf(words));
}

/** A positive number such as 5e12. */
export const positiveNumber = argumentOf(kinds.positiveNumber);

/** A parser for whole numbers within limits, both included. */
export function wholeNumber(least: number, greatest: number): (text: string) => number {
  return argumentOf(kinds.wholeNumber(least, greatest));
}

/** A day written YYYY-MM-DD, as days since 1970-01-01. */
export const calendarDay = argumentOf(kinds.day);

/** A parameter count as cards write it: 3B, 350M, 7e9. */
export function parameterCount(text: string): number {
  const reading = readQuantity(text, "parameters");
  if (reading.kind === "problem") throw new InvalidArgumentError(cardMessage(reading.subject));
  return reading.count;
}
