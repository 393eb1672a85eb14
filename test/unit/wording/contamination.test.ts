import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recordsOnPublicTests } from "../../../server/src/trend/questions/contamination.ts";
import { contaminationSentence } from "../../../server/src/wording/contamination.ts";
import { analysisOf, paperModels } from "../../support/figures.ts";
import { score } from "../../support/models.ts";

/** The paper's models, so many of the records with a score on MMLU-CF, whose questions are kept back. */
function withFreeScores(count: number) {
  const records = analysisOf(paperModels)
    .trend.records.slice(0, count)
    .map(({ name }) => name);
  return analysisOf(
    paperModels.map((model) =>
      records.includes(model.name)
        ? { ...model, scores: new Map([...model.scores, ["mmlu_cf", [score(40)]]]) }
        : model,
    ),
  );
}

describe("records on public tests alone", () => {
  it("are all of the paper's, and the sentence says what that leaves open", () => {
    const analysis = analysisOf(paperModels);
    assert.equal(recordsOnPublicTests(analysis).length, 9);
    assert.match(
      contaminationSentence(analysis) ?? "",
      /^The nine records rest on public tests alone: no score on a contamination-free benchmark speaks for them/,
    );
  });

  it("are those without a score on a contamination-free benchmark", () => {
    assert.match(contaminationSentence(withFreeScores(4)) ?? "", /^Five of nine records rest /);
    assert.equal(contaminationSentence(withFreeScores(9)), undefined);
  });
});
