import type { Model } from "../../server/src/density/model.ts";
import { type TimeFigure, timeFigure } from "../../server/src/figures/time/timeFigure.ts";
import { seededRandom, shuffled } from "../../server/src/numerics/seededRandom.ts";
import {
  type AnalysisSettings,
  analyseCollection,
  type CollectionAnalysis,
} from "../../server/src/trend/collection/analyseCollection.ts";
import { collection, counts, figure1, model, scores } from "./models.ts";
import { paperTrend } from "./nmi2025.ts";

/** Families of figure 1 by the start of a name; pruned copies and single models have none. */
const familyStarts: readonly (readonly [RegExp, string])[] = [
  [/Minitron|^TinyLlama/, ""],
  [/^Llama/, "Llama"],
  [/^Gemma/, "Gemma"],
  [/^Mi[sx]tral/, "Mistral"],
  [/^DeepSeek/, "DeepSeek"],
  [/^Phi/, "Phi"],
  [/^MiniCPM/, "MiniCPM"],
];

/** The 51 models of the paper's figure 1 with their families. */
export const paperModels: readonly Model[] = figure1.map((point) => {
  const family = familyStarts.find(([start]) => start.test(point.model.name))?.[1];
  return { ...point.model, family: family === "" ? undefined : family };
});

export function analysisOf(
  models: readonly Model[],
  changes: Partial<AnalysisSettings> = {},
): CollectionAnalysis {
  return analyseCollection(collection(models), { ...paperTrend, ...changes });
}

/** The paper's models with their release dates dealt out again. */
export function withShuffledDates(seed: number): Model[] {
  const dates = shuffled(
    paperModels.map(({ releaseDate }) => releaseDate),
    seededRandom(seed),
  );
  return paperModels.map((each, place) => ({ ...each, releaseDate: dates[place] }));
}

/** A model with this density, released so many days after the first day of 2023. */
export function modelOf(name: string, day: number, density: number, changes: Partial<Model> = {}): Model {
  const parameters = effectiveParametersAt40 / density;
  return model({
    name,
    releaseDate: { epochDay: 19_358 + day, precision: "day" },
    parameters: counts({ nonEmbedding: parameters }),
    scores: scores({ average: 40 }),
    ...changes,
  });
}

/** The figure of a collection that has something to draw; throws when it has not. */
export function trendFigure(analysis: CollectionAnalysis): TimeFigure {
  const figure = timeFigure(analysis);
  if (figure.kind === "empty") throw new Error("Nothing to draw");
  return figure;
}

const effectiveParametersAt40 = sizeAt40();

function sizeAt40(): number {
  const { density } = analysisOf([model({ scores: scores({ average: 40 }) })]).models[0] ?? {};
  if (density?.result.kind !== "density") throw new Error("An average of 40 has an effective size");
  return density.result.effectiveParameters;
}
