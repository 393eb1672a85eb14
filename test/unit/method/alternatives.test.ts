import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Reference } from "../../../server/src/density/reference.ts";
import { type MethodAlternative, methodAlternatives } from "../../../server/src/method/alternatives.ts";
import type { CollectionAnalysis } from "../../../server/src/trend/collection/analyseCollection.ts";
import { type Sensitivity, sensitivity } from "../../../server/src/trend/questions/sensitivity.ts";
import { finish } from "../../../server/src/trend/steps.ts";
import { closeTo } from "../../support/closeTo.ts";
import { analysisOf, paperModels } from "../../support/figures.ts";
import { nmi2025, nmiCurve, requireReference } from "../../support/nmi2025.ts";

const refit = requireReference("nmi-2025-refit");

/** The table of methods of an analysis, with these references to choose from. */
function tableOf(analysis: CollectionAnalysis, references: readonly Reference[]) {
  const named = references.map((reference) => ({ name: reference.name, reference }));
  return sensitivity(analysis, methodAlternatives({ analysis, references: named }));
}

const isOtherMinimum = ({ takes }: MethodAlternative) => takes === undefined;

const other = { ...nmi2025, name: "other", trainingTokens: 1e12 };
const { current, rows } = finish(tableOf(analysisOf(paperModels), [nmi2025, other]));
const daysBy = new Map(rows.map((row) => [row.choice.label, row.doublingTimeDays?.toFixed(0)]));

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

  it("has the reference's other minimum, with the numbers of the refit that has it for its curve", () => {
    const row = rows.find((each) => each.choice.label === "nmi-2025, other minimum");
    assert.ok(row);
    assert.equal(row.choice.group, "Reference");
    const { trend } = analysisOf(paperModels, { reference: refit });
    assert.equal(row.doublingTimeDays?.toFixed(0), "147");
    closeTo(row.doublingTimeDays, trend.line?.doublingTimeDays ?? Number.NaN, 1e-6);
    assert.deepEqual([row.modelCount, row.recordCount], [trend.points.length, trend.records.length]);
  });

  it("gives what a choice changes in days, and an interval to estimators only", () => {
    for (const row of rows) {
      if (row.doublingTimeDays !== undefined && current.doublingTimeDays !== undefined)
        assert.equal(row.changeDays, row.doublingTimeDays - current.doublingTimeDays);
      assert.equal(row.interval !== undefined, row.choice.group === "Estimator");
    }
  });

  it("has no doubling time where a choice leaves too few models", () => {
    const mmlu = rows.find((row) => row.choice.label === "MMLU");
    assert.deepEqual(
      [mmlu?.doublingTimeDays, mmlu?.lack, mmlu?.modelCount],
      [undefined, "too-few-models", 0],
    );
  });

  it("does not offer what is chosen already", () => {
    const quantile = finish(tableOf(analysisOf(paperModels, { estimator: "quantile" }), []));
    const labels = quantile.rows.map(({ choice }) => choice.label);
    assert.ok(labels.includes("records") && !labels.includes("quantile 0.90"));
    // Not only records move a quantile line.
    assert.equal(labels.filter((label) => label.startsWith("without")).length, 3);
  });
});

describe("a row for the reference's other minimum", () => {
  const minima = (changes: Parameters<typeof analysisOf>[1], references: readonly Reference[]) =>
    finish(tableOf(analysisOf(paperModels, changes), references))
      .rows.filter(({ choice }) => isOtherMinimum(choice))
      .map(({ choice }) => choice.label);

  it("is not there beside a reference that stands for it, whichever of the two is chosen", () => {
    assert.deepEqual(minima({}, [nmi2025, refit]), []);
    assert.deepEqual(minima({ reference: refit }, [nmi2025, refit]), []);
    assert.deepEqual(minima({ reference: refit }, [refit]), ["nmi-2025-refit, other minimum"]);
  });

  it("is there where that reference has it at another D0, or not on the basis", () => {
    assert.deepEqual(minima({ trainingTokens: 1e12 }, [nmi2025, refit]), ["nmi-2025, other minimum"]);
    // Of BBH the paper's curve is the better minimum, so the refit has it too.
    assert.deepEqual(minima({ basis: "bbh" }, [nmi2025, refit]), ["nmi-2025, other minimum"]);
    assert.deepEqual(minima({ basis: "mbpp" }, [nmi2025, refit]), [], "MBPP has one minimum");
  });

  it("is there for a reference of one's own, one for each minimum, in order", () => {
    const curve = nmiCurve("average");
    const [alternative] = curve.alternativeLossLaws;
    assert.ok(alternative);
    const third = { ...alternative, alpha: alternative.alpha * 1.2 };
    const curves = new Map(nmi2025.curves);
    curves.set("average", { ...curve, alternativeLossLaws: [third, alternative] });
    const ours = { ...nmi2025, name: "ours", curves };
    assert.deepEqual(minima({ reference: ours }, [nmi2025]), [
      "ours, other minimum 1",
      "ours, other minimum 2",
    ]);
    assert.deepEqual(minima({ reference: ours }, [nmi2025, refit]), ["ours, other minimum 1"]);
    const alone = new Map(nmi2025.curves).set("average", { ...curve, alternativeLossLaws: [] });
    assert.deepEqual(minima({ reference: { ...ours, curves: alone } }, [nmi2025]), []);
  });

  it("reads no score that the reference does not validate", () => {
    const curves = new Map(nmi2025.curves);
    curves.set("average", { ...nmiCurve("average"), validatedScores: { above: 10.8, upTo: 60 } });
    const narrow = analysisOf(paperModels, { reference: { ...nmi2025, name: "narrow", curves } });
    const row = finish(tableOf(narrow, [])).rows.find(({ choice }) => isOtherMinimum(choice));
    assert.ok(narrow.trend.points.length < paperModels.length - 4);
    assert.equal(row?.modelCount, narrow.trend.points.length);
  });
});

describe("sensitivity in steps", () => {
  it("is the one found at once, in many steps", () => {
    const steps = tableOf(analysisOf(paperModels), [nmi2025, other]);
    let count = 0;
    let found: Sensitivity<MethodAlternative> | undefined;
    for (; found === undefined; count += 1) {
      const step = steps.next();
      if (step.done === true) found = step.value;
    }
    assert.deepEqual(found, { current, rows });
    assert.ok(count > rows.length + 2000, `${count} steps`);
  });
});
