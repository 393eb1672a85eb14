import { referenceScore } from "../../server/src/density/laws.ts";
import type { BenchmarkId, Model } from "../../server/src/density/model.ts";
import { counts, model, scores } from "./models.ts";
import { nmiCurve, paperDensity } from "./nmi2025.ts";

/** Of every model here, so many that no score below is near chance or above a curve's range. */
const parameters = 25e9;

/** A model of 25 B with these densities on single benchmarks, released so many days after the first day of 2023. */
export function ableModel(
  name: string,
  day: number,
  densities: Readonly<Record<BenchmarkId, number>>,
  changes: Partial<Model> = {},
): Model {
  const percents = Object.entries(densities).map(([id, density]): [BenchmarkId, number] => [
    id,
    referenceScore(nmiCurve(id), parameters * density, paperDensity.trainingTokens),
  ]);
  return model({
    name,
    releaseDate: { epochDay: 19_358 + day, precision: "day" },
    parameters: counts({ nonEmbedding: parameters }),
    scores: scores(Object.fromEntries(percents)),
    ...changes,
  });
}

/** Forty models whose densities double in as many days as each benchmark says, or never (0), with some scatter. */
export function abilities(doublingDays: Readonly<Record<BenchmarkId, number>>): Model[] {
  return Array.from({ length: 40 }, (_, place) => {
    const day = 20 * place;
    const scatter = 2 ** (((place * 7) % 5) / 5 - 0.4);
    const densities = Object.entries(doublingDays).map(([id, days]): [BenchmarkId, number] => [
      id,
      scatter * (days === 0 ? 1 : 2 ** ((day - 400) / days)),
    ]);
    return ableModel(`Model ${place}`, day, Object.fromEntries(densities));
  });
}
