import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { benchmarkFacts } from "../../../server/src/cards/vocabulary/benchmarkRegistry.ts";
import { fitLine } from "../../../server/src/numerics/leastSquares.ts";
import { fitQuantileLine } from "../../../server/src/numerics/quantileRegression.ts";
import { seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import { fitCoordinates } from "../../../server/src/trend/collection/trendPoint.ts";
import { defaultTau } from "../../../server/src/trend/fit/estimator.ts";
import { densityCoverage, holdsDensity } from "../../bench/coverage/densityCoverage.ts";
import { proportionText, Tally } from "../../bench/coverage/proportion.ts";
import { askedScore, simulatedCard } from "../../bench/coverage/simulatedScores.ts";
import { daysAhead, simulatedTrend, trueIntercepts } from "../../bench/coverage/simulatedTrend.ts";
import { holds, trendCoverage } from "../../bench/coverage/trendCoverage.ts";
import { closeTo } from "../../support/closeTo.ts";
import { nmi2025, paperDensity } from "../../support/nmi2025.ts";
import { normalRandom } from "../../support/normalRandom.ts";

describe("normal random numbers", () => {
  it("have mean 0, variance 1, and 5 % beyond 1.96", () => {
    const random = seededRandom(3);
    const drawn = Array.from({ length: 100_000 }, () => normalRandom(random));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + value ** 2, 0) / drawn.length - mean ** 2;
    const beyond = drawn.filter((value) => Math.abs(value) > 1.959964).length / drawn.length;
    // Four standard errors of each.
    assert.ok(Math.abs(mean) < 4 / Math.sqrt(1e5), `${mean}`);
    assert.ok(Math.abs(variance - 1) < 4 * Math.sqrt(2 / 1e5), `${variance}`);
    assert.ok(Math.abs(beyond - 0.05) < 4 * Math.sqrt((0.05 * 0.95) / 1e5), `${beyond}`);
  });
});

describe("a share of runs", () => {
  it("comes with the error of knowing it from so many", () => {
    const tally = new Tally();
    for (let run = 0; run < 400; run++) tally.add(run % 10 !== 0);
    const proportion = tally.proportion();
    assert.deepEqual([proportion.hits, proportion.runs], [360, 400]);
    // sqrt(0.9 x 0.1 / 400)
    closeTo(proportion.standardError, 0.015, 1e-12);
    assert.equal(proportionText(proportion), "90.0 ± 1.5");
  });

  it("of nothing is not a number that looks right", () => {
    assert.equal(proportionText(new Tally().proportion()), "-");
  });
});

describe("a simulated collection", () => {
  it("has the slope it was given, in its mean and in every quantile, and the frontier it says", () => {
    const slope = 0.005;
    const coordinates = simulatedTrend(seededRandom(1), 40_000, slope).map(fitCoordinates);
    const frontier = fitQuantileLine(coordinates, defaultTau);
    // Four standard errors each, found with other seeds: 2.5e-5 per day, and 0.011 where the line starts.
    closeTo(fitLine(coordinates)?.slope, slope, 0.02);
    closeTo(frontier?.slope, slope, 0.02);
    closeTo(fitQuantileLine(coordinates, 0.5)?.slope, slope, 0.02);
    closeTo(frontier?.intercept, trueIntercepts(47, slope).quantile, 0.037);
  });

  it("says how dense the densest model is half a year after the last, if models keep coming", () => {
    const slope = 0.005;
    const random = seededRandom(11);
    // The paper's models came over 771 days, so 42 in that time make 10 in half a year.
    const densest = Array.from({ length: 4000 }, () => {
      const seen = simulatedTrend(random, 42, slope).map(fitCoordinates);
      const lastDay = Math.max(...seen.map(({ x }) => x));
      const later = simulatedTrend(random, 10, slope)
        .map(fitCoordinates)
        .map(({ x, y }) => y + slope * (lastDay + random() * daysAhead - x));
      return Math.max(...seen.map(({ y }) => y), ...later) - slope * (lastDay + daysAhead);
    });
    const mean = densest.reduce((sum, value) => sum + value, 0) / densest.length;
    // Four standard errors of both means, of a spread of 0.45.
    closeTo(trueIntercepts(42, slope).records, mean, 0.03);
  });

  it("is the same for one seed and another for another", () => {
    const densities = (seed: number) =>
      simulatedTrend(seededRandom(seed), 5, 0).map(({ density }) => density);
    assert.deepEqual(densities(1), densities(1));
    assert.notDeepEqual(densities(1), densities(2));
  });
});

describe("coverage of a doubling time", () => {
  it("counts a slope on an end as held", () => {
    const interval = { low: -1, high: 2 };
    assert.deepEqual(
      [-1.1, -1, 0, 2, 2.1].map((slope) => holds(interval, slope)),
      [false, true, true, true, false],
    );
  });

  it("counts claims over all collections, slopes over those with an interval, forecasts over claims", () => {
    const { claimed, slope, ahead } = trendCoverage({ models: 8, slopePerDay: 0.003 }, 30, 1);
    assert.equal(claimed.runs, 30);
    assert.ok(slope.all.runs < 30, "some of eight models have fewer than three records");
    assert.equal(slope.records.runs, slope.all.runs);
    assert.ok(claimed.hits > 0 && claimed.hits < slope.all.runs, `${claimed.hits}`);
    assert.deepEqual(
      [ahead.records.runs, ahead.quantile.runs, ahead.all.runs],
      [claimed.hits, claimed.hits, claimed.hits],
    );
  });
});

describe("a simulated score", () => {
  it("is a share of the benchmark's questions, with their error", () => {
    const random = seededRandom(5);
    const drawn = Array.from({ length: 2000 }, () => askedScore(random, "humaneval", 40));
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    closeTo(mean, 40, 0.4);
    closeTo(Math.sqrt(variance), Math.sqrt((40 * 60) / 164), 0.25);
    for (const value of drawn.slice(0, 10)) {
      const right = (value * (benchmarkFacts.get("humaneval")?.items ?? Number.NaN)) / 100;
      closeTo(right, Math.round(right), 1e-9);
    }
  });

  it("gives the five scores, or the one that was asked for", () => {
    const random = seededRandom(7);
    assert.equal(simulatedCard(random, "five scores", 4e9).scores.size, 5);
    assert.deepEqual([...simulatedCard(random, "mmlu", 4e9).scores.keys()], ["mmlu"]);
  });
});

describe("coverage of a density", () => {
  it("counts what lies beyond an open end as held", () => {
    const low = { kind: "density", density: 0.5 } as const;
    const high = { kind: "open", reason: "saturated" } as const;
    assert.deepEqual(
      [0.4, 0.5, 9].map((density) => holdsDensity({ low, high }, density)),
      [false, true, true],
    );
  });

  it("is near 95 % where all errors are as the interval takes them", () => {
    // The residual exactly known, one report of each model: as the cards are drawn.
    const curves = [...nmi2025.curves].map(
      ([id, { residualDegreesOfFreedom, ...curve }]) => [id, curve] as const,
    );
    const oneReport = [...benchmarkFacts].map(
      ([id, { reportSpreadPercent, ...facts }]) => [id, facts] as const,
    );
    const settings = {
      ...paperDensity,
      reference: { ...nmi2025, curves: new Map(curves) },
      benchmarkFacts: new Map(oneReport),
    };
    const world = { measured: "mmlu", basis: "mmlu", effectiveParameters: 4e9, settings } as const;
    const { share, standardError, runs } = densityCoverage(world, 2000, 1);
    assert.equal(runs, 2000);
    assert.ok(Math.abs(share - 0.95) < 4 * standardError, `${share}`);
  });
});
