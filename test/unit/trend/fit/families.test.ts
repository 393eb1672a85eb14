import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { seededRandom, shuffled } from "../../../../server/src/numerics/seededRandom.ts";
import { analyseCollection } from "../../../../server/src/trend/collection/analyseCollection.ts";
import { originEpochDay, type TrendPoint } from "../../../../server/src/trend/collection/trendPoint.ts";
import { estimators } from "../../../../server/src/trend/fit/estimator.ts";
import { fitTrend } from "../../../../server/src/trend/fit/fitTrend.ts";
import { trendSample } from "../../../../server/src/trend/fit/trendSample.ts";
import { testTrend } from "../../../../server/src/trend/fit/trendTest.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { paperTrend } from "../../../support/nmi2025.ts";
import { sampleAnalysis, sampleEntries } from "../../../support/sampleCollections.ts";

/** Ends of the quantile interval from 4,000 draws, in whole days. */
function quantileEnds(points: readonly TrendPoint[]): string {
  const interval = fitTrend(points, "quantile", { tau: 0.9, samples: 4000, seed: 1 }).intervals?.of(
    "quantile",
  );
  return `${interval?.lowDays?.toFixed(0)} to ${interval?.highDays?.toFixed(0)}`;
}

/** The points as if no two models were of one family. */
function separate(points: readonly TrendPoint[]): TrendPoint[] {
  return points.map(({ family: _family, organization: _organization, ...point }) => point);
}

describe("intervals by family", () => {
  const models = sampleAnalysis("models").trend;
  const paper = sampleAnalysis("densing-law-2025").trend;

  it("of the sample models are 76 to 173 days, where single models would say 76 to 130", () => {
    assert.equal(quantileEnds(models.points), "76 to 173");
    assert.equal(quantileEnds(separate(models.points)), "76 to 130");
    assert.deepEqual([models.test?.observations, models.test?.families], [85, 24]);
  });

  it("of the paper's models are 91 to 275 days", () => {
    assert.equal(quantileEnds(paper.points), "91 to 275");
    assert.equal(paper.test?.families, 12);
  });

  it("say how many families there are, and when they are too few", () => {
    const [enough, few] = [paper.intervals?.of("quantile"), fewFamilies(7).intervals?.of("quantile")];
    assert.deepEqual([enough?.families, enough?.isRough, enough?.isIndicative], [12, false, false]);
    assert.deepEqual([few?.families, few?.isRough, few?.isIndicative], [7, true, false]);
  });

  it("of one or two families are drawn by model, and are indicative only", () => {
    const { intervals, test, verdict } = fewFamilies(2);
    const interval = intervals?.of("all");
    assert.deepEqual([interval?.families, interval?.isRough, interval?.isIndicative], [30, true, true]);
    assert.ok(interval !== undefined && interval.slopeHigh > interval.slopeLow);
    // What one family does is no evidence of what models do.
    assert.equal(test, undefined);
    assert.equal(verdict, "no-doubling-can-be-claimed");
  });

  it("and every number are the same for the cards in another order", () => {
    const entries = sampleEntries("models");
    const before = analyseCollection(entries, paperTrend).trend;
    const after = analyseCollection(shuffled(entries, seededRandom(5)), paperTrend).trend;
    assert.deepEqual(after.lines, before.lines);
    assert.deepEqual(after.test, before.test);
    for (const estimator of estimators)
      assert.deepEqual(after.intervals?.of(estimator), before.intervals?.of(estimator));
  });
});

describe("the test over families", () => {
  it("counts a sister model to no new family, and a model of its own to one more", () => {
    const residuals = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 10, maxLength: 20 });
    fc.assert(
      fc.property(residuals, fc.nat(), (heights, chosen) => {
        const models = heights.map((height, place) => point(place, 60 * place, height + place / 10));
        const original = models[chosen % models.length];
        assert.ok(original !== undefined);
        const sister = { ...original, id: "sister", name: "sister", family: "one" };
        const ofOneFamily = models.map((each) => (each === original ? { ...each, family: "one" } : each));
        const familiesOf = (points: readonly TrendPoint[]) => {
          const test = testTrend(trendSample(points));
          assert.ok(test !== undefined);
          return test.families;
        };
        // A sister adds no family; a model of its own adds one.
        assert.equal(familiesOf([...ofOneFamily, sister]), familiesOf(models));
        assert.equal(familiesOf([...models, { ...sister, family: undefined }]), familiesOf(models) + 1);
      }),
      { numRuns: 40 },
    );
  });

  it("is surer of independent models than of sisters with the same residuals", () => {
    const singles = Array.from({ length: 12 }, (_, place) =>
      point(place, 60 * place, ((place * 5) % 7) / 4 + place / 12),
    );
    const twins = singles.map((each) => ({ ...each, id: `twin ${each.id}`, name: `twin ${each.id}` }));
    const asFamilies = [...singles, ...twins].map((each) => ({
      ...each,
      family: each.id.replace("twin ", ""),
    }));
    const [alone, independent, families] = [singles, [...singles, ...twins], asFamilies].map((points) => {
      const { test, intervals } = fitTrend(points, "all", { tau: 0.9, samples: 2000, seed: 3 });
      const interval = intervals?.of("all");
      return {
        pValue: test?.pValue ?? Number.NaN,
        width: (interval?.slopeHigh ?? Number.NaN) - (interval?.slopeLow ?? Number.NaN),
      };
    });
    assert.ok(alone !== undefined && independent !== undefined && families !== undefined);
    // Every model twice is the same knowledge: the interval stays, to the digit.
    closeTo(families.width, alone.width, 1e-9);
    assert.ok(independent.width < 0.8 * families.width);
    assert.ok(independent.pValue < families.pValue);
  });

  it("takes what an organisation released on one day for one family where no family is named", () => {
    const points = [0, 1, 2, 3].flatMap((place) =>
      [0, 1].map((size) => ({
        ...point(2 * place + size, 100 * place, place / 3 + size / 10),
        organization: place < 2 ? "One" : "Two",
      })),
    );
    assert.equal(testTrend(trendSample(points))?.families, 4);
    assert.equal(
      testTrend(trendSample(points.map((each) => ({ ...each, organization: undefined }))))?.families,
      8,
    );
  });

  it("puts all checkpoints of a run into the family that one of them names", () => {
    const run = [0, 1, 2].map((step) => ({
      ...point(10 + step, 500 + step, 1 + step / 10),
      run: "run",
      ...(step === 2 ? { family: "one" } : {}),
    }));
    const others = [0, 1, 2, 3].map((place) => ({
      ...point(place, 100 * place, place / 3),
      family: `${place}`,
    }));
    const sister = { ...point(20, 50, 0.1), family: "one" };
    assert.equal(trendSample([...others, ...run, sister]).families.count, 5);
  });
});

function point(place: number, day: number, height: number): TrendPoint {
  return { id: `${place}`, name: `${place}`, epochDay: originEpochDay + day, density: Math.exp(height) };
}

/** Thirty rising models in so many families. */
function fewFamilies(count: number) {
  const points = Array.from({ length: 30 }, (_, place) => ({
    ...point(place, 25 * place, place / 10 + ((place * 7) % 5) / 5),
    family: `${place % count}`,
  }));
  return fitTrend(points, "all");
}
