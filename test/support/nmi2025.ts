import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { DensitySettings } from "../../server/src/density/capabilityDensity.ts";
import type { Reference, ReferenceCurve } from "../../server/src/density/reference.ts";
import type { AnalysisSettings } from "../../server/src/trend/analyseCollection.ts";
import { defaultKinds } from "../../server/src/trend/membership.ts";

/** The reference that ships and counts by default. */
export const nmi2025: Reference = requireReference("nmi-2025");

/** The paper's own choices. */
export const paperDensity: DensitySettings = {
  reference: nmi2025,
  basis: "average",
  denominator: "paper",
  trainingTokens: 5e12,
};

/** The paper's own choices, with the records as estimator. */
export const paperTrend: AnalysisSettings = {
  ...paperDensity,
  kinds: defaultKinds,
  sinceEpochDay: undefined,
  untilEpochDay: undefined,
  estimator: "records",
};

/** A curve of `nmi-2025`; throws when there is none of that name. */
export function nmiCurve(id: string): ReferenceCurve {
  const curve = nmi2025.curves.get(id);
  if (curve === undefined) throw new Error(`nmi-2025 has no curve ${id}`);
  return curve;
}

function requireReference(name: string): Reference {
  const y = parse(
    readFileSync(new URL(`../../schemas/references/${name}.reference.yaml`, import.meta.url), "utf8"),
  );
  const protocols = new Map(
    Object.entries<any>(y.protocols).map(([k, p]) => [
      k,
      { shots: p.shots, ...(p.cot === undefined ? {} : { chainOfThought: p.cot }) },
    ]),
  );
  return {
    name: y.name,
    provenance: y.provenance,
    attribution: y.attribution,
    trainingTokens: y.training_tokens,
    largestFittedParameters: y.largest_fitted_parameters,
    composite: y.composite,
    protocols,
    curves: new Map(
      Object.entries<any>(y.curves).map(([k, c]) => [
        k,
        {
          lossLaw: c.loss_law,
          scoreLaw: c.score_law,
          validatedScores: { above: c.validated_scores.above, upTo: c.validated_scores.up_to },
          residualPoints: c.residual,
        },
      ]),
    ),
    hardware: {
      flopsPerSecond: y.hardware.flops_per_second,
      bytesPerSecond: y.hardware.bytes_per_second,
      inputTokens: y.hardware.input_tokens,
      bytesPerParameter: y.hardware.bytes_per_parameter,
    },
  };
}
