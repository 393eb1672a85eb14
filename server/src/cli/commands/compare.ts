import { type Command, Option } from "commander";
import { compareModels } from "../../trend/questions/compareModels.ts";
import { oneOf } from "../arguments.ts";
import { type CollectionOptions, choicesOf, collectionCommand } from "../collectionOptions.ts";
import { modelNamed } from "../modelNamed.ts";
import { openCollection } from "../openCollection.ts";
import { reportContext } from "../reportContext.ts";
import type { Terminal } from "../terminal.ts";
import { compareJson } from "../writers/compareJson.ts";
import { compareText } from "../writers/compareText.ts";

const formats = ["text", "json"] as const;

interface CompareOptions extends CollectionOptions {
  readonly format: (typeof formats)[number];
}

/** `densing compare A B`: two models side by side, and which claims their scores allow. */
export function compareCommand(terminal: Terminal): Command {
  return collectionCommand("compare", [
    ["<first>", "name of a model of the collection"],
    ["<second>", "name of the model it is compared with"],
  ])
    .description("Compare two models: size, effective size, dates, what the law expects, and each score.")
    .addOption(
      new Option("--format <format>", `${formats.join(", ")}`).default("text").argParser(oneOf(formats)),
    )
    .action(async (first: string, second: string, paths: string[], options: CompareOptions) => {
      const opened = await openCollection(paths, choicesOf(options), options, terminal);
      const context = reportContext(opened);
      const { analysis } = context;
      const comparison = compareModels(modelNamed(first, analysis), modelNamed(second, analysis), analysis);
      switch (options.format) {
        case "text":
          return terminal.out(compareText(comparison, context, terminal));
        case "json":
          return terminal.out(compareJson(comparison, context));
      }
    });
}
