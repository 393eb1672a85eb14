import { defaultTau, type Estimator, estimators } from "../../trend/fit/estimator.ts";
import { estimatorName } from "../../wording/choiceNames.ts";
import { type Choice, papers, type Settings } from "../choice.ts";
import { oneOf, openShare } from "../valueKind.ts";

/** Quantiles to choose from beside the one in force. */
const taus = [defaultTau, 0.95] as const;

/** What the line is fitted to. */
export const estimator: Choice<Estimator, Settings<"estimator">> = {
  key: "estimator",
  reach: "editor",
  value: oneOf(estimators),
  flag: {
    argument: "<name>",
    help: "what the line is fitted to: quantile, records (the paper's method) or all (default: quantile)",
    commands: "trend",
  },
  paper: () => "records",
  // Its intervals hold what they say, which those of records do not.
  standard: () => "quantile",
  settle: (chosen) => ({ estimator: chosen }),
  of: (settings) => settings.estimator,
  meanings: {
    quantile: "The 0.9 quantile over all models",
    records: "The paper's method: models denser than everything before them",
    all: "Least squares over all models",
  },
  control: {
    id: "estimator",
    label: "Fit",
    phrase: (settings) => estimatorName(settings.estimator, settings.tau),
  },
  menu: ({ analysis: { settings } }) => {
    const quantiles = [...new Set([...taus, settings.tau])].sort((first, second) => first - second);
    // An estimator that is no quantile takes none along: the one beside it is the folder's again.
    const brings = { tau: undefined };
    return [
      {
        select: "one",
        entries: [
          { label: "records", value: "records", brings, details: [papers] },
          ...quantiles.map((quantile) => ({
            label: estimatorName("quantile", quantile),
            value: "quantile" as const,
            along: { tau: quantile },
          })),
          { label: estimatorName("all", settings.tau), value: "all", brings },
        ],
      },
    ];
  },
  rows: {
    group: "Estimator",
    areValues: true,
    haveIntervals: true,
    alternatives: ({ analysis: { settings } }) =>
      [
        { label: "records", value: "records" as const, along: { tau: settings.tau } },
        ...taus.map((quantile) => ({
          label: estimatorName("quantile", quantile),
          value: "quantile" as const,
          along: { tau: quantile },
        })),
        { label: "all models, least squares", value: "all" as const, along: { tau: settings.tau } },
      ].filter(
        ({ value, along }) =>
          value !== settings.estimator || (value === "quantile" && along.tau !== settings.tau),
      ),
  },
};

/** The quantile of the estimator `quantile`; its menu is the estimator's. */
export const tau: Choice<number, Settings<"tau">> = {
  key: "tau",
  reach: "densing.yaml",
  value: openShare,
  flag: {
    argument: "<share>",
    help: `quantile of the estimator quantile (default: ${defaultTau})`,
    commands: "trend",
  },
  paper: () => defaultTau,
  settle: (chosen) => ({ tau: chosen }),
  of: (settings) => settings.tau,
  control: "estimator",
  // It counts beside the estimator quantile alone, which is a change already.
  isChanged: () => false,
  menu: () => [],
};
