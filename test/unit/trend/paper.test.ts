import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyseCollection } from "../../../server/src/trend/collection/analyseCollection.ts";
import { kindChoices } from "../../../server/src/trend/collection/membership.ts";
import type { TrendPoint } from "../../../server/src/trend/collection/trendPoint.ts";
import { fitTrend } from "../../../server/src/trend/fit/fitTrend.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { readCsv, requiredNumber } from "../../support/csv.ts";
import { collection, epochDay, figure1, trendPoint } from "../../support/models.ts";
import { paperTrend } from "../../support/nmi2025.ts";

const entries = collection(figure1.map(({ model }) => model));
const recordNames = figure1.filter(({ isRecord }) => isRecord).map(({ model: { name } }) => name);

function namesOf(points: readonly TrendPoint[]): string[] {
  return points.map(({ name }) => name);
}

describe("figure 1 of the paper, from the plotted densities", () => {
  const points = figure1.map(({ model: { name, releaseDate }, density }) => ({
    id: name,
    name,
    epochDay: releaseDate?.epochDay ?? Number.NaN,
    density,
  }));
  const trend = fitTrend(points, "records");

  it("has nine records", () => {
    assert.equal(recordNames.length, 9);
    assert.deepEqual(namesOf(trend.records), recordNames);
  });

  it("has the line that reproduces the printed R2", () => {
    printsAs(trend.line?.slopePerDay, "0.00652902");
    printsAs(trend.line?.intercept, "-2.61129");
    printsAs(trend.line?.rSquared, "0.934021");
    printsAs(trend.line?.doublingTimeDays, "106.164");
    assert.equal(trend.line?.pointCount, 9);
  });

  it("has the flatter line through all 51 models", () => {
    const all = trend.lines.find(({ estimator }) => estimator === "all");
    printsAs(all?.slopePerDay, "0.00465");
    printsAs(all?.rSquared, "0.57");
    assert.equal(all?.pointCount, 51);
  });

  it("has the slope and, of independent models, the p value that SciPy gives (stats.linregress)", () => {
    closeTo(trend.test?.slopePerDay, 0.004654123472640094, 1e-12);
    closeTo(trend.test?.independentPValue, 1.179976377253894e-10, 1e-10);
  });
});

describe("figure 1 of the paper, from cards with implied scores", () => {
  it("counts 47 models by default and all 51 with every kind, with the same records", () => {
    const byDefault = analyseCollection(entries, paperTrend);
    const everyKind = analyseCollection(entries, { ...paperTrend, kinds: kindChoices });
    assert.equal(byDefault.trend.points.length, 47);
    assert.equal(everyKind.trend.points.length, 51);
    for (const { trend, models } of [byDefault, everyKind]) {
      assert.deepEqual(namesOf(trend.records), recordNames);
      const marked = models.filter(({ isRecord }) => isRecord).map(({ model: { name } }) => name);
      assert.deepEqual(marked.sort(), [...recordNames].sort());
      printsAs(trend.line?.slopePerDay, "0.00653");
      printsAs(trend.line?.rSquared, "0.934");
      printsAs(trend.line?.doublingTimeDays, "106.16");
      assert.equal(trend.verdict, "doubling");
    }
  });

  it("leaves out the quantised and the instruct models, by kind", () => {
    const { excluded } = analyseCollection(entries, paperTrend);
    assert.deepEqual(
      excluded.map(({ name, reason }) => `${name}: ${reason}`),
      [
        "StableLM-Zephyr-3B: kind",
        "Gemma2-9B-GPTQ: kind",
        "Llama3.1-8B-GPTQ: kind",
        "Llama3.1-8B-gguf: kind",
      ],
    );
  });

  it("doubles slower the longer the reference is trained", () => {
    const doublingTimes = [1e12, 2e12, 5e12, 15e12].map((trainingTokens) =>
      analyseCollection(entries, { ...paperTrend, trainingTokens }).trend.line?.doublingTimeDays?.toFixed(0),
    );
    assert.deepEqual(doublingTimes, ["94", "100", "106", "113"]);
  });

  it("has the line of the chosen estimator", () => {
    const { trend } = analyseCollection(entries, { ...paperTrend, estimator: "all" });
    assert.equal(trend.line?.estimator, "all");
    assert.equal(trend.line?.pointCount, 47);
    assert.deepEqual(
      trend.lines.map(({ estimator }) => estimator),
      ["records", "quantile", "all"],
    );
  });
});

describe("MMLU densities before and after ChatGPT", () => {
  const points = readCsv("paper/densities_mmlu_fig3c.csv").map((row) =>
    trendPoint(row.name ?? "", row.release_date ?? "", requiredNumber(row, "density_mmlu")),
  );
  const chatGpt = epochDay("2022-11-30");
  const before = fitTrend(
    points.filter((point) => point.epochDay <= chatGpt),
    "records",
  );
  const after = fitTrend(
    points.filter((point) => point.epochDay > chatGpt),
    "records",
  );

  it("double every 144 days before, on three records", () => {
    assert.equal(before.records.length, 3);
    printsAs(before.line?.slopePerDay, "0.004797");
    printsAs(before.line?.rSquared, "0.71");
    printsAs(before.line?.doublingTimeDays, "144");
  });

  it("double every 95 days after, on six records of a frontier started anew", () => {
    assert.equal(after.records.length, 6);
    printsAs(after.line?.slopePerDay, "0.007312");
    printsAs(after.line?.rSquared, "0.974");
    printsAs(after.line?.doublingTimeDays, "95");
  });

  it("grew about half as fast again after", () => {
    closeTo((after.line?.slopePerDay ?? 0) / (before.line?.slopePerDay ?? 1), 1.5, 0.05);
  });

  it("have fewer records after ChatGPT when the frontier is not started anew", () => {
    const late = fitTrend(points, "records").records.filter((point) => point.epochDay > chatGpt);
    assert.deepEqual(namesOf(late), namesOf(after.records).slice(1));
  });

  it("have the p value of independent models before ChatGPT that SciPy gives (stats.linregress)", () => {
    closeTo(before.test?.slopePerDay, 0.00244484513195721, 1e-12);
    closeTo(before.test?.independentPValue, 0.2993975973840244, 1e-12);
  });

  it("do not show a trend over all models before ChatGPT, whatever the three records say", () => {
    assert.equal(before.verdict, "no-doubling-can-be-claimed");
    assert.equal(after.verdict, "doubling");
  });
});
