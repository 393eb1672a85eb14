import type { AnalysisSettings, CollectionAnalysis } from "../collection/analyseCollection.ts";
import { analyseWith } from "../collection/analyseWith.ts";
import type { Estimator, TrendLine } from "../fit/estimator.ts";
import type { Trend } from "../fit/fitTrend.ts";
import type { TrendInterval } from "../fit/trendInterval.ts";
import type { TrendTest } from "../fit/trendTest.ts";
import type { Steps } from "../steps.ts";

/** What a row of the table is computed with: the settings of an analysis with one choice changed. */
export interface Alternative {
  readonly settings: AnalysisSettings;
  /** Whether its interval is computed; where models and draws stay the same it would say the same again. */
  readonly hasInterval: boolean;
}

/** The doubling time by one set of choices. */
export interface SensitivityResult {
  readonly doublingTimeDays: number | undefined;
  /** Why there is no doubling time. */
  readonly lack: "too-few-models" | "no-growth" | undefined;
  /** Computed where the alternative asks for it. */
  readonly interval: TrendInterval | undefined;
  readonly modelCount: number;
  readonly recordCount: number;
  /** The doubling time by every estimator, where lines can be fitted; `undefined` where one does not rise. */
  readonly byEstimator: readonly {
    readonly estimator: Estimator;
    readonly doublingTimeDays: number | undefined;
  }[];
  /** Of the rise over all models. */
  readonly test: Pick<TrendTest, "pValue" | "independentPValue"> | undefined;
}

/** The doubling time under one changed choice, all others kept. */
export interface SensitivityRow<Choice extends Alternative = Alternative> extends SensitivityResult {
  readonly choice: Choice;
  readonly changeDays: number | undefined;
}

/** How far each choice moves the doubling time. */
export interface Sensitivity<Choice extends Alternative = Alternative> {
  readonly current: SensitivityResult;
  /** In the order of the alternatives. */
  readonly rows: readonly SensitivityRow<Choice>[];
}

/**
 * Fits the trend again for every single change of one choice. A trend is one step, and of an interval each
 * draw.
 */
export function* sensitivity<Choice extends Alternative>(
  analysis: CollectionAnalysis,
  alternatives: readonly Choice[],
): Steps<Sensitivity<Choice>> {
  const { trend } = analysis;
  const current = yield* resultSteps(trend, trend.line, true);
  const rows: SensitivityRow<Choice>[] = [];
  for (const choice of alternatives) {
    const { changed, line } = fitOf(choice.settings, analysis);
    const result = yield* resultSteps(changed, line, choice.hasInterval);
    const [days, before] = [result.doublingTimeDays, current.doublingTimeDays];
    const changeDays = days === undefined || before === undefined ? undefined : days - before;
    rows.push({ choice, ...result, changeDays });
  }
  return { current, rows };
}

/** Another estimator alone changes neither models nor draws, so what is known of them serves it too. */
function fitOf(settings: AnalysisSettings, analysis: CollectionAnalysis) {
  const names = Object.keys({ ...settings, ...analysis.settings }) as (keyof AnalysisSettings)[];
  const isKnown = names.every((name) => name === "estimator" || settings[name] === analysis.settings[name]);
  const changed = isKnown ? analysis.trend : analyseWith(analysis, settings).trend;
  return { changed, line: changed.lines.find(({ estimator }) => estimator === settings.estimator) };
}

function* resultSteps(
  { points, records, intervals, lines, test }: Trend,
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
    byEstimator: lines.map((each) => ({
      estimator: each.estimator,
      doublingTimeDays: each.doublingTimeDays,
    })),
    test,
  };
}
