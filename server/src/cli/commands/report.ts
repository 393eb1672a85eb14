import { type Command, Option } from "commander";
import { compressions } from "../../trend/questions/compression.ts";
import { oneOf } from "../arguments.ts";
import { type CollectionOptions, choicesOf, collectionCommand } from "../collectionOptions.ts";
import { openCollection } from "../openCollection.ts";
import { reportContext } from "../reportContext.ts";
import type { Terminal } from "../terminal.ts";
import { compressionTable } from "../writers/compressionTable.ts";
import { reportCsv } from "../writers/reportCsv.ts";
import { reportJson } from "../writers/reportJson.ts";
import { reportMarkdown } from "../writers/reportMarkdown.ts";
import { reportTable } from "../writers/reportTable.ts";

const formats = ["table", "json", "csv", "markdown"] as const;

interface ReportOptions extends CollectionOptions {
  readonly format: (typeof formats)[number];
  readonly compression?: true;
}

/** `densing report`: one row per model. */
export function reportCommand(terminal: Terminal): Command {
  return collectionCommand("report")
    .description("List the models of a collection with their capability densities, one row per model.")
    .addOption(
      new Option("--format <format>", `${formats.join(", ")}`).default("table").argParser(oneOf(formats)),
    )
    .option("--compression", "each model beside the one it was made from (base_model); table and json")
    .action(async (paths: string[], options: ReportOptions) => {
      const opened = await openCollection(paths, choicesOf(options), options, terminal);
      const context = reportContext(opened);
      const pairs = options.compression ? compressions(context.analysis) : undefined;
      switch (options.format) {
        case "table":
          return terminal.out(
            pairs === undefined
              ? reportTable(context, terminal)
              : compressionTable(pairs, context.analysis, terminal),
          );
        case "json":
          return terminal.out(reportJson(context, pairs));
        case "csv":
          return terminal.out(reportCsv(context));
        case "markdown":
          return terminal.out(reportMarkdown(context));
      }
    });
}
