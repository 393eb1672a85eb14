import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { testHinge } from "../../../../server/src/numerics/hingeRegression.ts";
import { hingeSearch } from "../../../../server/src/numerics/hingeSearch.ts";
import { type Random, seededRandom } from "../../../../server/src/numerics/seededRandom.ts";
import { originEpochDay, type TrendPoint } from "../../../../server/src/trend/collection/trendPoint.ts";
import { fitTrend } from "../../../../server/src/trend/fit/fitTrend.ts";
import { type GrowthChange, growthChange } from "../../../../server/src/trend/questions/growthChange.ts";
import { stall } from "../../../../server/src/trend/questions/stall.ts";
import { closeTo, printsAs } from "../../../support/closeTo.ts";
import { epochDay } from "../../../support/models.ts";
import { normalRandom } from "../../../support/normalRandom.ts";
import { sampleAnalysis } from "../../../support/sampleCollections.ts";

function changeOf(folder: string): GrowthChange {
  const change = growthChange(sampleAnalysis(folder).trend, 1);
  assert.ok(change !== undefined);
  return change;
}

describe("growth of the paper's 47 models", () => {
  const { quadratic, hinge, finding } = changeOf("densing-law-2025");

  it("slowed: the quadratic term", () => {
    printsAs(quadratic.independent.t, "-2.7033");
    printsAs(quadratic.independent.pValue, "0.00972");
    assert.ok(quadratic.clustered.pValue < 0.05);
    assert.equal(finding, "slowed");
  });

  it("slowed: 96 days before 18 April 2024 and 400 after", () => {
    assert.equal(hinge?.epochDay, epochDay("2024-04-18"));
    printsAs(hinge?.f, "8.2");
    printsAs(hinge?.beforeDays, "96");
    printsAs(hinge?.afterDays, "400");
    // About 0.017: the standard error of 1,999 draws is 0.003.
    closeTo(hinge?.pValue, 0.017, 0.35);
  });
});

describe("growth of the sample models", () => {
  const { quadratic, hinge, finding } = changeOf("models");

  it("perhaps slowed: the best single day says so, the quadratic term does not", () => {
    printsAs(quadratic.independent.pValue, "0.076");
    assert.equal(hinge?.epochDay, epochDay("2024-06-07"));
    printsAs(hinge?.beforeDays, "93");
    printsAs(hinge?.afterDays, "155");
    closeTo(hinge?.pValue, 0.043, 0.25);
    assert.equal(finding, "perhaps-slowed");
  });

  it("stalled: one record in the eleven months after 19 September 2024", () => {
    const stalled = stall(sampleAnalysis("models").trend);
    assert.equal(stalled?.sinceEpochDay, epochDay("2024-09-19"));
    assert.deepEqual([stalled?.records, stalled?.days, stalled?.models], [1, 335, 17]);
    printsAs(stalled?.expectedRecords, "5.3");
    printsAs(stalled?.density, "12.0");
    printsAs(stalled?.expectedDensity, "64");
    assert.equal(stall(sampleAnalysis("densing-law-2025").trend), undefined);
  });
});

describe("tests of constant growth", () => {
  it("raise no alarm in twenty collections that grow steadily", () => {
    const random = seededRandom(2025);
    const findings = Array.from({ length: 20 }, () => {
      const trend = fitTrend(
        simulated(random, 60, (day) => day / 150),
        "quantile",
      );
      return { finding: growthChange(trend, 1)?.finding, stall: stall(trend) };
    });
    assert.deepEqual(
      findings.filter(({ finding }) => finding === "slowed" || finding === "sped-up"),
      [],
    );
    assert.ok(findings.filter(({ finding }) => finding !== "constant").length <= 2);
    assert.deepEqual(
      findings.filter((each) => each.stall !== undefined),
      [],
    );
  });

  it("find growth that stops, and growth that begins", () => {
    const random = seededRandom(3);
    const stops = fitTrend(
      simulated(random, 80, (day) => Math.min(day, 400) / 100),
      "quantile",
    );
    const starts = fitTrend(
      simulated(random, 80, (day) => Math.max(0, day - 400) / 100),
      "quantile",
    );
    assert.equal(growthChange(stops, 1)?.finding, "slowed");
    assert.equal(growthChange(starts, 1)?.finding, "sped-up");
    assert.ok(Math.abs((growthChange(stops, 1)?.hinge?.epochDay ?? 0) - originEpochDay - 400) < 120);
  });

  it("find the same best hinge as trying every day", () => {
    const random = seededRandom(5);
    const points = simulated(random, 50, (day) => day / 150)
      .map(({ epochDay: day, density }) => ({ x: day - originEpochDay, y: Math.log(density), weight: 1 }))
      .sort((first, second) => first.x - second.x);
    const search = hingeSearch(points, Int32Array.from(points.keys()), 10);
    const tried = points
      .slice(9, -10)
      .map(({ x }) => ({ x, t: testHinge(points, x)?.t ?? 0 }))
      .reduce((best, each) => (each.t ** 2 > best.t ** 2 ? each : best));
    assert.equal(search?.best.x0, tried.x);
    closeTo(search?.best.f, tried.t ** 2, 1e-9);
  });

  it("are not made of too few models or families", () => {
    const few = fitTrend(
      simulated(seededRandom(1), 12, (day) => day / 150),
      "quantile",
    );
    assert.equal(growthChange(few, 1)?.hinge, undefined);
    assert.equal(growthChange(fitTrend([], "quantile"), 1), undefined);
  });
});

/** Models over 800 days; `rise` is ln density, and each is off by a normal error of 0.7. */
function simulated(random: Random, count: number, rise: (day: number) => number): TrendPoint[] {
  return Array.from({ length: count }, (_, place) => {
    const day = Math.floor(random() * 800);
    const density = Math.exp(rise(day) + 0.7 * normalRandom(random));
    return { id: `${place}`, name: `${place}`, epochDay: originEpochDay + day, density };
  });
}
