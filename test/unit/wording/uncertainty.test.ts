import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Model, Score } from "../../../server/src/density/model.ts";
import { flagSentence } from "../../../server/src/wording/flags.ts";
import { modelDetails } from "../../../server/src/wording/modelDetails.ts";
import { analysisOf } from "../../support/figures.ts";
import { counts, model, score, scores } from "../../support/models.ts";
import { nmi2025, paperTrend } from "../../support/nmi2025.ts";

const space = "\u00a0";

function detailsOf(changes: Partial<Model>) {
  const analysis = analysisOf([model(changes)]);
  const [analysed] = analysis.models;
  assert.ok(analysed !== undefined);
  return modelDetails(analysed, analysis);
}

function rowOf(changes: Partial<Model>, label: RegExp): string | undefined {
  return detailsOf(changes).rows.find((row) => label.test(row.label))?.value;
}

describe("how sure a density is, in the details of a model", () => {
  const minicpm = { parameters: counts({ nonEmbedding: 2.442e9 }), scores: scores({ average: 35.37 }) };

  it("is one row, with what it is made of below", () => {
    assert.equal(rowOf(minicpm, /95.% interval/), "0.33 to 1.67");
    assert.equal(
      detailsOf(minicpm).basis,
      `Reference nmi-2025, D₀ 5${space}×${space}10¹² tokens. Interval from sampling error 0.9, the reference’s residual 1.55 (6 degrees of freedom) and spread between reports 2.2, in points; what is common to all models, as the choice of reference, is not in it.`,
    );
  });

  it("says apart from it what the other minimum and D0 would do", () => {
    assert.match(rowOf(minicpm, /other minimum/) ?? "", /^0\.02\d$/);
    assert.match(rowOf(minicpm, /With D₀ 1.*, 15/) ?? "", /^1\.\d+, 0\.\d+$/);
  });

  it("says which end is open", () => {
    assert.match(
      rowOf({ scores: scores({ average: 79.9 }) }, /95.% interval/) ?? "",
      /^above [\d.]+; the upper end lies above the ceiling$/,
    );
    assert.match(
      rowOf({ scores: scores({ average: 11.5 }) }, /95.% interval/) ?? "",
      /^below [\d.]+; the lower end lies below the floor$/,
    );
  });

  it("says what stands on every model alike apart from it", () => {
    assert.equal(
      rowOf(minicpm, /^Common to all models: residual of the loss law, 0\.00543.nats/),
      "0.44 to 1.43",
    );
  });

  it("has its lower end of a density that is a lower bound", () => {
    assert.equal(
      rowOf({ scores: scores({ average: 90 }) }, /95.% interval/),
      "above 142.86; the upper end lies above the ceiling",
    );
  });

  it("is not stated for a model without a density", () => {
    const sizeless = { parameters: counts({}), scores: scores({ average: 60 }) };
    assert.equal(rowOf(sizeless, /interval/), undefined);
    assert.doesNotMatch(detailsOf(sizeless).basis, /Interval/);
  });
});

describe("doubts about a measurement", () => {
  const reference = { ...nmi2025, protocols: new Map([["mmlu", { shots: 5, harness: "OpenCompass" }]]) };

  function sentencesOf(one: Score, changes: Partial<Model> = {}): string[] {
    const settings = { ...paperTrend, reference, basis: "mmlu" };
    const [analysed] = analysisOf(
      [model({ scores: new Map([["mmlu", [one]]]), ...changes })],
      settings,
    ).models;
    assert.ok(analysed !== undefined);
    return analysed.density.flags.map((flag) => flagSentence(flag, analysed, settings));
  }

  it("name the fact and the number", () => {
    assert.deepEqual(sentencesOf(score(60, { protocol: { shots: 0, harness: "EvalPlus" } })).slice(-2), [
      "Other protocol: MMLU is 0-shot, the reference 5-shot.",
      "Other harness: MMLU is from EvalPlus, the reference from OpenCompass.",
    ]);
    assert.deepEqual(sentencesOf(score(25.4)), [
      `Near chance: MMLU 25.4${space}%, too near the 25${space}% that guessing earns.`,
    ]);
    assert.ok(sentencesOf(score(50), { kind: "instruct" }).some((text) => /by 32 points/.test(text)));
  });
});
