import type { Denominator } from "../density/denominator.ts";
import type { Estimator } from "../trend/fit/estimator.ts";

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
