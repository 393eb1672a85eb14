import { type Command, Option } from "commander";
import { type Severity, severities } from "../../cards/findings/findingKind.ts";
import { checkCollection } from "../../collection/checkCollection.ts";
import { oneOf } from "../arguments.ts";
import { type CollectionOptions, choicesOf, collectionCommand } from "../collectionOptions.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { openCollection } from "../openCollection.ts";
import type { Terminal } from "../terminal.ts";
import { checkJson } from "../writers/checkJson.ts";
import { checkText } from "../writers/checkText.ts";

const formats = ["text", "json"] as const;

interface CheckOptions extends CollectionOptions {
  readonly format: (typeof formats)[number];
  readonly failOn: Severity;
}

/** `densing check`: findings; the exit code says whether any is at or above `--fail-on`. */
export function checkCommand(terminal: Terminal, finish: (code: ExitCode) => void): Command {
  return collectionCommand("check")
    .description("Check model cards and print what should be mended, with file and line.")
    .addOption(
      new Option("--format <format>", `${formats.join(", ")}`).default("text").argParser(oneOf(formats)),
    )
    .addOption(
      new Option("--fail-on <severity>", `exit 1 on findings at or above: ${severities.join(", ")}`)
        .default("error")
        .argParser(oneOf(severities)),
    )
    .action(async (paths: string[], options: CheckOptions) => {
      const opened = await openCollection(paths, choicesOf(options), options, terminal);
      const { collection, choices, settings, today } = opened;
      const files = checkCollection(collection, {
        severities: choices.rules ?? {},
        settings,
        today,
      });
      const cardCount = collection.cards().length;
      terminal.out(
        options.format === "json" ? checkJson(files, cardCount) : checkText(files, cardCount, terminal),
      );
      const failing = severities.slice(0, severities.indexOf(options.failOn) + 1);
      const fails = files.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity)));
      finish(fails ? exitCodes.findings : exitCodes.success);
    });
}
