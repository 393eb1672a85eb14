import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { analyseCollection } from "../../../server/src/trend/collection/analyseCollection.ts";
import { originEpochDay, type TrendPoint } from "../../../server/src/trend/collection/trendPoint.ts";
import { doublingTimeDays } from "../../../server/src/trend/fit/estimator.ts";
import {
  daysAheadOfTrend,
  fewestModels,
  fewestRecords,
  fitTrend,
  trendDensityOn,
} from "../../../server/src/trend/fit/fitTrend.ts";
import { trendSample } from "../../../server/src/trend/fit/trendSample.ts";
import { testTrend } from "../../../server/src/trend/fit/trendTest.ts";
import { closeTo } from "../../support/closeTo.ts";
import { collection, figure1, model, releasedOn, scores, trendPoint } from "../../support/models.ts";
import { paperTrend } from "../../support/nmi2025.ts";

const figurePoints = analyseCollection(collection(figure1.map((each) => each.model)), paperTrend).trend
  .points;

function point(place: number, epochDay: number, density: number): TrendPoint {
  return { id: `${place}`, name: `Model ${place}`, epochDay, density };
}

/** The dates of figure 1 with its densities in another order. */
function withDensities(densities: readonly number[]): TrendPoint[] {
  return figurePoints.map((each, place) => ({ ...each, density: densities[place] ?? Number.NaN }));
}

const densities = figurePoints.map(({ density }) => density);

describe("the verdict", () => {
  it("is too few models below five models", () => {
    const rising = [0, 1, 2, 3].map((place) => point(place, 100 * place, 2 ** place));
    const { verdict, line, lines, test, records } = fitTrend(rising, "records");
    assert.equal(fewestModels, 5);
    assert.deepEqual([verdict, line, lines, test], ["too-few-models", undefined, [], undefined]);
    assert.equal(records.length, 4);
    assert.equal(fitTrend([...rising, point(4, 400, 16)], "records").verdict, "doubling");
  });

  it("is too few models below three records", () => {
    const twoRecords = [0.5, 0.4, 0.3, 0.9, 0.2, 0.1].map((density, place) =>
      point(place, 100 * place, density),
    );
    const { verdict, line, records } = fitTrend(twoRecords, "records");
    assert.equal(fewestRecords, 3);
    assert.deepEqual([verdict, line, records.length], ["too-few-models", undefined, 2]);
  });

  it("is too few models when all share one date", () => {
    const oneDay = [1, 2, 3, 4, 5].map((place) => trendPoint(`${place}`, "2024-01-01", place));
    assert.equal(fitTrend(oneDay, "records").verdict, "too-few-models");
  });

  it("is doubling for figure 1", () => {
    const { verdict, test } = fitTrend(figurePoints, "records");
    assert.equal(verdict, "doubling");
    assert.equal(test?.observations, 47);
    // Every model a family of its own here, so only unequal errors are allowed for.
    assert.ok((test?.independentPValue ?? 1) < 1e-8 && (test?.pValue ?? 1) < 1e-7);
  });

  it("is that no doubling can be claimed when the densities are dealt out anew, although records rise", () => {
    // Steps of 17 through 47 models: every density once, no order in time.
    const dealt = densities.map((_, place) => densities[(17 * place) % densities.length] ?? Number.NaN);
    const { verdict, line, test } = fitTrend(withDensities(dealt), "records");
    assert.equal(verdict, "no-doubling-can-be-claimed");
    assert.ok((test?.pValue ?? 0) > 0.05);
    assert.ok((line?.slopePerDay ?? 0) > 0);
  });

  it("claims a doubling in no more than the nominal share of shuffled collections", () => {
    const order = fc.shuffledSubarray(densities, { minLength: densities.length });
    const trends = fc
      .sample(order, { seed: 2025, numRuns: 400 })
      .map((shuffledDensities) => fitTrend(withDensities(shuffledDensities), "records"));
    const claimed = trends.filter(({ verdict }) => verdict === "doubling").length;
    // 2.5 % are expected on the rising side; 20 of 400 is three standard errors above.
    assert.ok(claimed > 0 && claimed <= 20, `${claimed} of 400`);
    // A line through records cannot help but rise: its slope is no evidence.
    assert.ok(trends.every(({ line }) => line === undefined || line.slopePerDay > 0));
  });

  it("is that no doubling can be claimed when density falls, however surely", () => {
    const { verdict, test } = fitTrend(
      [0.9, 1, 1.1, 0.5, 0.3, 0.1, 0.05].map((density, place) => point(place, 30 * place, density)),
      "records",
    );
    assert.ok((test?.pValue ?? 1) < 0.05);
    assert.ok((test?.slopePerDay ?? 0) < 0);
    assert.equal(verdict, "no-doubling-can-be-claimed");
  });
});

describe("the test of the trend", () => {
  const independent = [0.5, 0.31, 0.7, 0.4, 0.55, 0.6].map((density, place) =>
    point(place, 100 * place, density),
  );
  const checkpoints = Array.from({ length: 30 }, (_, place) =>
    point(100 + place, 600 + place, 1 + place / 100),
  );

  it("counts the checkpoints of one run once", () => {
    const all = [...independent, ...checkpoints];
    const separate = testTrend(trendSample(all));
    const clustered = testTrend(
      trendSample(all.map((each) => (Number(each.id) >= 100 ? { ...each, run: "run" } : each))),
    );
    assert.equal(separate?.observations, 36);
    assert.equal(clustered?.observations, 7);
    assert.ok((separate?.pValue ?? 1) < 0.001);
    assert.ok((clustered?.pValue ?? 0) > 0.05);
  });

  it("joins checkpoints with the model they belong to", () => {
    const name = "Final-7B";
    const run = [0, 1, 2].map((place) =>
      model({
        name: place === 2 ? name : `${name}-step-${place}`,
        checkpointOf: place === 2 ? undefined : name,
        releaseDate: releasedOn(`2024-0${place + 1}-01`),
        scores: scores({ average: 40 + place }),
      }),
    );
    const { trend } = analyseCollection(
      collection([...figure1.map((each) => each.model), ...run]),
      paperTrend,
    );
    assert.equal(trend.points.length, 50);
    assert.equal(trend.test?.observations, 48);
  });

  it("does not exist with two observations or on one day", () => {
    assert.equal(testTrend(trendSample(independent.slice(0, 2))), undefined);
    assert.equal(testTrend(trendSample(checkpoints.map((each) => ({ ...each, run: "run" })))), undefined);
  });

  it("is sure of an exact line and not of a flat one", () => {
    const exact = [0, 1, 2, 3].map((place) => point(place, originEpochDay + 64 * place, 2 ** place));
    const flat = exact.map((each) => ({ ...each, density: 1 }));
    assert.ok((testTrend(trendSample(exact))?.pValue ?? 1) < 1e-12);
    assert.equal(testTrend(trendSample(flat))?.pValue, 1);
  });
});

describe("a model against the trend", () => {
  const line = fitTrend(figurePoints, "records").line;

  it("is ahead by as many days as the trend needs to reach its density", () => {
    const { models } = analyseCollection(collection(figure1.map((each) => each.model)), paperTrend);
    assert.equal(models.length, 51);
    for (const {
      model: { releaseDate },
      density,
      trendDensity,
      daysAhead,
    } of models) {
      assert.ok(line !== undefined && density.result.kind === "density" && releaseDate !== undefined);
      assert.equal(trendDensity, trendDensityOn(line, releaseDate.epochDay));
      assert.equal(daysAhead, daysAheadOfTrend(line, releaseDate.epochDay, density.result.density));
      const reached = trendDensityOn(line, releaseDate.epochDay + (daysAhead ?? Number.NaN));
      closeTo(reached, density.result.density, 1e-9);
    }
  });

  it("gains or loses one doubling time per factor of two", () => {
    assert.ok(line?.doublingTimeDays !== undefined);
    const onTrend = trendDensityOn(line, 20_000);
    closeTo(daysAheadOfTrend(line, 20_000, 2 * onTrend), line.doublingTimeDays, 1e-9);
    closeTo(daysAheadOfTrend(line, 20_000, onTrend / 2), -line.doublingTimeDays, 1e-9);
  });

  it("has no distance from it unless a doubling is claimed", () => {
    const few = analyseCollection(collection(figure1.slice(0, 4).map((each) => each.model)), paperTrend);
    assert.equal(few.trend.verdict, "too-few-models");
    for (const { trendDensity, daysAhead } of few.models)
      assert.deepEqual([trendDensity, daysAhead], [undefined, undefined]);
  });

  it("has no distance from a line whose rise is not proved", () => {
    const models = figure1.map(({ model: each }, place) => ({
      ...each,
      releaseDate: figure1[(16 * place) % figure1.length]?.model.releaseDate,
    }));
    const dealt = analyseCollection(collection(models), paperTrend);
    assert.equal(dealt.trend.verdict, "no-doubling-can-be-claimed");
    assert.ok((dealt.trend.line?.slopePerDay ?? 0) > 0);
    for (const { trendDensity, daysAhead } of dealt.models)
      assert.deepEqual([trendDensity, daysAhead], [undefined, undefined]);
  });

  it("has a trend density but no distance when it has no density", () => {
    const silent = model({ name: "Silent", scores: new Map() });
    const { models } = analyseCollection(
      collection([...figure1.map((each) => each.model), silent]),
      paperTrend,
    );
    const last = models.at(-1);
    assert.notEqual(last?.trendDensity, undefined);
    assert.equal(last?.daysAhead, undefined);
  });

  it("has no distance from a line that does not rise, which has no doubling time", () => {
    const flat = {
      estimator: "all",
      tau: undefined,
      slopePerDay: 0,
      intercept: 0,
      rSquared: 1,
      pointCount: 5,
      doublingTimeDays: undefined,
    } as const;
    assert.equal(daysAheadOfTrend(flat, 20_000, 1), undefined);
    assert.equal(doublingTimeDays(0), undefined);
    assert.equal(doublingTimeDays(-0.001), undefined);
    closeTo(doublingTimeDays(Math.LN2 / 106), 106, 1e-12);
  });
});
