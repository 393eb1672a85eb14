import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainText } from "../../../server/src/text/textRun.ts";
import type { CollectionAnalysis } from "../../../server/src/trend/collection/analyseCollection.ts";
import { emptyWording } from "../../../server/src/wording/empty.ts";
import { doublingTimePhrase, verdictWording } from "../../../server/src/wording/verdict.ts";
import { analysisOf, modelOf, paperModels, withShuffledDates } from "../../support/figures.ts";
import { model, scores } from "../../support/models.ts";

function verdict(analysis: CollectionAnalysis): string {
  return plainText(verdictWording(analysis).verdict);
}

function grounds(analysis: CollectionAnalysis): string {
  return plainText(verdictWording(analysis).grounds);
}

function boldText(analysis: CollectionAnalysis): string[] {
  return verdictWording(analysis).verdict.flatMap(({ text, emphasis }) =>
    emphasis === "strong" ? [text] : [],
  );
}

describe("the verdict on the paper's models", () => {
  const analysis = analysisOf(paperModels);

  it("gives records no interval that says 95 %, and says whose method they are", () => {
    assert.equal(verdict(analysis), "Density doubles about every 3.5 months (106 days, the paper’s method).");
    assert.deepEqual(boldText(analysis), ["3.5 months"]);
  });

  it("says what it rests on, what records are worth, and that growth was not constant", () => {
    assert.equal(
      grounds(analysis),
      "Records run fast, and an interval of theirs held the truth in three of four simulations. Quantile 0.90 over all models gives 135 days (91 to 291). Growth slowed: 96 days until 18 Apr 2024, 400 days after (p = 0.02). Nine records of 47 models, 24 Feb 2023 to 5 Apr 2025; rise over all models in 14 families p < 0.001.",
    );
    assert.equal(plainText(verdictWording(analysis).briefGrounds), "9 records of 47 models; p < 0.001.");
  });

  it("names the paper's method when another one is in the sentence", () => {
    const all = analysisOf(paperModels, { estimator: "all" });
    assert.match(
      verdict(all),
      /^Density doubles about every 4\.8 months \(148 days, 95\u00a0% interval \d+ to \d+\)\.$/,
    );
    assert.match(
      grounds(all),
      /^The paper’s method, a line through the nine records, gives 106 days; records run fast\..* Least squares over 47 models, /,
    );
  });

  it("leads with the quantile line where nobody chooses", () => {
    const usual = analysisOf(paperModels, { estimator: "quantile" });
    assert.equal(
      verdict(usual),
      "Density doubles about every 4.4 months (135 days, 95\u00a0% interval 91 to 291).",
    );
  });
});

describe("the verdict on densities without a trend", () => {
  it("claims nothing, puts the test in words and says why the records are no evidence", () => {
    const analysis = analysisOf(withShuffledDates(16));
    assert.equal(verdict(analysis), "No doubling can be claimed.");
    assert.match(
      grounds(analysis),
      /^Over all 47 models the rise is within chance: without a trend, a slope as steep as this one turns up 20 times in 100 \(two-sided t test of the slope, p = 0\.20\)\. The seven records alone would fit \d+ days with R² 0\.\d\d, but records can only rise, so that is not evidence\.$/,
    );
    assert.equal(
      plainText(verdictWording(analysis).briefGrounds),
      "All 47 models: no rise beyond chance (p = 0.20).",
    );
  });

  it("has no number in bold", () => {
    for (const seed of [1, 16, 54])
      for (const text of boldText(analysisOf(withShuffledDates(seed)))) assert.doesNotMatch(text, /\d/);
  });

  it("says when densities do not rise at all, and when they fall beyond chance", () => {
    assert.match(grounds(analysisOf(withShuffledDates(1))), /^Over all 47 models density does not rise \(/);
    assert.match(
      grounds(analysisOf(withShuffledDates(54))),
      /^Over all 47 models density falls \(two-sided t test of the slope, p = 0\.01\)\./,
    );
  });

  it("says when checkpoints of too few runs leave nothing to test", () => {
    const checkpoints = [1, 2, 3, 4, 5].map((step) =>
      modelOf(`step-${step}`, step * 30, step, { checkpointOf: "one run" }),
    );
    assert.equal(
      verdict(analysisOf(checkpoints)),
      "Too few models for a trend: 5 records of 5 models; 3 of 5 are needed, and the checkpoints of a training run count once (1 run).",
    );
  });

  it("says when all models are of too few families to test", () => {
    const oneFamily = [1, 2, 3, 4, 5, 6].map((step) =>
      modelOf(`m${step}`, step * 60, 2 ** step, { family: "Alone" }),
    );
    assert.equal(
      grounds(analysisOf(oneFamily)).split(".")[0],
      "A rise over all 6 models cannot be tested: models of one family err together, and there are fewer than 3 families",
    );
  });
});

describe("the verdict on too few models", () => {
  it("gives both counts and both thresholds", () => {
    const four = [0.1, 0.05, 0.2, 0.15].map((density, place) => modelOf(`m${place}`, place * 40, density));
    assert.equal(
      verdict(analysisOf(four)),
      "Too few models for a trend: 2 records of 4 models; 3 of 5 are needed.",
    );
    assert.equal(
      verdict(analysisOf(four.slice(0, 1))),
      "Too few models for a trend: 1 record of 1 model; 3 of 5 are needed.",
    );
    assert.match(grounds(analysisOf(four.slice(0, 1))), /^1 Jan 2023\. /);
  });
});

describe("ten rising models and a run of twelve falling checkpoints", () => {
  it("rise in line and test alike, because the run counts once in both", () => {
    const rising = Array.from({ length: 10 }, (_, place) => modelOf(`m${place}`, place * 10, 2 ** place));
    const falling = Array.from({ length: 12 }, (_, step) =>
      modelOf(`step-${step}`, 30 + 5 * step, Math.exp(0.75 - step / 2), { checkpointOf: "falling" }),
    );
    const analysis = analysisOf([...rising, ...falling], { estimator: "all" });
    const { line, test } = analysis.trend;
    assert.ok(line !== undefined && test !== undefined && line.slopePerDay > 0);
    assert.ok(Math.abs(line.slopePerDay / test.slopePerDay - 1) < 1e-9);
    assert.equal(test.observations, 11);
  });
});

describe("doubling times", () => {
  it("leave the months out when there are none to speak of", () => {
    assert.equal(doublingTimePhrase(106.164), "106 days (3.5 months)");
    assert.equal(doublingTimePhrase(2.4), "2 days");
  });
});

describe("an empty collection", () => {
  it("says what a card needs and what each card lacks", () => {
    const wording = emptyWording(
      analysisOf([
        model({ name: "tern-3b", releaseDate: undefined }),
        model({ name: "heron-7b", scores: scores({ mmlu: 60, bbh: 50, humaneval: 40 }) }),
      ]),
    );
    assert.equal(wording.title, "No models to plot yet");
    assert.equal(
      wording.explanation,
      "A model is drawn when its card has a release date, a size and the five benchmark scores. Two cards are left out:",
    );
    assert.deepEqual(
      wording.cards.map(({ name, reason }) => `${name}: ${reason}`),
      ["tern-3b: no release date", "heron-7b: 3 of 5 scores: MATH and MBPP missing"],
    );
  });

  it("asks for the score of the chosen basis", () => {
    assert.equal(
      emptyWording(analysisOf([], { basis: "humaneval" })).explanation,
      "A model is drawn when its card has a release date, a size and a score on HumanEval.",
    );
  });
});
