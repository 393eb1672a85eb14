import { capabilityDensity } from "../../server/src/density/capabilityDensity.ts";
import type { Model } from "../../server/src/density/model.ts";
import { seededRandom } from "../../server/src/numerics/seededRandom.ts";
import { originEpochDay, type TrendPoint } from "../../server/src/trend/collection/trendPoint.ts";
import { estimators } from "../../server/src/trend/fit/estimator.ts";
import { fitTrend } from "../../server/src/trend/fit/fitTrend.ts";
import { figure1, scores } from "../support/models.ts";
import { paperDensity } from "../support/nmi2025.ts";
import { normalRandom } from "../support/normalRandom.ts";
import { median, timed } from "./statistics.ts";

/** How long one piece of the mathematics takes. */
export interface MathematicsTime {
  readonly what: string;
  readonly milliseconds: number;
}

/** Times the mathematics alone, without cards or files: medians, in milliseconds. */
export async function timeMathematics(): Promise<MathematicsTime[]> {
  return [
    { what: "a density with its flags", milliseconds: await timeOfDensity(() => {}) },
    {
      what: "a density with its interval and those of five benchmarks",
      milliseconds: await timeOfDensity(({ interval, benchmarks }) => [interval, benchmarks]),
    },
    {
      what: "trend of 200 models, three estimators, 2,000 draws each",
      milliseconds: await timeOfIntervals(200, 9),
    },
    { what: "trend of 10,000 models, three estimators", milliseconds: await timeOfIntervals(10_000, 3) },
  ];
}

const rounds = 200;

async function timeOfDensity(ask: (density: ReturnType<typeof capabilityDensity>) => unknown) {
  const models = figure1.map(({ model }, place): Model => {
    const five = { mmlu: 30 + place, bbh: 30 + place, math: 10 + place / 2, humaneval: 20, mbpp: 30 };
    return { ...model, scores: scores(five) };
  });
  const times = await timed(25, () => {
    for (let round = 0; round < rounds; round++)
      for (const model of models) ask(capabilityDensity(model, paperDensity));
  });
  return median(times) / (rounds * models.length);
}

async function timeOfIntervals(count: number, runs: number) {
  const points = noisyTrend(count);
  const times = await timed(runs, () => {
    const { intervals } = fitTrend(points, "records");
    for (const estimator of estimators) intervals?.of(estimator);
  });
  return median(times);
}

/** Models over 800 days whose density doubles every 106 days, with a scatter of one half in ln density. */
function noisyTrend(count: number): TrendPoint[] {
  const random = seededRandom(1);
  return Array.from({ length: count }, (_, place) => {
    const day = Math.floor(random() * 800);
    const density = Math.exp(0.0065 * day + normalRandom(random) / 2);
    return { id: `${place}`, name: `${place}`, epochDay: originEpochDay + day, density };
  });
}
