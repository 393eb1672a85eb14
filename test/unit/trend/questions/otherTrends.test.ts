import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyseCollection } from "../../../../server/src/trend/collection/analyseCollection.ts";
import { analyseWith } from "../../../../server/src/trend/collection/analyseWith.ts";
import { sizeRanges } from "../../../../server/src/trend/collection/sizeRange.ts";
import { strictDoubts } from "../../../../server/src/trend/collection/strictDoubts.ts";
import { trendLine } from "../../../../server/src/trend/fit/estimator.ts";
import type { Trend } from "../../../../server/src/trend/fit/fitTrend.ts";
import { priceTrend } from "../../../../server/src/trend/questions/corollaries.ts";
import { developers } from "../../../../server/src/trend/questions/developers.ts";
import { pricesAtAbility } from "../../../../server/src/trend/questions/priceAtAbility.ts";
import { whoIsMissing } from "../../../../server/src/trend/questions/whoIsMissing.ts";
import { whoIsMissingSentence } from "../../../../server/src/wording/whoIsMissing.ts";
import { printsAs } from "../../../support/closeTo.ts";
import { collection, counts, epochDay, model, scores } from "../../../support/models.ts";
import { paperTrend } from "../../../support/nmi2025.ts";
import { sampleAnalysis, sampleEntries } from "../../../support/sampleCollections.ts";

const models = sampleAnalysis("models");
const paper = sampleAnalysis("densing-law-2025");

/** "95 / 95 / 110": records, quantile 0.9, all models; of too few models what least squares gives. */
function days({ lines }: Trend): string {
  return lines.map(({ doublingTimeDays }) => doublingTimeDays?.toFixed(0) ?? "none").join(" / ");
}

describe("the trend by size", () => {
  const bySize = (analysis: typeof models) =>
    sizeRanges
      .map((size) => analyseWith(analysis, { size }))
      .map(({ trend }) => ({
        n: trend.points.length,
        days: trendLine("all", trend.sample, 0.9)?.doublingTimeDays?.toFixed(0),
        p: trend.test?.independentPValue.toFixed(3),
        verdict: trend.verdict,
      }));

  it("of the sample models is 172 days below 3 B, 107 up to 15 B and 103 from there", () => {
    const [small, middle, large] = bySize(models);
    assert.deepEqual([small?.n, small?.days, small?.p], [21, "172", "0.048"]);
    assert.deepEqual([middle?.days, large?.days], ["107", "103"]);
    // Of twelve families the rise of the small ones is not sure.
    assert.equal(small?.verdict, "no-doubling-can-be-claimed");
    assert.deepEqual([middle?.verdict, large?.verdict], ["doubling", "doubling"]);
  });

  it("of the paper's models is no growth below 3 B, then 127 and 118 days", () => {
    const [small, middle, large] = bySize(paper);
    assert.deepEqual([small?.n, small?.days, small?.p], [11, undefined, "0.781"]);
    assert.deepEqual([middle?.days, large?.days], ["127", "118"]);
  });

  it("counts every member once", () => {
    const trends = sizeRanges.map((size) => analyseWith(models, { size }).trend.points.length);
    assert.equal(
      trends.reduce((sum, count) => sum + count, 0),
      models.trend.points.length,
    );
  });
});

describe("a trend without one developer", () => {
  it("of the sample models is 104 / 109 / 119 days without Alibaba", () => {
    const [first] = developers(models.trend.points);
    assert.deepEqual([first?.organization, first?.models.length], ["Alibaba", 25]);
    assert.equal(first && days(analyseWith(models, { without: first.models }).trend), "104 / 109 / 119");
  });

  it("counts every developer once", () => {
    const organizations = new Set(models.trend.points.flatMap(({ organization }) => organization ?? []));
    assert.equal(developers(models.trend.points).length, organizations.size);
  });
});

describe("the strict fit", () => {
  it("of the sample models is 102 / 147 / 129 days over 55 models", () => {
    const strict = analyseWith(models, { strict: true }).trend;
    assert.equal(days(strict), "102 / 147 / 129");
    assert.equal(strict.points.length, 55);
    for (const { id } of strict.points) {
      const flags = models.modelById(id)?.density.flags ?? [];
      assert.deepEqual(
        flags.filter((flag) => strictDoubts.includes(flag)),
        [],
      );
    }
  });
});

describe("who is missing", () => {
  it("is said by year: 23 of 30, 53 of 72, 9 of 43, 0 of 4", () => {
    const { years, halvedIn } = whoIsMissing(models);
    assert.deepEqual(
      years.map(({ year, members, cards }) => `${year}: ${members} of ${cards}`),
      ["2023: 23 of 30", "2024: 53 of 72", "2025: 9 of 43", "2026: 0 of 4"],
    );
    assert.equal(halvedIn?.year, 2025);
  });

  it("is a sentence that says where the share halves", () => {
    assert.equal(
      whoIsMissingSentence(models),
      "In the trend: 23 of 30 cards of 2023, 53 of 72 of 2024, 9 of 43 of 2025, 0 of 4 of 2026. The share at least halves in 2025: of the time since, the trend knows little.",
    );
    assert.doesNotMatch(whoIsMissingSentence(paper) ?? "", /halves/);
    assert.equal(whoIsMissingSentence(analyseCollection([], paperTrend)), undefined);
  });

  it("is nobody where all cards count", () => {
    assert.equal(whoIsMissing(paper).halvedIn, undefined);
    assert.deepEqual(whoIsMissing(analyseCollection([], paperTrend)), { years: [], halvedIn: undefined });
  });
});

describe("the price at a fixed ability", () => {
  const priced = (name: string, isoDate: string, dollars: number, average: number) =>
    model({
      name,
      parameters: counts({}),
      price: { dollarsPerMillionTokens: dollars, epochDay: epochDay(isoDate) },
      scores: scores({ average }),
    });

  it("leaves cheaper models out that are merely worse", () => {
    const analysis = analyseCollection(
      collection([
        priced("Able", "2023-01-01", 20, 60),
        priced("Cheap and worse", "2023-06-01", 1, 30),
        priced("Able and cheaper", "2024-01-01", 5, 65),
        model({ name: "Without a price", scores: scores({ average: 70 }) }),
      ]),
      paperTrend,
    );
    const at = (capableParameters: number) =>
      priceTrend(pricesAtAbility(analyseWith(analysis, { capableParameters })));
    const names = (least: number) => at(least)?.lowest.map(({ name }) => name);
    assert.deepEqual(names(2e10), ["Able", "Able and cheaper"]);
    assert.deepEqual(names(1), ["Able", "Cheap and worse"]);
    printsAs(at(2e10)?.factor, "4");
    assert.equal(at(1e15), undefined);
    assert.ok(sampleEntries("prices").length >= 10);
  });
});
