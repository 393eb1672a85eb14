import { Command, CommanderError } from "commander";
import { version } from "../../../package.json";
import { CollectionError } from "../collection/loadCollection.ts";
import { checkCommand } from "./commands/check.ts";
import { compareCommand } from "./commands/compare.ts";
import { fitCommand } from "./commands/fit.ts";
import { reportCommand } from "./commands/report.ts";
import { trendCommand } from "./commands/trend.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import type { Terminal } from "./terminal.ts";

const examples = `
Examples:
  densing trend samples/densing-law-2025          how fast density doubles, and how that is known
  densing report models --format csv > models.csv one row per model
  densing check models                            findings, for a person or a pull request

A card is a YAML file named *.modelcard.yaml. Settings of a collection stand in its densing.yaml;
flags win over it. Nothing is sent anywhere.`;

/**
 * Runs the command line.
 * @param args without the program's own name
 * @returns the exit code; usage errors and unreadable input are 2
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.success;
  const finish = (code: ExitCode) => {
    exitCode = code;
  };
  const program = new Command("densing")
    .description("Capability density of language models, from YAML model cards, and how fast it doubles.")
    .version(version, "-V, --version", "print the version")
    .addHelpText("after", examples)
    .addCommand(checkCommand(terminal, finish))
    .addCommand(reportCommand(terminal))
    .addCommand(trendCommand(terminal))
    .addCommand(compareCommand(terminal))
    .addCommand(fitCommand(terminal));
  for (const command of [program, ...program.commands]) {
    command
      .helpOption("-h, --help", "print this help")
      .helpCommand(false)
      .showSuggestionAfterError(true)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => terminal.out(text),
        writeErr: (text) => terminal.note(text.trimEnd()),
      });
  }
  try {
    if (args.length === 0) {
      terminal.note(program.helpInformation().trimEnd() + examples);
      return exitCodes.usage;
    }
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
    if (error instanceof CollectionError) {
      terminal.note(`error: ${error.message}`);
      return exitCodes.usage;
    }
    throw error;
  }
}
