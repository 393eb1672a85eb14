import { availableBasis } from "../../density/basisScore.ts";
import { epochDayOf, partsOfEpochDay } from "../../density/calendar.ts";
import { denominators } from "../../density/denominator.ts";
import { saySame, underOtherMinima } from "../../density/otherMinimum.ts";
import type { Reference } from "../../density/reference.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../collection/analyseCollection.ts";
import { analyseWith } from "../collection/analyseWith.ts";
import { estimators, type TrendLine } from "../fit/estimator.ts";
import type { Trend } from "../fit/fitTrend.ts";
import type { TrendInterval } from "../fit/trendInterval.ts";
import type { Steps } from "../steps.ts";
import { influence } from "./influence.ts";

/** What a row of the table changes, and the settings it is computed with. */
export type SensitivityChoice =
  | {
      readonly kind: "estimator" | "reference" | "d0" | "denominator" | "basis" | "since" | "until";
      readonly settings: AnalysisSettings;
    }
  | {
      readonly kind: "other-minimum";
      /** Which one of how many. */
      readonly place: number;
      readonly count: number;
      readonly settings: AnalysisSettings;
    }
  | { readonly kind: "without"; readonly model: string; readonly settings: AnalysisSettings };

/** The doubling time by one set of choices. */
export interface SensitivityResult {
  readonly doublingTimeDays: number | undefined;
  /** Why there is no doubling time. */
  readonly lack: "too-few-models" | "no-growth" | undefined;
  /** Computed for estimators; for other choices it would say the same again. */
  readonly interval: TrendInterval | undefined;
  readonly modelCount: number;
  readonly recordCount: number;
}

/** The doubling time under one changed choice, all others kept. */
export interface SensitivityRow extends SensitivityResult {
  readonly choice: SensitivityChoice;
  readonly changeDays: number | undefined;
}

/** How far each choice moves the doubling time. */
export interface Sensitivity {
  readonly current: SensitivityResult;
  /** Grouped by what they change, in the order of the choices' kinds. */
  readonly rows: readonly SensitivityRow[];
}

const alternativeTaus = [0.9, 0.95] as const;
/** arXiv version, two values between, and the tokens of Llama-3. */
const alternativeTrainingTokens = [1e12, 2e12, 5e12, 15e12] as const;
const mostInfluences = 3;

/**
 * Fits the trend again for every single change of one choice. A trend is one step, and of an interval each
 * draw.
 * @param references further references; the current one among them is passed over
 */
export function* sensitivity(
  analysis: CollectionAnalysis,
  references: readonly Reference[],
): Steps<Sensitivity> {
  const { trend, settings } = analysis;
  const choices = [
    ...alternatives(
      settings,
      references,
      trend.points.map(({ epochDay }) => epochDay),
    ),
    ...withoutChoices(analysis),
  ];
  const current = yield* resultSteps(trend, trend.line, true);
  const rows: SensitivityRow[] = [];
  for (const choice of choices) {
    const { changed, line } = fitOf(choice, analysis);
    const result = yield* resultSteps(changed, line, choice.kind === "estimator");
    const [days, before] = [result.doublingTimeDays, current.doublingTimeDays];
    const changeDays = days === undefined || before === undefined ? undefined : days - before;
    rows.push({ choice, ...result, changeDays });
  }
  return { current, rows };
}

/** Another estimator alone changes neither models nor draws, so what is known of them serves it too. */
function fitOf({ kind, settings }: SensitivityChoice, analysis: CollectionAnalysis) {
  const isKnown = kind === "estimator" && settings.tau === analysis.settings.tau;
  const changed = isKnown ? analysis.trend : analyseWith(analysis, settings).trend;
  return { changed, line: changed.lines.find(({ estimator }) => estimator === settings.estimator) };
}

function* resultSteps(
  { points, records, intervals }: Trend,
  line: TrendLine | undefined,
  hasInterval: boolean,
): Steps<SensitivityResult> {
  yield;
  const asked = hasInterval && line !== undefined ? intervals : undefined;
  if (asked !== undefined && line !== undefined) yield* asked.steps([line.estimator]);
  const doublingTimeDays = line?.doublingTimeDays;
  const reason = line === undefined ? "too-few-models" : "no-growth";
  return {
    doublingTimeDays,
    lack: doublingTimeDays === undefined ? reason : undefined,
    interval: line && asked?.of(line.estimator),
    modelCount: points.length,
    recordCount: records.length,
  };
}

/** The records whose absence moves the line through the records most. */
function withoutChoices({ trend, settings }: CollectionAnalysis): SensitivityChoice[] {
  if (settings.estimator !== "records" || trend.line === undefined) return [];
  return influence(trend.points)
    .slice(0, mostInfluences)
    .map(({ point: { name } }) => ({
      kind: "without",
      model: name,
      settings: { ...settings, without: [...settings.without, name] },
    }));
}

function alternatives(
  settings: AnalysisSettings,
  references: readonly Reference[],
  epochDays: readonly number[],
): SensitivityChoice[] {
  const { reference, denominator, basis, trainingTokens } = settings;
  const others = references.filter(
    ({ name, curves }) => name !== reference.name && (basis === availableBasis || curves.has(basis)),
  );
  return [
    ...estimatorChoices(settings),
    ...others.map((other) => ({
      kind: "reference" as const,
      settings: { ...settings, reference: other, trainingTokens: other.trainingTokens },
    })),
    ...otherMinimumChoices(settings, others),
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

/** The reference's other minima, but for those that one of the other references has for its own law. */
function otherMinimumChoices(settings: AnalysisSettings, others: readonly Reference[]): SensitivityChoice[] {
  const { reference, basis, trainingTokens } = settings;
  const minima = underOtherMinima(reference, basis);
  return minima.flatMap((changed, place): SensitivityChoice[] => {
    const at = { reference: changed, trainingTokens };
    const hasRow = others.some((other) =>
      saySame(at, { reference: other, trainingTokens: other.trainingTokens }, basis),
    );
    if (hasRow) return [];
    const changes = { ...settings, reference: changed };
    return [{ kind: "other-minimum", place, count: minima.length, settings: changes }];
  });
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
