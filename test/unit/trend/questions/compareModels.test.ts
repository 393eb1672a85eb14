import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Model, Score } from "../../../../server/src/density/model.ts";
import { type Claim, claimsOf } from "../../../../server/src/trend/questions/claims.ts";
import { compareModels, type ModelComparison } from "../../../../server/src/trend/questions/compareModels.ts";
import {
  claimSentence,
  comparisonRows,
  comparisonRowText,
  comparisonWording,
  expectationSentence,
} from "../../../../server/src/wording/comparison.ts";
import { closeTo, printsAs } from "../../../support/closeTo.ts";
import { analysisOf, paperModels } from "../../../support/figures.ts";
import { counts, model, releasedOn, score, scores } from "../../../support/models.ts";
import { paperDensity, paperTrend } from "../../../support/nmi2025.ts";

function compared(first: string, second: string, models = paperModels): ModelComparison {
  const analysis = analysisOf(models);
  const [one, other] = [first, second].map((name) => {
    const found = analysis.models.find((analysed) => analysed.model.name === name);
    assert.ok(found !== undefined, name);
    return found;
  });
  assert.ok(one !== undefined && other !== undefined);
  return compareModels(one, other, analysis);
}

describe("MiniCPM-2.4B against Mistral-7B-v0.1, the example everyone quotes", () => {
  const comparison = compared("MiniCPM-2.4B", "Mistral-7B-v0.1");

  it("is the same ability with 35 % of the parameters four months later", () => {
    printsAs((comparison.parameterRatio ?? 0) * 100, "35");
    assert.equal(comparison.daysBetween, 127);
    assert.ok((comparison.effectiveRatio ?? 0) > 0.9 && (comparison.effectiveRatio ?? 0) < 1);
  });

  it("is what the law expects, and a little more", () => {
    assert.equal(comparison.expectation?.source, "collection");
    // 2^(127 / 106.16)
    closeTo(comparison.expectation?.densityRatio, 2.29, 0.01);
    assert.match(
      expectationSentence(comparison) ?? "",
      /44.% of the parameters\. MiniCPM-2\.4B has 2\.6 times\.$/,
    );
  });

  it("allows no claim on scores whose measurement no card states", () => {
    const [claim] = comparison.claims;
    assert.ok(claim?.verdict.kind === "not-comparable");
    assert.match(claimSentence(claim, comparison), /no verdict; shots not stated/);
  });

  it("keeps its order under the reference's other minimum, unlike its densities", () => {
    const [ratio] = comparison.densityRatioUnderOtherMinima;
    closeTo(ratio, comparison.densityRatio ?? Number.NaN, 0.1);
  });

  it("says the same at other D0, each named", () => {
    const ratios = comparison.densityRatioUnderOtherTokens;
    assert.deepEqual(
      ratios.map(({ tokens }) => tokens),
      [1e12, 15e12],
    );
    for (const { ratio } of ratios) closeTo(ratio, comparison.densityRatio ?? Number.NaN, 0.1);
    const rows = comparisonRows(comparison, paperTrend).filter(({ label }) => label.startsWith("With D₀"));
    assert.deepEqual(
      rows.map(({ label }) => label.replaceAll("\u00a0", " ")),
      ["With D₀ 1 × 10¹² tokens", "With D₀ 15 × 10¹² tokens"],
    );
    for (const { relation } of rows) assert.match(relation, /^2\.\d times Mistral-7B-v0\.1’s$/);
  });

  it("says of every share and ratio whose it is", () => {
    const relations = comparisonRows(comparison, paperTrend).map(({ relation }) => relation);
    const [parameters, effective, density] = relations;
    assert.match(parameters ?? "", /^35.% of Mistral-7B-v0\.1’s$/);
    assert.match(effective ?? "", /^92.% of Mistral-7B-v0\.1’s$/);
    assert.match(density ?? "", /^2\.6 times Mistral-7B-v0\.1’s \(1\.6 to 4\.2\)$/);
    assert.equal(relations.at(-1), "127 days later");
  });

  it("breaks no interval over two lines", () => {
    const row = comparisonRows(comparison, paperTrend).find(({ label }) => label.startsWith("Density"));
    for (const value of row?.values ?? []) assert.match(value, /^0\.\d\d \([\d.]+\u00a0to\u00a0[\d.]+\)$/);
  });

  it("is the other way round from the other side", () => {
    const turned = compared("Mistral-7B-v0.1", "MiniCPM-2.4B");
    closeTo(turned.parameterRatio, 1 / (comparison.parameterRatio ?? Number.NaN), 1e-12);
    assert.equal(turned.daysBetween, -127);
    assert.equal(expectationSentence(turned), expectationSentence(comparison));
  });
});

it("without a doubling in the collection the paper's is taken, and said", () => {
  const few = paperModels.filter(({ name }) => ["MiniCPM-2.4B", "Mistral-7B-v0.1"].includes(name));
  const comparison = compared("MiniCPM-2.4B", "Mistral-7B-v0.1", few);
  assert.equal(comparison.expectation?.source, "paper");
  assert.match(expectationSentence(comparison) ?? "", /the paper’s doubling time of 106 days/);
});

it("a model without a density says why, and has no ratios", () => {
  const models = [
    model({ name: "A", releaseDate: releasedOn("2024-01-01"), scores: scores({ average: 90 }) }),
    model({ name: "B", releaseDate: undefined, parameters: counts({}), scores: scores({ average: 40 }) }),
  ];
  const comparison = compared("A", "B", models);
  assert.equal(comparison.parameterRatio, undefined);
  assert.equal(comparison.densityRatio, undefined);
  const { rows, expectation, claims } = comparisonWording(comparison, analysisOf(models).settings);
  const [row] = rows;
  assert.ok(row);
  assert.match(row.label, /^Density \(95.% interval\)$/);
  assert.match(
    comparisonRowText(row),
    /^at least 142\.86 \(average of five 90.*\) against none \(no parameter count\)$/,
  );
  assert.equal(expectation, undefined);
  assert.equal(claims.length, 1);
});

it("one density beside none has its interval named", () => {
  const above = model({ name: "A", scores: scores({ average: 90 }) });
  const [row] = comparisonRows(compared("A", "MiniCPM-2.4B", [above, ...paperModels]), paperTrend).filter(
    ({ label }) => label.startsWith("Density"),
  );
  assert.match(row?.label ?? "", /^Density \(95.% interval\)$/);
  assert.equal(row?.relation, "");
});

describe("a claim", () => {
  const measured = { protocol: { shots: 5, chainOfThought: false, harness: "OpenCompass" } };

  function claim(first: Score, second: Score, changes: Partial<Model> = {}): Claim | undefined {
    const one = model({ name: "ours", scores: new Map([["mmlu", [first]]]) });
    const other = model({ name: "theirs", scores: new Map([["mmlu", [second]]]), ...changes });
    return claimsOf(one, other, paperDensity)[0];
  }

  function mismatchesOf(one: Claim | undefined): string[] {
    assert.ok(one?.verdict.kind === "not-comparable");
    return one.verdict.mismatches.map(({ property }) => property);
  }

  it("gets a verdict when everything matches and the difference exceeds its errors", () => {
    assert.equal(claim(score(70, measured), score(60, measured))?.verdict.kind, "first-higher");
    assert.equal(claim(score(60, measured), score(70, measured))?.verdict.kind, "second-higher");
  });

  const z95 = 1.959963984540054;

  /**
   * Newcombe's method 10 apart from the code: an end of Wilson's interval is the share q with
   * |p - q| = z sqrt(q (1 - q) / n), found by halving instead of by its formula.
   */
  function newcombe(higher: number, lower: number, z: number, questions: (share: number) => number): number {
    const end = (share: number, outer: number) => {
      const n = questions(share);
      let [inside, outside] = [share, outer];
      for (let step = 0; step < 100; step++) {
        const middle = (inside + outside) / 2;
        if (Math.abs(share - middle) <= z * Math.sqrt((middle * (1 - middle)) / n)) inside = middle;
        else outside = middle;
      }
      return inside;
    };
    return Math.hypot(higher - end(higher, 0), end(lower, 1) - lower);
  }

  /** As many questions as give a standard error of one point. */
  const ofOnePoint = (share: number) => (share * (1 - share)) / 0.01 ** 2;

  it("is within noise up to Newcombe's limit", () => {
    const error = { ...measured, standardErrorPercent: 1 };
    // The difference that is as large as its own noise, by halving.
    let [low, high] = [0, 10];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (middle < 100 * newcombe(0.6 + middle / 100, 0.6, z95, ofOnePoint)) low = middle;
      else high = middle;
    }
    const near = claim(score(60 + low - 1e-6, error), score(60, error));
    assert.equal(near?.verdict.kind, "within-noise");
    closeTo(near?.noisePoints, low, 1e-6);
    assert.equal(claim(score(60 + low + 1e-6, error), score(60, error))?.verdict.kind, "first-higher");
  });

  it("knows that a full score is no certain one: 164 of 164 against 160 of 164", () => {
    const humaneval = (percent: number) =>
      model({ scores: new Map([["humaneval", [score(percent, { ...measured, standardErrorPercent: 0 })]]]) });
    const against = (second: number) =>
      claimsOf(humaneval(100), humaneval((100 * second) / 164), paperDensity)[0];
    const full = against(160);
    assert.equal(full?.verdict.kind, "within-noise");
    closeTo(full?.noisePoints, 100 * newcombe(1, 160 / 164, z95, () => 164), 1e-9);
    // By hand: Wilson 0.97711 to 1 and 0.93893 to 0.99049.
    printsAs(full?.noisePoints ?? Number.NaN, "2.73");
    assert.equal(against(150)?.verdict.kind, "first-higher");
  });

  it("asks more of each benchmark where several are compared", () => {
    const error = { ...measured, standardErrorPercent: 1 };
    const ids = ["mmlu", "bbh", "gsm8k", "math", "mbpp"];
    const of = (first: number) =>
      model({ scores: new Map(ids.map((id, place) => [id, [score(place === 0 ? first : 60, error)]])) });
    const alone = claim(score(63, error), score(60, error));
    assert.equal(alone?.verdict.kind, "first-higher");
    const [among] = claimsOf(of(63), of(60), paperDensity);
    assert.equal(among?.verdict.kind, "within-noise");
    closeTo(among?.pValue, alone?.pValue ?? Number.NaN, 1e-12);
    // 0.05 over five benchmarks: 2.576 standard errors.
    closeTo(among?.noisePoints, 100 * newcombe(0.63, 0.6, 2.5758293035489004, ofOnePoint), 1e-7);
    assert.equal(claimsOf(of(64), of(60), paperDensity)[0]?.verdict.kind, "first-higher");
  });

  it("says that harness and prompts are not in its error", () => {
    const one = claim(score(70, measured), score(60, measured));
    assert.ok(one !== undefined);
    const sentence = claimSentence(one, compared("MiniCPM-2.4B", "Mistral-7B-v0.1"));
    assert.match(sentence, /sampling errors explain up to 1\.1, harness and prompts are not in them\.$/);
  });

  it("gets none when something differs, and names it", () => {
    assert.deepEqual(mismatchesOf(claim(score(70, measured), score(60, measured), { kind: "instruct" })), [
      "kind",
    ]);
    assert.deepEqual(mismatchesOf(claim(score(70, measured), score(60, measured), { weightBits: 4 })), [
      "bits per weight",
    ]);
    const other = { protocol: { shots: 0, chainOfThought: true, harness: "EvalPlus" } };
    assert.deepEqual(mismatchesOf(claim(score(70, measured), score(60, other))), [
      "shots",
      "chain of thought",
      "harness",
    ]);
  });

  it("gets none when a card does not say, unless one source measured both", () => {
    assert.deepEqual(mismatchesOf(claim(score(70), score(60))), ["shots", "chain of thought", "harness"]);
    const source = { source: "https://example.org/table" };
    assert.equal(claim(score(70, source), score(60, source))?.verdict.kind, "first-higher");
  });

  it("takes the harness's word on reasoning, not on shots", () => {
    const harness = { protocol: { harness: "OpenCompass" } };
    assert.deepEqual(mismatchesOf(claim(score(70, harness), score(60, harness))), ["shots"]);
  });

  it("compares the pair of results that matches", () => {
    const one = model({ scores: new Map([["mmlu", [score(80), score(70, measured)]]]) });
    const other = model({ scores: new Map([["mmlu", [score(60, measured)]]]) });
    const [best] = claimsOf(one, other, paperDensity);
    assert.equal(best?.first.percent, 70);
    assert.equal(best?.verdict.kind, "first-higher");
  });

  it("needs an error: no number of questions, no verdict", () => {
    const one = model({ scores: new Map([["our_own", [score(80, measured)]]]) });
    const [best] = claimsOf(one, model({ scores: one.scores }), paperDensity);
    assert.deepEqual(mismatchesOf(best), ["standard error"]);
  });
});

describe("better is not denser", () => {
  it("Llama-3.1-405B, the strongest of its day, has 0.394, and a smaller and weaker model five times that", () => {
    const comparison = compared("Llama-3.1-405B", "Gemma2-9B");
    const { first, second } = comparison;
    assert.ok(first.density.result.kind === "density" && second.density.result.kind === "density");
    printsAs(first.density.result.density, "0.394");
    assert.ok((comparison.effectiveRatio ?? 0) > 5, "far more able");
    assert.ok((comparison.densityRatio ?? 9) < 0.2, "far less dense");
    const earlier = analysisOf(paperModels).models.filter(
      ({ model: { releaseDate } }) =>
        (releaseDate?.epochDay ?? 0) <= (first.model.releaseDate?.epochDay ?? 0),
    );
    for (const { density } of earlier) {
      if (density.result.kind === "density")
        assert.ok(density.result.effectiveParameters <= first.density.result.effectiveParameters);
    }
  });
});
