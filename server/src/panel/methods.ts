import type { CollectionAnalysis } from "../trend/analyseCollection.ts";
import type { Estimator } from "../trend/estimator.ts";
import { type SensitivityRow, sensitivity } from "../trend/sensitivity.ts";
import type { TrendInterval } from "../trend/trendInterval.ts";
import { formatDays } from "../trend/wording/dates.ts";
import { counted } from "../trend/wording/numbers.ts";
import { sensitivityGroup, sensitivityLabel } from "../trend/wording/sensitivity.ts";
import { plain, strong } from "../trend/wording/textRun.ts";
import type { VerdictWording } from "../trend/wording/verdict.ts";
import type { ControlContext } from "./controls/controlContext.ts";
import type { MethodsAxis, MethodsGroup, MethodsRow, MethodsTable } from "./methodsTable.ts";
import type { PanelChoices } from "./panelQuestion.ts";

/** How far every single change of one choice moves the doubling time, with the choices that do it. */
export function methodsTable(context: ControlContext): MethodsTable {
  const { analysis, references } = context;
  const entries = analysis.models.map(({ id, model }) => ({ id, name: model.name, model }));
  const { current, rows } = sensitivity(
    entries,
    analysis.settings,
    references.map(({ reference }) => reference),
  );
  const now: MethodsRow = {
    ...rowOf({ ...current, changeDays: undefined }, analysis.settings.estimator),
    label: "as chosen",
    isCurrent: true,
    choices: context.choices,
  };
  const groups: MethodsGroup[] = [{ title: "", rows: [now] }];
  for (const row of rows) {
    const title = sensitivityGroup(row);
    const made: MethodsRow = {
      ...rowOf(
        row,
        row.choice.kind === "estimator" ? row.choice.settings.estimator : analysis.settings.estimator,
      ),
      label: sensitivityLabel(row),
      choices: choicesOf(row, context),
    };
    const last = groups.at(-1);
    if (last?.title === title) groups[groups.length - 1] = { title, rows: [...last.rows, made] };
    else groups.push({ title, rows: [made] });
  }
  const all = groups.flatMap((group) => group.rows);
  return {
    wording: wordingOf(all, analysis),
    axis: axisOf(all),
    groups,
    notes: [
      "One choice is changed at a time, all others stay. A row can be taken: the panel then uses it.",
      "Intervals are computed for estimators; leaving a model out finds the records anew.",
    ],
  };
}

function rowOf(
  { doublingTimeDays, interval, changeDays, modelCount, recordCount }: Omit<SensitivityRow, "choice">,
  estimator: Estimator,
): Omit<MethodsRow, "label"> {
  return {
    days: doublingTimeDays,
    low: interval?.lowDays,
    high: interval?.highDays,
    text: doublingTimeDays === undefined ? "none" : rounded(doublingTimeDays),
    intervalText: interval === undefined ? "" : rangeText(interval),
    changeText:
      changeDays === undefined ? "" : `${changeDays < 0 ? "−" : "+"}${rounded(Math.abs(changeDays))}`,
    fittedTo: estimator === "records" ? counted(recordCount, "record") : counted(modelCount, "model"),
    modelCount,
    recordCount,
    isCurrent: false,
  };
}

function rangeText({ lowDays, highDays }: TrendInterval): string {
  if (lowDays === undefined) return "no growth";
  return highDays === undefined
    ? `at least ${rounded(lowDays)}, or no growth`
    : `${rounded(lowDays)} to ${rounded(highDays)}`;
}

function rounded(days: number): string {
  return String(Math.round(days));
}

function choicesOf({ choice }: SensitivityRow, context: ControlContext): PanelChoices | undefined {
  const { choices, references, analysis } = context;
  if (choice.kind === "without") return { ...choices, without: [...analysis.settings.without, choice.model] };
  const { settings } = choice;
  switch (choice.kind) {
    case "estimator":
      return { ...choices, estimator: settings.estimator, tau: settings.tau };
    case "reference": {
      const named = references.find(({ reference }) => reference === settings.reference);
      return named && { ...choices, reference: named.name, d0: settings.trainingTokens };
    }
    case "d0":
      return { ...choices, d0: settings.trainingTokens };
    case "denominator":
      return { ...choices, denominator: settings.denominator };
    case "basis":
      return { ...choices, basis: settings.basis };
    case "since":
      return { ...choices, sinceEpochDay: settings.sinceEpochDay ?? null };
    case "until":
      return { ...choices, untilEpochDay: settings.untilEpochDay ?? null };
  }
}

function wordingOf(rows: readonly MethodsRow[], { trend }: CollectionAnalysis): VerdictWording {
  const days = rows.flatMap((row) => (row.days === undefined ? [] : [row.days]));
  const grounds = [
    plain(
      `${counted(trend.points.length, "model")}, ${counted(trend.records.length, "record")}. Each row changes one choice of the method.`,
    ),
  ];
  const verdict =
    days.length === 0
      ? [plain("No choice gives a doubling time.")]
      : [
          plain("Over these choices the doubling time is "),
          strong(`${Math.round(Math.min(...days))} to ${formatDays(Math.max(...days))}`),
          plain("."),
        ];
  return { verdict, grounds, briefGrounds: grounds };
}

const tickDays = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

function axisOf(rows: readonly MethodsRow[]): MethodsAxis | undefined {
  const days = rows.flatMap(({ days: each, low, high }) =>
    [each, low, high].flatMap((end) => (end !== undefined && end > 0 ? [end] : [])),
  );
  if (days.length === 0) return undefined;
  const [low, high] = [Math.min(...days) / 1.1, Math.max(...days) * 1.1];
  const ticks = tickDays
    .filter((tick) => tick >= low && tick <= high)
    .map((tick) => ({ days: tick, text: String(tick) }));
  return { low, high, ticks };
}
