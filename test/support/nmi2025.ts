import { benchmarkFacts } from "../../server/src/cards/vocabulary/benchmarkRegistry.ts";
import type { LawCurve, Reference } from "../../server/src/density/reference.ts";
import type { DensitySettings } from "../../server/src/density/settings.ts";
import { shippedReference } from "../../server/src/references/references.ts";
import type { AnalysisSettings } from "../../server/src/trend/collection/analyseCollection.ts";
import { defaultKinds } from "../../server/src/trend/collection/membership.ts";
import { defaultTrendOptions } from "../../server/src/trend/fit/fitTrend.ts";

/** The reference that ships and counts by default. */
export const nmi2025: Reference = requireReference("nmi-2025");

/** The paper's own choices. */
export const paperDensity: DensitySettings = {
  reference: nmi2025,
  basis: "average",
  denominator: "paper",
  trainingTokens: 5e12,
  benchmarkFacts,
};

/** The paper's own choices, with the records as estimator. */
export const paperTrend: AnalysisSettings = {
  ...paperDensity,
  kinds: defaultKinds,
  sinceEpochDay: undefined,
  untilEpochDay: undefined,
  estimator: "records",
  breakEpochDay: undefined,
  capableParameters: undefined,
  without: [],
  size: undefined,
  strict: false,
  ...defaultTrendOptions,
};

/** A curve of `nmi-2025`; throws when there is none of that name. */
export function nmiCurve(id: string): LawCurve {
  const curve = nmi2025.curves.get(id);
  if (curve?.kind !== "laws") throw new Error(`nmi-2025 has no curve ${id}`);
  return curve;
}

/** A reference that ships; throws when there is none of that name. */
export function requireReference(name: string): Reference {
  const reference = shippedReference(name);
  if (reference === undefined) throw new Error(`No shipped reference ${name}`);
  return reference;
}
