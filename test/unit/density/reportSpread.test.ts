import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { capabilityDensity } from "../../../server/src/density/capabilityDensity.ts";
import { reachOf } from "../../../server/src/density/densityInterval.ts";
import { basisSamplingError, reportSpread } from "../../../server/src/density/scoreError.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { readCsv, requiredNumber } from "../../support/csv.ts";
import { model, scores } from "../../support/models.ts";
import { paperDensity } from "../../support/nmi2025.ts";

const five = ["mmlu", "bbh", "math", "humaneval", "mbpp"] as const;

/** 23 models, each with all five scores in two reports. */
const pairs = readCsv("reference/report_pairs.csv").map((row) => {
  const read = (whose: "card" | "report") =>
    Object.fromEntries(five.map((id) => [id, requiredNumber(row, `${whose}_${id}`)]));
  return { card: read("card"), report: read("report") };
});

function mean(of: Readonly<Record<string, number>>): number {
  return five.reduce((sum, id) => sum + (of[id] ?? Number.NaN), 0) / five.length;
}

function spreadOf(differences: readonly number[]): number {
  const squares = differences.reduce((sum, difference) => sum + difference ** 2, 0);
  return Math.sqrt(squares / differences.length / 2);
}

describe("two reports of one model", () => {
  it("differ as the registry says: the average by 2.2 points, BBH, MATH and MBPP by what sampling leaves", () => {
    assert.equal(pairs.length, 23);
    const average = spreadOf(pairs.map(({ card, report }) => mean(card) - mean(report)));
    printsAs(average, "2.2");
    assert.equal(reportSpread("average", paperDensity), 2.2);
    for (const [id, items] of [
      ["bbh", 6511],
      ["math", 5000],
      ["mbpp", 500],
    ] as const) {
      const all = spreadOf(pairs.map(({ card, report }) => (card[id] ?? 0) - (report[id] ?? 0)));
      const sampling =
        pairs.reduce((sum, { card }) => sum + ((card[id] ?? 0) * (100 - (card[id] ?? 0))) / items, 0) /
        pairs.length;
      printsAs(Math.sqrt(all ** 2 - sampling), reportSpread(id, paperDensity)?.toFixed(1) ?? "");
    }
    assert.deepEqual(
      ["mmlu", "humaneval"].map((id) => reportSpread(id, paperDensity)),
      [1.3, 2.7],
    );
  });

  it("lie within 5.1 points in 20 of 23 pairs, within the sampling error and the residual in 14", () => {
    const within = (reach: number) =>
      pairs.filter(({ card, report }) => Math.abs(mean(card) - mean(report)) <= reach).length;
    const reach = 1.959963984540054 * Math.hypot(0.66, 1.2, 2.2);
    printsAs(reach, "5.1");
    assert.equal(within(reach), 20);
    assert.equal(within(1.959963984540054 * Math.hypot(0.66, 1.2)), 14);
  });

  it("lie within a density's interval at least as often", () => {
    let held = 0;
    for (const { card, report } of pairs) {
      const { basisScore, interval } = capabilityDensity(model({ scores: scores(card) }), paperDensity);
      assert.ok(interval !== undefined);
      closeTo(interval.samplingPoints, basisSamplingError(basisScore, paperDensity) ?? Number.NaN, 1e-12);
      printsAs(interval.residualPoints, "1.55");
      assert.equal(interval.residualDegreesOfFreedom, 6);
      if (Math.abs(mean(card) - mean(report)) <= (reachOf(interval) ?? 0)) held++;
    }
    assert.ok(held >= 20, `${held} of ${pairs.length}`);
  });
});
