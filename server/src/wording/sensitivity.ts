import { formatDate } from "../text/dates.ts";
import { formatDecimal, formatTokens, minus } from "../text/numbers.ts";
import { capitalised } from "../text/sentences.ts";
import type { CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import type { SensitivityResult, SensitivityRow } from "../trend/questions/sensitivity.ts";
import { assumptions, denominatorNames, estimatorName } from "./assumptions.ts";
import { basisName } from "./benchmarkNames.ts";

/** The heading a row stands under. */
export function sensitivityGroup({ choice }: SensitivityRow): string {
  switch (choice.kind) {
    case "estimator":
      return "Estimator";
    case "reference":
    case "other-minimum":
    case "d0":
      return "Reference";
    case "denominator":
      return "Size";
    case "basis":
      return "Basis";
    case "since":
    case "until":
      return "Window";
    case "without":
      return "Leave one model out, largest change first";
  }
}

/** What a row changes: "quantile 0.90", "D₀ 1 × 10¹² tokens", "from 1 Sep 2023", "without Phi-1". */
export function sensitivityLabel({ choice }: SensitivityRow): string {
  if (choice.kind === "without") return `without ${choice.model}`;
  const { settings } = choice;
  switch (choice.kind) {
    case "estimator":
      return settings.estimator === "all"
        ? "all models, least squares"
        : estimatorName(settings.estimator, settings.tau);
    case "reference":
      return settings.reference.name;
    case "other-minimum":
      return otherMinimumLabel(choice);
    case "d0":
      return `D₀ ${formatTokens(settings.trainingTokens)} tokens`;
    case "denominator":
      return denominatorNames[settings.denominator];
    case "basis":
      return basisName(settings.basis, settings.reference);
    case "since":
      return `from ${formatDate(settings.sinceEpochDay ?? 0)}`;
    case "until":
      return `to ${formatDate(settings.untilEpochDay ?? 0)}`;
  }
}

/** As the hover of a curve heads its columns. */
function otherMinimumLabel({ place, count, settings }: SensitivityRow["choice"] & { kind: "other-minimum" }) {
  return `${settings.reference.name}, other minimum${count === 1 ? "" : ` ${place + 1}`}`;
}

/**
 * What is chosen, by the names of the controls: "Records, as the paper", or the estimator and all else
 * that differs from the paper: "Quantile 0.90; size total".
 */
export function methodLabel(analysis: CollectionAnalysis): string {
  const { items } = assumptions(analysis);
  const { estimator, tau } = analysis.settings;
  const fit = capitalised(estimatorName(estimator, tau));
  if (items.every(({ isModified }) => !isModified)) return `${fit}, as the paper`;
  const others = items
    .filter(({ setting, isModified }) => setting !== "estimator" && isModified)
    .map(({ label, value }) => `${label.toLowerCase()} ${value}`);
  return [fit, ...others].join("; ");
}

/** A doubling time in whole days, or why there is none: "106", "no growth", "too few". */
export function sensitivityDays({ doublingTimeDays, lack }: SensitivityResult): string {
  if (doublingTimeDays !== undefined) return formatDecimal(doublingTimeDays, 0);
  return lack === "too-few-models" ? "too few" : "no growth";
}

/** Days longer or shorter with their sign: "+29", "−12", "0"; empty without days to compare. */
export function sensitivityChange({ changeDays }: Pick<SensitivityRow, "changeDays">): string {
  if (changeDays === undefined) return "";
  const whole = formatDecimal(Math.abs(changeDays), 0);
  return whole === "0" ? "0" : `${changeDays > 0 ? "+" : minus}${whole}`;
}
