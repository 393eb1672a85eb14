import { Command, Option } from "commander";
import { choices, type Field, fields, type MethodValues } from "../method/choices.ts";
import { choicesMade, type MethodChoices } from "../method/methodChoices.ts";
import { argumentOf, calendarDay } from "./arguments.ts";

/** Options of every command that reads a collection, beside the choices of the method. */
export interface CollectionOptions {
  readonly asOf?: number;
}

/**
 * A command over the cards of the paths given, with the choices that change its numbers.
 * @param before name and description of each argument that comes before the paths
 */
export function collectionCommand(
  name: string,
  before: readonly (readonly [string, string])[] = [],
): Command {
  const command = new Command(name);
  for (const [argument, description] of before) command.argument(argument, description);
  command.argument("[paths...]", "card files and folders, together one collection (default: this folder)");
  return withChoices(command, "all").addOption(
    new Option("--as-of <date>", "day taken for today, YYYY-MM-DD").argParser(calendarDay),
  );
}

/** Adds the flags of the choices that change how the trend of a collection is fitted, and to which models. */
export function withTrendChoices(command: Command): Command {
  return withChoices(command, "trend");
}

function withChoices(command: Command, commands: "all" | "trend"): Command {
  for (const field of fields) if (choices[field].flag.commands === commands) addFlag(command, field);
  return command;
}

function addFlag<Name extends Field>(command: Command, field: Name): void {
  const { key, value, flag } = choices[field];
  const option = new Option(`--${key} ${flag.argument}`.trimEnd(), flag.help);
  command.addOption(flag.argument === "" ? option : option.argParser(argumentOf(value)));
  if (flag.no !== undefined) command.option(`--no-${key}`, flag.no.help);
}

/** The choices that flags make; a flag not given chooses nothing. */
export function choicesOf(options: object): MethodChoices {
  const given: Readonly<Record<string, unknown>> = { ...options };
  return choicesMade((field) => valueGiven(field, given[choices[field].key]));
}

/** @param given `false` takes a limit back, `true` is a flag without its argument */
function valueGiven<Name extends Field>(field: Name, given: unknown): MethodValues[Name] | undefined {
  const { value, flag } = choices[field];
  if (given === false) return flag.no?.value;
  return given === true ? flag.bare : value.read(given);
}
