import { InvalidArgumentError } from "commander";
import { closest } from "fastest-levenshtein";
import { readQuantity } from "../cards/values/quantity.ts";
import { epochDayOfIso } from "../density/calendar.ts";

/** A parser for an option with a closed set of values, naming the nearest one to a misspelt value. */
export function oneOf<Choice extends string>(choices: readonly Choice[]): (text: string) => Choice {
  return (text) => {
    const choice = choices.find((candidate) => candidate === text);
    if (choice === undefined) throw new InvalidArgumentError(notOneOf(text, choices));
    return choice;
  };
}

function notOneOf(text: string, choices: readonly string[]): string {
  return `"${text}" is not one of ${choices.join(", ")}. Did you mean ${closest(text, [...choices])}?`;
}

/** A parser for values of a closed set, separated by commas; `all` are all of them. */
export function someOf<Choice extends string>(
  choices: readonly Choice[],
): (text: string) => readonly Choice[] {
  return (text) => {
    if (text === "all") return choices;
    return text.split(",").map((part) => {
      const choice = choices.find((candidate) => candidate === part.trim());
      if (choice === undefined) throw new InvalidArgumentError(notOneOf(part.trim(), [...choices, "all"]));
      return choice;
    });
  };
}

/** Every value of an option that may be given several times; one that was taken back starts anew. */
export function collected(text: string, before: readonly string[] | false = []): readonly string[] {
  return [...(before === false ? [] : before), text];
}

/** A parameter count as cards write it: 3B, 350M, 7e9. */
export function parameterCount(text: string): number {
  const reading = readQuantity(text, "parameters");
  if (reading.kind === "problem") throw new InvalidArgumentError(reading.message);
  return reading.count;
}

/** A positive number such as 5e12. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(Number.isFinite(value) && value > 0)) {
    throw new InvalidArgumentError(`"${text}" is not a positive number such as 5e12.`);
  }
  return value;
}

/** A share between 0 and 1, both excluded. */
export function openShare(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError(`"${text}" is not between 0 and 1.`);
  return value;
}

/** A parser for whole numbers within limits, both included. */
export function wholeNumber(least: number, greatest: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= least && value <= greatest))
      throw new InvalidArgumentError(`"${text}" is not a whole number from ${least} to ${greatest}.`);
    return value;
  };
}

/** A day written YYYY-MM-DD, as days since 1970-01-01. */
export function calendarDay(text: string): number {
  const epochDay = epochDayOfIso(text);
  if (epochDay === undefined) throw new InvalidArgumentError(`"${text}" is not a day such as 2025-04-05.`);
  return epochDay;
}
