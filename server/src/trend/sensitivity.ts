import { epochDayOf, partsOfEpochDay } from "../density/calendar.ts";
import { denominators } from "../density/denominator.ts";
import type { Reference } from "../density/reference.ts";
import { type AnalysisSettings, analyseCollection, type CollectionEntry } from "./analyseCollection.ts";
import { estimators } from "./estimator.ts";
import { influence } from "./influence.ts";
import type { TrendInterval } from "./trendInterval.ts";

/** What a row of the table changes, and the settings it is computed with. */
export interface SensitivityChoice {
  readonly kind: "estimator" | "reference" | "d0" | "denominator" | "basis" | "since" | "until";
  readonly settings: AnalysisSettings;
}

/** The doubling time under one changed choice, all others kept. */
export interface SensitivityRow {
  readonly choice: SensitivityChoice | { readonly kind: "without"; readonly model: string };
  /** `undefined`: too few models, or no growth. */
  readonly doublingTimeDays: number | undefined;
  readonly changeDays: number | undefined;
  /** Computed for estimators; for other choices it would say the same again. */
  readonly interval: TrendInterval | undefined;
  readonly modelCount: number;
  readonly recordCount: number;
}

/** How far each choice moves the doubling time. */
export interface Sensitivity {
  readonly current: Omit<SensitivityRow, "choice" | "changeDays">;
  /** Grouped by what they change, in the order of the choices' kinds. */
  readonly rows: readonly SensitivityRow[];
}

const alternativeTaus = [0.9, 0.95] as const;
/** arXiv version, two values between, and the tokens of Llama-3. */
const alternativeTrainingTokens = [1e12, 2e12, 5e12, 15e12] as const;
const mostInfluences = 3;

/**
 * Fits the trend again for every single change of one choice.
 * @param references further references; the current one among them is passed over
 */
export function sensitivity(
  entries: readonly CollectionEntry[],
  settings: AnalysisSettings,
  references: readonly Reference[],
): Sensitivity {
  const { trend } = analyseCollection(entries, settings);
  const currentDays = trend.line?.doublingTimeDays;
  const rows = alternatives(
    settings,
    references,
    trend.points.map(({ epochDay }) => epochDay),
  ).map((choice): SensitivityRow => {
    const changed = analyseCollection(entries, choice.settings).trend;
    const days = changed.line?.doublingTimeDays;
    return {
      choice,
      doublingTimeDays: days,
      changeDays: days === undefined || currentDays === undefined ? undefined : days - currentDays,
      interval:
        choice.kind === "estimator" && changed.line !== undefined
          ? changed.intervals?.of(changed.line.estimator)
          : undefined,
      modelCount: changed.points.length,
      recordCount: changed.records.length,
    };
  });
  const withouts =
    settings.estimator === "records" && trend.line !== undefined ? influence(trend.points) : [];
  return {
    current: {
      doublingTimeDays: currentDays,
      interval: trend.line && trend.intervals?.of(trend.line.estimator),
      modelCount: trend.points.length,
      recordCount: trend.records.length,
    },
    rows: [
      ...rows,
      ...withouts.slice(0, mostInfluences).map(
        ({ point, doublingTimeDays, changeDays, recordCount }): SensitivityRow => ({
          choice: { kind: "without", model: point.name },
          doublingTimeDays,
          changeDays,
          interval: undefined,
          modelCount: trend.points.length - 1,
          recordCount,
        }),
      ),
    ],
  };
}

function alternatives(
  settings: AnalysisSettings,
  references: readonly Reference[],
  epochDays: readonly number[],
): SensitivityChoice[] {
  const { reference, denominator, basis, trainingTokens } = settings;
  return [
    ...estimatorChoices(settings),
    ...references
      .filter(({ name, curves }) => name !== reference.name && curves.has(basis))
      .map((other) => ({
        kind: "reference" as const,
        settings: { ...settings, reference: other, trainingTokens: other.trainingTokens },
      })),
    ...alternativeTrainingTokens
      .filter((tokens) => tokens !== trainingTokens)
      .map((tokens) => ({ kind: "d0" as const, settings: { ...settings, trainingTokens: tokens } })),
    ...denominators
      .filter((other) => other !== denominator)
      .map((other) => ({ kind: "denominator" as const, settings: { ...settings, denominator: other } })),
    ...[...reference.curves.keys()]
      .filter((other) => other !== basis)
      .map((other) => ({ kind: "basis" as const, settings: { ...settings, basis: other } })),
    ...windowChoices(settings, epochDays),
  ];
}

function estimatorChoices(settings: AnalysisSettings): SensitivityChoice[] {
  return estimators
    .flatMap((estimator): AnalysisSettings[] =>
      estimator === "quantile"
        ? alternativeTaus.map((tau) => ({ ...settings, estimator, tau }))
        : [{ ...settings, estimator }],
    )
    .filter(
      ({ estimator, tau }) =>
        estimator !== settings.estimator || (estimator === "quantile" && tau !== settings.tau),
    )
    .map((changed) => ({ kind: "estimator", settings: changed }));
}

/** From the month a quarter of the way in; from and to each turn of a year within the data. */
function windowChoices(settings: AnalysisSettings, epochDays: readonly number[]): SensitivityChoice[] {
  const [first, last] = [epochDays.at(0), epochDays.at(-1)];
  if (first === undefined || last === undefined) return [];
  const { year, month } = partsOfEpochDay(first + (last - first) / 4);
  const years = Array.from(
    { length: partsOfEpochDay(last).year - partsOfEpochDay(first).year },
    (_, place) => partsOfEpochDay(first).year + 1 + place,
  ).slice(-2);
  const starts = [epochDayOf(year, month, 1), ...years.map((each) => epochDayOf(each, 1, 1))].filter(
    (day) => day !== undefined && day > first,
  );
  const ends = years
    .map((each) => epochDayOf(each - 1, 12, 31))
    .filter((day) => day !== undefined && day > first);
  return [
    ...[...new Set(starts)].map((day) => ({
      kind: "since" as const,
      settings: { ...settings, sinceEpochDay: day },
    })),
    ...ends.map((day) => ({ kind: "until" as const, settings: { ...settings, untilEpochDay: day } })),
  ];
}
