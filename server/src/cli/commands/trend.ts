import { type Command, Option } from "commander";
import { datedPrices, priceTrend } from "../../trend/corollaries.ts";
import { trendCsv } from "../../trend/csv.ts";
import { type Estimator, estimators } from "../../trend/estimator.ts";
import { sensitivity } from "../../trend/sensitivity.ts";
import { figureSvg } from "../../trend/svg/figureSvg.ts";
import { paperBreakEpochDay, trendBreak } from "../../trend/trendBreak.ts";
import { shippedReferences } from "../../workspace/references.ts";
import {
  calendarDay,
  collected,
  oneOf,
  openShare,
  parameterCount,
  positiveNumber,
  wholeNumber,
} from "../arguments.ts";
import { type CollectionOptions, choicesOf, collectionCommand } from "../collectionOptions.ts";
import { type OpenedCollection, openCollection } from "../openCollection.ts";
import { type PictureFlags, pictureOf, refusePictureFlags, withPictureOptions } from "../pictureOptions.ts";
import { reportContext } from "../reportContext.ts";
import type { Terminal } from "../terminal.ts";
import { answerForecasts } from "../trendQuestions.ts";
import type { ReportContext } from "../writers/jsonContract.ts";
import type { TrendAnswers } from "../writers/trendAnswers.ts";
import { trendJson } from "../writers/trendJson.ts";

import { trendText } from "../writers/trendText.ts";

const formats = ["text", "json", "csv", "svg"] as const;

interface TrendOptions extends CollectionOptions, PictureFlags {
  readonly format: (typeof formats)[number];
  readonly estimator?: Estimator;
  readonly tau?: number;
  readonly seed?: number;
  readonly samples?: number;
  readonly since?: number;
  readonly until?: number;
  readonly without?: readonly string[];
  readonly break?: number | true;
  readonly sensitivity?: true;
  readonly match?: string;
  readonly at?: number;
  readonly on?: number;
  readonly wait?: number;
  readonly corollaries?: true;
}

/** `densing trend`: how fast the maximum density doubles. */
export function trendCommand(terminal: Terminal): Command {
  const command = collectionCommand("trend")
    .description("Fit the doubling trend to the models of a collection, or draw it.")
    .addOption(
      new Option("--format <format>", `${formats.join(", ")}`).default("text").argParser(oneOf(formats)),
    );
  return withPictureOptions(command)
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
      new Option("--without <name>", "leave a model out of the trend; may be given several times").argParser(
        collected,
      ),
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
    .addOption(
      new Option(
        "--break [date]",
        "test whether growth changed on a day (default: 2022-11-30, the release of ChatGPT)",
      ).argParser(calendarDay),
    )
    .option("--sensitivity", "how far each choice moves the doubling time")
    .option("--match <model>", "when a smaller model reaches the ability of this one")
    .addOption(
      new Option("--at <size>", "with --match: the size, such as 3B (default: half the model's)").argParser(
        parameterCount,
      ),
    )
    .addOption(new Option("--on <date>", "the trend's density on a day").argParser(calendarDay))
    .addOption(
      new Option("--wait <months>", "what waiting, or training, so long means in density").argParser(
        positiveNumber,
      ),
    )
    .option("--corollaries", "what follows with chips, and how fast the price of inference falls")
    .action(async (paths: string[], options: TrendOptions) => {
      const flags = {
        ...choicesOf(options),
        ...(options.estimator !== undefined && { estimator: options.estimator }),
        ...(options.tau !== undefined && { tau: options.tau }),
        ...(options.samples !== undefined && { samples: options.samples }),
        ...(options.seed !== undefined && { seed: options.seed }),
        ...(options.break !== undefined && {
          breakEpochDay: options.break === true ? paperBreakEpochDay : options.break,
        }),
        ...(options.since !== undefined && { sinceEpochDay: options.since }),
        ...(options.until !== undefined && { untilEpochDay: options.until }),
        ...(options.without !== undefined && { without: options.without }),
      };
      if (options.format !== "svg") refusePictureFlags(options);
      const opened = await openCollection(paths, flags, terminal);
      const context = reportContext(opened, options);
      switch (options.format) {
        case "text":
          return terminal.out(trendText(context, trendAnswers(opened, context, options), terminal));
        case "json":
          return terminal.out(trendJson(context, trendAnswers(opened, context, options)));
        case "csv":
          return terminal.out(trendCsv(context.analysis));
        case "svg": {
          const picture = pictureOf(options);
          return terminal.out(figureSvg(picture.figure, context.analysis, picture.options, picture.layers));
        }
      }
    });
}

function trendAnswers(
  { collection, settings }: OpenedCollection,
  { analysis }: ReportContext,
  options: TrendOptions,
): TrendAnswers {
  const { breakEpochDay, estimator, tau } = settings;
  const { at, match, on, wait } = options;
  return {
    trendBreak:
      breakEpochDay === undefined
        ? undefined
        : trendBreak(analysis.trend.sample, breakEpochDay, estimator, tau),
    sensitivity:
      options.sensitivity === undefined
        ? undefined
        : sensitivity(
            collection.cards(),
            settings,
            shippedReferences().map(({ reference }) => reference),
          ),
    corollaries:
      options.corollaries === undefined ? undefined : { prices: priceTrend(datedPrices(analysis)) },
    forecasts: answerForecasts(analysis, {
      ...(match !== undefined && { match }),
      ...(at !== undefined && { at }),
      ...(on !== undefined && { onEpochDay: on }),
      ...(wait !== undefined && { wait }),
    }),
  };
}
