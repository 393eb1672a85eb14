import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sensitivity } from "../../server/src/trend/sensitivity.ts";
import { sensitivityGroup, sensitivityLabel } from "../../server/src/trend/wording/sensitivity.ts";
import { paperModels } from "../support/figures.ts";
import { collection } from "../support/models.ts";
import { nmi2025, paperTrend } from "../support/nmi2025.ts";

const other = { ...nmi2025, name: "other", trainingTokens: 1e12 };
const { current, rows } = sensitivity(collection(paperModels), paperTrend, [nmi2025, other]);
const daysBy = new Map(rows.map((row) => [sensitivityLabel(row), row.doublingTimeDays?.toFixed(0)]));

describe("the sensitivity of the paper's doubling time", () => {
  it("starts from the result as chosen", () => {
    assert.equal(current.doublingTimeDays?.toFixed(0), "106");
    assert.notEqual(current.interval, undefined);
  });

  it("changes one choice at a time, with the doubling times of the design", () => {
    const expected = {
      "quantile 0.90": "135",
      "quantile 0.95": "145",
      "all models, least squares": "148",
      "D₀ 1\u00a0×\u00a010¹² tokens": "94",
      "D₀ 15\u00a0×\u00a010¹² tokens": "113",
      "from 1 Sep 2023": "145",
      "from 1 Jan 2024": "75",
      "to 31 Dec 2024": "97",
      "without Mistral-Small-24B": "97",
      "without Phi-1-1.2B": "98",
    };
    for (const [choice, days] of Object.entries(expected)) assert.equal(daysBy.get(choice), days, choice);
  });

  it("takes every other reference with its own training tokens", () => {
    assert.equal(daysBy.get("other"), "94");
    assert.ok(!daysBy.has("nmi-2025"));
  });

  it("gives what a choice changes in days, and an interval to estimators only", () => {
    for (const row of rows) {
      if (row.doublingTimeDays !== undefined && current.doublingTimeDays !== undefined)
        assert.equal(row.changeDays, row.doublingTimeDays - current.doublingTimeDays);
      assert.equal(row.interval !== undefined, sensitivityGroup(row) === "Estimator");
    }
  });

  it("has no doubling time where a choice leaves too few models", () => {
    const mmlu = rows.find((row) => sensitivityLabel(row) === "MMLU");
    assert.deepEqual([mmlu?.doublingTimeDays, mmlu?.modelCount], [undefined, 0]);
  });

  it("does not offer what is chosen already", () => {
    const quantile = sensitivity(collection(paperModels), { ...paperTrend, estimator: "quantile" }, []);
    const labels = quantile.rows.map(sensitivityLabel);
    assert.ok(labels.includes("records") && !labels.includes("quantile 0.90"));
    assert.ok(!labels.some((label) => label.startsWith("without")));
  });
});
