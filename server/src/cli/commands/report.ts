import { type Command, Option } from "commander";
import { oneOf } from "../arguments.ts";
import { type CollectionOptions, choicesOf, collectionCommand } from "../collectionOptions.ts";
import { openCollection } from "../openCollection.ts";
import { reportContext } from "../reportContext.ts";
import type { Terminal } from "../terminal.ts";
import { reportCsv } from "../writers/reportCsv.ts";
import { reportJson } from "../writers/reportJson.ts";
import { reportMarkdown } from "../writers/reportMarkdown.ts";
import { reportTable } from "../writers/reportTable.ts";

const formats = ["table", "json", "csv", "markdown"] as const;

interface ReportOptions extends CollectionOptions {
  readonly format: (typeof formats)[number];
}

/** `densing report`: one row per model. */
export function reportCommand(terminal: Terminal): Command {
  return collectionCommand("report")
    .description("List the models of a collection with their capability densities, one row per model.")
    .addOption(
      new Option("--format <format>", `${formats.join(", ")}`).default("table").argParser(oneOf(formats)),
    )
    .action(async (paths: string[], options: ReportOptions) => {
      const opened = await openCollection(paths, choicesOf(options), terminal);
      const context = reportContext(opened, options);
      switch (options.format) {
        case "table":
          return terminal.out(reportTable(context, terminal));
        case "json":
          return terminal.out(reportJson(context));
        case "csv":
          return terminal.out(reportCsv(context));
        case "markdown":
          return terminal.out(reportMarkdown(context));
      }
    });
}
