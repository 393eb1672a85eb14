import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { quantileLineSolver, weightedPoints } from "../../../../server/src/numerics/quantileRegression.ts";
import { analyseCollection } from "../../../../server/src/trend/collection/analyseCollection.ts";
import { originEpochDay, type TrendPoint } from "../../../../server/src/trend/collection/trendPoint.ts";
import { bootstrapLines } from "../../../../server/src/trend/fit/bootstrap.ts";
import { estimators, trendLine } from "../../../../server/src/trend/fit/estimator.ts";
import { fitTrend } from "../../../../server/src/trend/fit/fitTrend.ts";
import { type TrendSample, trendSample } from "../../../../server/src/trend/fit/trendSample.ts";
import { finish } from "../../../../server/src/trend/steps.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { modelOf } from "../../../support/figures.ts";
import { collection } from "../../../support/models.ts";
import { paperTrend } from "../../../support/nmi2025.ts";

/** Twenty models over 760 days whose density rises with some scatter. */
const twenty = Array.from({ length: 20 }, (_, place) =>
  modelOf(`Model ${place}`, 40 * place, 2 ** (place / 4 + ((place * 7) % 5) / 2)),
);

describe("a training run", () => {
  const last = modelOf("Run", 800, 40);

  it("of sixty checkpoints as dense as its last one gives the lines of one model", () => {
    const steps = Array.from({ length: 60 }, (_, step) =>
      modelOf(`step ${step}`, 800, 40 + step * 1e-9, { checkpointOf: "Run" }),
    );
    const lines = (models: readonly ReturnType<typeof modelOf>[]) =>
      analyseCollection(collection(models), paperTrend).trend;
    const [one, sixty] = [lines([...twenty, last]), lines([...twenty, ...steps])];
    assert.equal(sixty.points.length, 80);
    for (const [place, { estimator, doublingTimeDays }] of one.lines.entries()) {
      closeTo(sixty.lines[place]?.doublingTimeDays, doublingTimeDays ?? Number.NaN, 1e-6);
      const [interval, alone] = [sixty.intervals?.of(estimator), one.intervals?.of(estimator)];
      closeTo(interval?.slopeLow, alone?.slopeLow ?? Number.NaN, 1e-6);
      closeTo(interval?.slopeHigh, alone?.slopeHigh ?? Number.NaN, 1e-6);
    }
    assert.equal(sixty.test?.observations, 21);
    closeTo(sixty.test?.pValue, one.test?.pValue ?? Number.NaN, 1e-6);
    assert.equal(sixty.verdict, one.verdict);
  });

  it("pulls the line of all models as one model at its mean, however long it is", () => {
    const day = (place: number, at: number, density: number, run?: string): TrendPoint => ({
      id: `${place}`,
      name: `${place}`,
      epochDay: originEpochDay + at,
      density,
      run,
    });
    const others = [0, 1, 2, 3, 4].map((place) => day(place, 100 * place, 2 ** ((place * 3) % 4)));
    const runOn = (densities: readonly number[]) =>
      trendLine(
        "all",
        trendSample([...others, ...densities.map((density, step) => day(10 + step, 600, density, "run"))]),
        0.9,
      );
    const mean = runOn([4]);
    for (const run of [runOn([2, 8]), runOn([1, 2, 4, 8, 16])]) {
      closeTo(run?.slopePerDay, mean?.slopePerDay ?? Number.NaN, 1e-12);
      closeTo(run?.intercept, mean?.intercept ?? Number.NaN, 1e-9);
    }
  });

  it("weighs the same however many copies of its checkpoints there are: no line and no draw changes", () => {
    const points = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 30 }),
        exponent: fc.integer({ min: -5, max: 5 }),
        run: fc.constantFrom("a", "b", "c", "d", "e", undefined),
      }),
      { minLength: 5, maxLength: 16 },
    );
    fc.assert(
      fc.property(points, fc.nat(), (all, chosen) => {
        const models = all.map(
          ({ day, exponent, run }, place): TrendPoint => ({
            id: `${place}`,
            name: `${place}`,
            epochDay: originEpochDay + day,
            density: 2 ** exponent,
            run: run ?? `${place}`,
          }),
        );
        const copied = models[chosen % models.length];
        assert.ok(copied !== undefined);
        const [before, after] = [models, [...models, { ...copied, id: "copy", name: "copy" }]].map(
          trendSample,
        );
        assert.ok(before !== undefined && after !== undefined);
        for (const estimator of estimators) {
          assert.deepEqual(trendLine(estimator, after, 0.9), trendLine(estimator, before, 0.9));
          const drawsOf = (sample: TrendSample) =>
            finish(bootstrapLines(sample, estimator, 0.9, { samples: 50, seed: 3 }));
          assert.deepEqual(drawsOf(after), drawsOf(before));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("with weights of one over n has the quantile line of points repeated instead", () => {
    // Each model three times, the checkpoints of the run of three once each.
    const single = [0, 1, 2, 3, 4, 5].map((place) => ({
      x: 50 * place,
      y: ((place * 5) % 7) / 3 + place / 5,
    }));
    const run = [6, 7, 8].map((place) => ({ x: 50 * place, y: place / 4 }));
    const repeated = [...single, ...single, ...single, ...run];
    const sample = trendSample([
      ...single.map(({ x, y }, place) => ({ id: `${place}`, name: `${place}`, ...on(x, y) })),
      ...run.map(({ x, y }, step) => ({ id: `r${step}`, name: `r${step}`, run: "run", ...on(x, y) })),
    ]);
    const whole = quantileLineSolver(repeated.length)(weightedPoints(repeated), 0.9, 0);
    closeTo(trendLine("quantile", sample, 0.9)?.slopePerDay, whole?.slope ?? Number.NaN, 1e-12);
  });

  it("alone is too few models, however many checkpoints it has", () => {
    const steps = Array.from({ length: 30 }, (_, step) =>
      modelOf(`step ${step}`, 20 * step, 2 ** (step / 5), { checkpointOf: "Run" }),
    );
    const { verdict, lines } = analyseCollection(collection(steps), paperTrend).trend;
    assert.equal(verdict, "too-few-models");
    assert.deepEqual(lines, []);
    const of = fitTrend([], "records");
    assert.equal(of.verdict, "too-few-models");
  });
});

function on(x: number, y: number) {
  return { epochDay: originEpochDay + x, density: Math.exp(y) };
}
