import { type MethodAlternative, methodAlternatives } from "../method/alternatives.ts";
import { methodLabel } from "../method/assumptions.ts";
import { rowSentences } from "../method/rowSentences.ts";
import { counted } from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import { plain } from "../text/textRun.ts";
import { backtestOf } from "../trend/questions/backtest.ts";
import { powersSteps } from "../trend/questions/power.ts";
import { recordsBiasSteps } from "../trend/questions/recordsBias.ts";
import { type SensitivityResult, type SensitivityRow, sensitivity } from "../trend/questions/sensitivity.ts";
import type { Steps } from "../trend/steps.ts";
import { backtestSentence } from "../wording/backtest.ts";
import { briefIntervalPhrase, familiesPhrase, indicativeNote, levelPhrase } from "../wording/intervals.ts";
import { powerSentence } from "../wording/power.ts";
import { recordsBiasSentence } from "../wording/recordsBias.ts";
import { sensitivityChange, sensitivityDays } from "../wording/sensitivity.ts";
import { type ControlContext, choicesAfter } from "./controls/controlContext.ts";
import { isCut, methodsAxis } from "./methodsAxis.ts";
import { methodsHeadline } from "./methodsHeadline.ts";
import type { MethodsAxis, MethodsGroup, MethodsRow, MethodsTable } from "./methodsTable.ts";
import type { PanelChoices } from "./panelQuestion.ts";

/**
 * How far every single change of one choice moves the doubling time, with the choices that do it. It fits a
 * trend for every row.
 */
export function* methodsTable(context: ControlContext): Steps<MethodsTable> {
  const { analysis } = context;
  yield* analysis.trend.verdictSteps();
  const past = backtestOf(analysis, analysis.settings.estimator);
  yield* past.steps();
  const { current, rows } = yield* sensitivity(analysis, methodAlternatives(context));
  const now: MethodsRow = {
    ...rowOf({ ...current, changeDays: undefined }, analysis.settings.estimator === "records"),
    label: methodLabel(analysis),
    isCurrent: true,
    choices: context.choices,
  };
  const groups: MethodsGroup[] = [{ title: "", rows: [now] }];
  for (const row of rows) {
    const { group: title, label, isValue, settings } = row.choice;
    const made = {
      ...rowOf(row, settings.estimator === "records"),
      label: isValue ? capitalised(label) : label,
      choices: choicesOf(row.choice, context),
    };
    const last = groups.at(-1);
    if (last?.title === title) groups[groups.length - 1] = { title, rows: [...last.rows, made] };
    else groups.push({ title, rows: [made] });
  }
  const bias = recordsBiasSentence(yield* recordsBiasSteps(analysis));
  const power =
    analysis.trend.verdict === "no-doubling-can-be-claimed"
      ? powerSentence(yield* powersSteps(analysis))
      : undefined;
  const all = groups.flatMap((group) => group.rows);
  const axis = methodsAxis(all);
  return {
    wording: {
      verdict: methodsHeadline(all, analysis.trend.verdict),
      grounds: [plain(groundsOf(current))],
      briefGrounds: [plain("Each row changes one choice.")],
    },
    axis,
    groups,
    notes: [
      ...notesOf(all, axis),
      `Past forecasts: ${backtestSentence(past.get(), analysis)}`,
      ...rowSentences(current, rows),
      bias,
      power,
    ].filter((note) => note !== undefined),
  };
}

function rowOf(
  row: SensitivityResult & Pick<SensitivityRow, "changeDays">,
  isOfRecords: boolean,
): Omit<MethodsRow, "label"> {
  const { doublingTimeDays, interval, modelCount, recordCount } = row;
  return {
    days: doublingTimeDays,
    low: interval?.lowDays,
    high: interval?.highDays,
    text: sensitivityDays(row),
    intervalText: interval === undefined ? "" : briefIntervalPhrase(interval),
    changeText: sensitivityChange(row),
    fittedTo: isOfRecords ? counted(recordCount, "record") : counted(modelCount, "model"),
    modelCount,
    recordCount,
    isCurrent: false,
  };
}

/** What is chosen once a row is taken; what the folder makes effective is dropped. */
function choicesOf({ takes }: MethodAlternative, context: ControlContext): PanelChoices | undefined {
  return takes && choicesAfter(takes, context);
}

/** How the intervals are made; all have the same models, so the same draws. */
function groundsOf({ interval }: SensitivityResult): string {
  const rule = "Each row changes one choice and keeps the rest; choose a row to use it.";
  if (interval === undefined) return rule;
  const { level, samples, seed, families } = interval;
  return `${rule} Intervals: ${levelPhrase(level)}, bootstrap over ${familiesPhrase(families)}, ${counted(samples, "draw")}, seed ${seed}. ${indicativeNote} Hollow: no interval computed.`;
}

function notesOf(rows: readonly MethodsRow[], axis: MethodsAxis | undefined): string[] {
  const isAnyCut = axis !== undefined && rows.some((row) => isCut(row, axis));
  return [
    ...(isAnyCut ? ["Arrow: the interval goes on beyond the axis, or no growth is within it."] : []),
    "Leaving a model out finds the records anew.",
  ];
}
