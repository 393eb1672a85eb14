import { type Command, Option } from "commander";
import { trendCsv } from "../../trend/csv.ts";
import { type Estimator, estimators } from "../../trend/estimator.ts";
import { calendarDay, oneOf, openShare, wholeNumber } from "../arguments.ts";
import { type CollectionOptions, choicesOf, collectionCommand } from "../collectionOptions.ts";
import { openCollection } from "../openCollection.ts";
import { reportContext } from "../reportContext.ts";
import type { Terminal } from "../terminal.ts";
import { trendJson } from "../writers/trendJson.ts";
import { trendSvgFigure } from "../writers/trendSvgFigure.ts";
import { trendText } from "../writers/trendText.ts";

const formats = ["text", "json", "csv", "svg"] as const;

interface TrendOptions extends CollectionOptions {
  readonly format: (typeof formats)[number];
  readonly estimator?: Estimator;
  readonly tau?: number;
  readonly seed?: number;
  readonly samples?: number;
  readonly since?: number;
  readonly until?: number;
}

/** `densing trend`: how fast the maximum density doubles. */
export function trendCommand(terminal: Terminal): Command {
  return collectionCommand("trend")
    .description("Fit the doubling trend to the models of a collection, or draw it.")
    .addOption(
      new Option("--format <format>", `${formats.join(", ")}`).default("text").argParser(oneOf(formats)),
    )
    .addOption(
      new Option(
        "--estimator <name>",
        "what the line is fitted to: records (the paper's method), quantile or all (default: records)",
      ).argParser(oneOf(estimators)),
    )
    .addOption(
      new Option("--since <date>", "first release date in the trend, YYYY-MM-DD").argParser(calendarDay),
    )
    .addOption(
      new Option("--until <date>", "last release date in the trend, YYYY-MM-DD").argParser(calendarDay),
    )
    .addOption(
      new Option("--tau <share>", "quantile of the estimator quantile (default: 0.9)").argParser(openShare),
    )
    .addOption(
      new Option(
        "--samples <count>",
        "draws of the bootstrap (default: 2000, fewer above 1000 models)",
      ).argParser(wholeNumber(100, 1_000_000)),
    )
    .addOption(
      new Option("--seed <number>", "seed of the bootstrap (default: 1)").argParser(
        wholeNumber(0, 2 ** 32 - 1),
      ),
    )
    .action(async (paths: string[], options: TrendOptions) => {
      const flags = {
        ...choicesOf(options),
        ...(options.estimator !== undefined && { estimator: options.estimator }),
        ...(options.tau !== undefined && { tau: options.tau }),
        ...(options.samples !== undefined && { samples: options.samples }),
        ...(options.seed !== undefined && { seed: options.seed }),
        ...(options.since !== undefined && { sinceEpochDay: options.since }),
        ...(options.until !== undefined && { untilEpochDay: options.until }),
      };
      const opened = await openCollection(paths, flags, terminal);
      const context = reportContext(opened, options);
      switch (options.format) {
        case "text":
          return terminal.out(trendText(context, terminal));
        case "json":
          return terminal.out(trendJson(context));
        case "csv":
          return terminal.out(trendCsv(context.analysis));
        case "svg":
          return terminal.out(trendSvgFigure(context.analysis));
      }
    });
}
