import { benchmarkFacts } from "../../../server/src/cards/vocabulary/benchmarkRegistry.ts";
import { referenceScore } from "../../../server/src/density/laws.ts";
import type { BenchmarkId, Model } from "../../../server/src/density/model.ts";
import type { LawCurve, Reference } from "../../../server/src/density/reference.ts";
import type { Random } from "../../../server/src/numerics/seededRandom.ts";
import { model, score } from "../../support/models.ts";
import { nmi2025 } from "../../support/nmi2025.ts";
import { normalRandom } from "../../support/normalRandom.ts";

/** What a simulated card gives. */
export type Measured = "five scores" | "two scores" | BenchmarkId;

/**
 * A card of a model whose effective size is known. Its true scores are the reference's at that size
 * and D0, off by the residual of the curve (normal, as an interval takes it); the card has the share of
 * right answers to as many questions as the benchmark asks.
 */
export function simulatedCard(random: Random, measured: Measured, effectiveParameters: number): Model {
  const truth =
    measured === "five scores"
      ? scoresOfAverage(random, effectiveParameters)
      : (measured === "two scores" ? ["mmlu", "bbh"] : [measured]).map(
          (id) => [id, trueScore(random, id, effectiveParameters)] as const,
        );
  return model({
    scores: new Map(truth.map(([id, percent]) => [id, [score(askedScore(random, id, percent))]])),
  });
}

/** The five scores of a model whose average lies off its curve by the curve's residual. */
function scoresOfAverage(random: Random, effectiveParameters: number) {
  const { id: average, of } = nmi2025.composite;
  const own = of.map((id) =>
    referenceScore(lawCurve(nmi2025, id), effectiveParameters, nmi2025.trainingTokens),
  );
  const mean = own.reduce((sum, percent) => sum + percent, 0) / own.length;
  const shift = trueScore(random, average, effectiveParameters) - mean;
  return of.map((id, place) => [id, (own[place] ?? Number.NaN) + shift] as const);
}

function trueScore(random: Random, id: BenchmarkId, effectiveParameters: number): number {
  const curve = lawCurve(nmi2025, id);
  const exact = referenceScore(curve, effectiveParameters, nmi2025.trainingTokens);
  return exact + (curve.residualPoints ?? 0) * normalRandom(random);
}

/** The share of right answers, in percent, when each is right with the true score as its chance. */
export function askedScore(random: Random, id: BenchmarkId, truePercent: number): number {
  const items = benchmarkFacts.get(id)?.items;
  if (items === undefined) throw new Error(`The registry does not say how many questions ${id} has.`);
  let right = 0;
  for (let question = 0; question < items; question++) if (100 * random() < truePercent) right++;
  return (100 * right) / items;
}

function lawCurve({ curves }: Reference, id: BenchmarkId): LawCurve {
  const curve = curves.get(id);
  if (curve?.kind !== "laws") throw new Error(`nmi-2025 has no laws for ${id}`);
  return curve;
}
