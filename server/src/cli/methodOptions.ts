import { type Command, Option } from "commander";
import type { CollectionChoices } from "../method/collectionSettings.ts";
import { type Estimator, estimators } from "../trend/fit/estimator.ts";
import { paperBreakEpochDay } from "../trend/fit/trendBreak.ts";
import { calendarDay, collected, oneOf, openShare, wholeNumber } from "./arguments.ts";
import { type CollectionOptions, choicesOf } from "./collectionOptions.ts";

/** Options of how a trend is fitted; `false` takes back what `densing.yaml` says. */
export interface MethodOptions extends CollectionOptions {
  readonly estimator?: Estimator;
  readonly tau?: number;
  readonly seed?: number;
  readonly samples?: number;
  readonly since?: number | false;
  readonly until?: number | false;
  readonly without?: readonly string[] | false;
  readonly break?: number | boolean;
}

/** Adds the options that change how the trend of a collection is fitted, and to which models. */
export function withMethodOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--estimator <name>",
        "what the line is fitted to: records (the paper's method), quantile or all (default: records)",
      ).argParser(oneOf(estimators)),
    )
    .addOption(
      new Option("--since <date>", "first release date in the trend, YYYY-MM-DD").argParser(calendarDay),
    )
    .option("--no-since", "no first date, whatever densing.yaml says")
    .addOption(
      new Option("--until <date>", "last release date in the trend, YYYY-MM-DD").argParser(calendarDay),
    )
    .option("--no-until", "no last date, whatever densing.yaml says")
    .addOption(
      new Option("--without <name>", "leave a model out of the trend; may be given several times").argParser(
        collected,
      ),
    )
    .option("--no-without", "leave no model out by name, whatever densing.yaml says")
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
    .option("--no-break", "no such test, whatever densing.yaml says");
}

/** The choices that flags make; a flag not given chooses nothing. */
export function methodChoicesOf(options: MethodOptions): CollectionChoices {
  const { estimator, tau, samples, seed, since, until, without } = options;
  return {
    ...choicesOf(options),
    ...(estimator !== undefined && { estimator }),
    ...(tau !== undefined && { tau }),
    ...(samples !== undefined && { samples }),
    ...(seed !== undefined && { seed }),
    ...(options.break !== undefined && {
      breakEpochDay: options.break === true ? paperBreakEpochDay : noneWhenFalse(options.break),
    }),
    ...(since !== undefined && { sinceEpochDay: noneWhenFalse(since) }),
    ...(until !== undefined && { untilEpochDay: noneWhenFalse(until) }),
    ...(without !== undefined && { without: without === false ? [] : without }),
  };
}

function noneWhenFalse(day: number | false): number | null {
  return day === false ? null : day;
}
