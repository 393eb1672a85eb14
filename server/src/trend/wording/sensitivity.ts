import type { SensitivityRow } from "../sensitivity.ts";
import { denominatorNames, estimatorName } from "./assumptions.ts";
import { basisName } from "./benchmarkNames.ts";
import { formatDate } from "./dates.ts";
import { formatTokens } from "./numbers.ts";

/** The heading a row stands under. */
export function sensitivityGroup({ choice }: SensitivityRow): string {
  switch (choice.kind) {
    case "estimator":
      return "Estimator";
    case "reference":
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
