import type { Denominator } from "../density/denominator.ts";
import { counted, formatCount, formatTokens } from "../text/numbers.ts";
import type { AnalysisSettings, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";
import { defaultKinds, kindChoices } from "../trend/collection/membership.ts";
import type { Estimator } from "../trend/fit/estimator.ts";
import { paperReferenceName } from "../trend/questions/paperReference.ts";
import { basisName } from "./benchmarkNames.ts";
import { kindName, windowPhrase } from "./exclusions.ts";

/** One choice that moves the numbers, as the strip below the figure names it. */
export interface Assumption {
  readonly setting: "reference" | "basis" | "denominator" | "estimator" | "kinds" | "window" | "without";
  readonly label: string;
  readonly value: string;
  /** For narrow pages. */
  readonly shortValue: string;
  /** Differs from the paper's method. */
  readonly isModified: boolean;
}

/** Everything a result depends on, and how many cards it leaves out. */
export interface Assumptions {
  readonly items: readonly Assumption[];
  /** "4 left out"; `undefined` when every card counts. */
  readonly leftOut: string | undefined;
}

/** What a size is called. */
export const denominatorNames: Readonly<Record<Denominator, string>> = {
  // The paper's formula is the non-embedding count for all but mixtures and quantised weights.
  paper: "non-embedding",
  "non-embedding": "non-embedding throughout",
  total: "total",
  active: "active",
};

/** What an estimator is called: "records", "quantile 0.90", "all models". */
export function estimatorName(estimator: Estimator, tau: number): string {
  switch (estimator) {
    case "records":
      return "records";
    case "quantile":
      return `quantile ${formatTau(tau)}`;
    case "all":
      return "all models";
  }
}

/** A quantile with two decimals, more when it has more: 0.90, 0.975. */
export function formatTau(tau: number): string {
  return String(tau).length > 4 ? String(tau) : tau.toFixed(2);
}

/** The strip below the figure, and the settings line of the command line. */
export function assumptions({ settings, excluded }: CollectionAnalysis): Assumptions {
  const { reference, basis, denominator, estimator } = settings;
  const window = windowPhrase(settings);
  const items: Assumption[] = [
    {
      ...named("reference", "Reference", referencePhrase(settings)),
      isModified:
        reference.name !== paperReferenceName || settings.trainingTokens !== reference.trainingTokens,
    },
    {
      ...named("basis", "Basis", basisName(basis, reference)),
      ...(basis === reference.composite.id && { shortValue: `${basis} of ${reference.composite.of.length}` }),
      isModified: basis !== reference.composite.id,
    },
    {
      ...named("denominator", "Size", denominatorNames[denominator]),
      isModified: denominator !== "paper",
    },
    {
      ...named("estimator", "Fit", estimatorName(estimator, settings.tau)),
      isModified: estimator !== "records",
    },
    kindsAssumption(settings),
  ];
  if (window !== undefined) items.push({ ...named("window", "Dates", window), isModified: true });
  if (settings.without.length > 0) items.push(withoutAssumption(settings));
  return {
    items,
    leftOut: excluded.length === 0 ? undefined : `${formatCount(excluded.length)} left out`,
  };
}

function named(setting: Assumption["setting"], label: string, value: string) {
  return { setting, label, value, shortValue: value };
}

/** The reference's name, with the training tokens when they are not its own. */
function referencePhrase({ reference, trainingTokens }: AnalysisSettings): string {
  return trainingTokens === reference.trainingTokens
    ? reference.name
    : `${reference.name}, D₀ ${formatTokens(trainingTokens)}`;
}

/** Models that a person leaves out: by name when it is one, else counted. */
function withoutAssumption({ without }: AnalysisSettings): Assumption {
  const [first = ""] = without;
  const value = without.length === 1 ? first : counted(without.length, "model");
  return { ...named("without", "Without", value), isModified: true };
}

function kindsAssumption({ kinds }: AnalysisSettings): Assumption {
  const chosen = kindChoices.filter((kind) => kinds.includes(kind));
  const names = chosen.map(kindName);
  const isAll = chosen.length === kindChoices.length;
  const [first = "none", ...others] = names;
  return {
    setting: "kinds",
    label: "Kinds",
    value: isAll ? "all" : names.join(", ") || first,
    shortValue: isAll ? "all" : others.length === 0 ? first : `${first} +${others.length}`,
    isModified: chosen.length !== defaultKinds.length || !defaultKinds.every((kind) => kinds.includes(kind)),
  };
}
