import { type Command, Option } from "commander";
import { wholeFigure } from "../../figures/drawingOptions.ts";
import { analyseFigure } from "../../figures/index.ts";
import { figurePicture } from "../../figures/page/picture.ts";
import { methodAlternatives } from "../../method/alternatives.ts";
import { shippedReferences } from "../../references/references.ts";
import type { ReportContext } from "../../report/jsonContract.ts";
import { answersOfSettings, type TrendAnswers } from "../../report/trendAnswers.ts";
import { trendCsv } from "../../report/trendCsv.ts";
import { trendJson } from "../../report/trendJson.ts";
import { trendMarkdown } from "../../report/trendMarkdown.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { backtestsSteps } from "../../trend/questions/backtest.ts";
import { priceTrend } from "../../trend/questions/corollaries.ts";
import { powersSteps } from "../../trend/questions/power.ts";
import { pricesAtAbility } from "../../trend/questions/priceAtAbility.ts";
import { bothReferenceIntervalsSteps } from "../../trend/questions/referenceDraws.ts";
import { sensitivity } from "../../trend/questions/sensitivity.ts";
import { finish } from "../../trend/steps.ts";
import { calendarDay, oneOf, parameterCount, positiveNumber } from "../arguments.ts";
import {
  type CollectionOptions,
  choicesOf,
  collectionCommand,
  withTrendChoices,
} from "../collectionOptions.ts";
import { openCollection } from "../openCollection.ts";
import { type PictureFlags, pictureOf, refusePictureFlags, withPictureOptions } from "../pictureOptions.ts";
import { reportContext } from "../reportContext.ts";
import type { Terminal } from "../terminal.ts";
import { answerForecasts } from "../trendQuestions.ts";
import { trendText } from "../writers/trendText.ts";

const formats = ["text", "json", "csv", "markdown", "svg"] as const;

interface TrendOptions extends CollectionOptions, PictureFlags {
  readonly format: (typeof formats)[number];
  readonly sensitivity?: true;
  readonly backtest?: true;
  readonly referenceInterval?: true;
  readonly power?: true;
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
  return withTrendChoices(withPictureOptions(command))
    .option("--sensitivity", "how far each choice moves the doubling time")
    .option("--backtest", "past half-year forecasts of this collection, and what came")
    .option(
      "--reference-interval",
      "how far the runs behind the reference, drawn with the models, move the doubling time",
    )
    .option("--power", "how often a doubling would be claimed of collections like this one")
    .option("--match <model>", "when a smaller model reaches the ability of this one")
    .addOption(
      new Option("--at <size>", "with --match: the size, such as 3B (default: half the model's)").argParser(
        parameterCount,
      ),
    )
    .addOption(
      new Option("--on <date>", "the trend's density on a day; a picture is drawn up to it").argParser(
        calendarDay,
      ),
    )
    .addOption(
      new Option("--wait <months>", "what waiting, or training, so long means in density").argParser(
        positiveNumber,
      ),
    )
    .option("--corollaries", "what follows with chips, and how fast the price of inference falls")
    .action(async (paths: string[], options: TrendOptions) => {
      if (options.format !== "svg") refusePictureFlags(options);
      const opened = await openCollection(paths, choicesOf(options), options, terminal);
      const context = reportContext(opened);
      switch (options.format) {
        case "text":
          return terminal.out(trendText(context, trendAnswers(context, options), terminal));
        case "json":
          return terminal.out(trendJson(context, trendAnswers(context, options)));
        case "csv":
          return terminal.out(trendCsv(context.analysis));
        case "markdown":
          return terminal.out(trendMarkdown(context));
        case "svg": {
          const picture = pictureOf(options);
          const figure = analyseFigure(picture.figure, context.analysis, { aheadEpochDay: options.on });
          const visible = { ...wholeFigure, layers: picture.layers };
          return terminal.out(figurePicture(figure, picture.options, visible));
        }
      }
    });
}

function trendAnswers({ analysis }: ReportContext, options: TrendOptions): TrendAnswers {
  const { at, match, on, wait } = options;
  return {
    ...answersOfSettings(analysis),
    sensitivity:
      options.sensitivity === undefined
        ? undefined
        : finish(sensitivity(analysis, methodAlternatives({ analysis, references: shippedReferences() }))),
    powers: isPowerAsked(analysis, options) ? finish(powersSteps(analysis)) : [],
    referenceIntervals:
      options.referenceInterval === undefined ? undefined : finish(bothReferenceIntervalsSteps(analysis)),
    backtests: options.backtest === undefined ? [] : finish(backtestsSteps(analysis)),
    corollaries:
      options.corollaries === undefined ? undefined : { prices: priceTrend(pricesAtAbility(analysis)) },
    forecasts: answerForecasts(analysis, {
      ...(match !== undefined && { match }),
      ...(at !== undefined && { at }),
      ...(on !== undefined && { onEpochDay: on }),
      ...(wait !== undefined && { wait }),
    }),
  };
}

/** Where nothing can be claimed, whether anything could have been belongs to what the choices show. */
function isPowerAsked({ trend }: CollectionAnalysis, { power, sensitivity: rows }: TrendOptions): boolean {
  return power === true || (rows === true && trend.verdict === "no-doubling-can-be-claimed");
}
