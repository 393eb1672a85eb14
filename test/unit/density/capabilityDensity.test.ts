import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { capabilityDensity, type DensityFlag } from "../../../server/src/density/capabilityDensity.ts";
import type { Model } from "../../../server/src/density/model.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { counts, model, releasedOn, score, scores } from "../../support/models.ts";
import { paperDensity } from "../../support/nmi2025.ts";

function densityOf(changes: Partial<Model>, settings = paperDensity) {
  return capabilityDensity(model(changes), settings);
}

function flagsOf(changes: Partial<Model>): readonly DensityFlag[] {
  return densityOf(changes).flags;
}

describe("the capability density", () => {
  it("is effective over actual parameters", () => {
    const { result } = densityOf({
      parameters: counts({ nonEmbedding: 2.442e9 }),
      scores: scores({ average: 35.37 }),
    });
    assert.equal(result.kind, "density");
    if (result.kind !== "density") return;
    printsAs(result.effectiveParameters, "1.88972e+9");
    assert.equal(result.actualParameters, 2.442e9);
    assert.equal(result.density, result.effectiveParameters / 2.442e9);
    printsAs(result.density, "0.7738");
  });

  it("depends on the training size of the reference", () => {
    const card = { scores: scores({ average: 40 }) };
    const journal = densityOf(card).result;
    const preprint = densityOf(card, { ...paperDensity, trainingTokens: 1e12 }).result;
    assert.ok(journal.kind === "density" && preprint.kind === "density");
    // A reference trained on less needs more parameters for the same score.
    assert.ok(preprint.density > journal.density);
  });

  it("is read from one benchmark when that is the basis", () => {
    const card = { scores: scores({ mmlu: 60, average: 40 }) };
    const density = densityOf(card, { ...paperDensity, basis: "mmlu" });
    assert.equal(density.result.kind, "density");
    const mmlu = density.benchmarks.find(({ benchmark }) => benchmark === "mmlu");
    assert.equal(density.result.kind === "density" && density.result.density, mmlu?.density);
  });
});

describe("a model without a density", () => {
  it("has the first missing thing as reason: size, score, range", () => {
    const noSize = { parameters: counts({}) };
    const reasonOf = (changes: Partial<Model>) => {
      const { result } = densityOf(changes);
      return result.kind === "none" ? result.reason : result;
    };
    assert.equal(reasonOf({ ...noSize, scores: scores({ average: 40 }) }), "no-size");
    assert.equal(reasonOf(noSize), "no-size");
    assert.equal(reasonOf({ ...noSize, scores: scores({ average: 90 }) }), "no-size");
    assert.equal(reasonOf({ scores: scores({ mmlu: 60 }) }), "no-basis-score");
    assert.equal(reasonOf({ scores: scores({ average: 90 }) }), "out-of-range");
    assert.equal(reasonOf({ scores: scores({ average: 5 }) }), "near-chance");
    assert.equal(reasonOf({ scores: scores({ average: 12 }) }), "near-chance");
  });

  it("has none on a basis the reference has no curve for", () => {
    const density = densityOf({ scores: scores({ gpqa: 40 }) }, { ...paperDensity, basis: "gpqa" });
    assert.deepEqual(density.result, { kind: "none", reason: "no-basis-score" });
  });
});

describe("flags", () => {
  it("tell where the score lies on the curve", () => {
    assert.deepEqual(flagsOf({ scores: scores({ average: 40 }) }), []);
    assert.deepEqual(flagsOf({ scores: scores({ average: 60 }) }), ["extrapolated"]);
    assert.deepEqual(flagsOf({ scores: scores({ average: 79 }) }), ["extrapolated", "imprecise"]);
    assert.deepEqual(flagsOf({ scores: scores({ average: 15 }) }), ["imprecise"]);
    assert.deepEqual(flagsOf({ scores: scores({ average: 10 }) }), ["below-floor"]);
    assert.deepEqual(flagsOf({ scores: scores({ average: 81 }) }), ["saturated"]);
  });

  it("tell what is doubtful about the card", () => {
    const good = { scores: scores({ average: 40 }) };
    const month = { epochDay: releasedOn("2024-01-15").epochDay, precision: "month" as const };
    assert.deepEqual(flagsOf({ ...good, parameters: counts({ total: 8e9 }) }), ["total-parameters-used"]);
    assert.deepEqual(flagsOf({ ...good, releaseDate: month }), ["month-only"]);
    assert.deepEqual(flagsOf({ ...good, kind: undefined }), ["kind-missing"]);
    assert.deepEqual(
      flagsOf({ ...good, architecture: "mixture-of-experts", parameters: counts({ nonEmbedding: 49e9 }) }),
      ["active-parameters-unknown"],
    );
    const doubted = new Map([["average", [score(0.4, { unitDoubted: true })]]]);
    assert.deepEqual(flagsOf({ scores: doubted }), ["unit-doubted"]);
  });
});

describe("the densities per benchmark", () => {
  const card = {
    parameters: counts({ nonEmbedding: 7e9 }),
    scores: new Map([
      ["math", [score(12)]],
      ["gpqa", [score(30)]],
      ["mmlu", [score(62, { protocol: { shots: 0 } }), score(64, { protocol: { shots: 5 } })]],
      ["bbh", [score(0.5, { unitDoubted: true })]],
      ["humaneval", [score(95)]],
    ]),
  };

  it("stand in the card's order, one per benchmark", () => {
    const order = densityOf(card).benchmarks.map(({ benchmark }) => benchmark);
    assert.deepEqual(order, ["math", "gpqa", "mmlu", "bbh", "humaneval"]);
  });

  it("give a number, or the reason there is none", () => {
    const [math, gpqa, mmlu, bbh, humaneval] = densityOf(card).benchmarks;
    assert.ok(math?.effectiveSize?.kind === "size");
    closeTo(math.density, math.effectiveSize.parameters / 7e9, 1e-15);
    assert.deepEqual([gpqa?.effectiveSize, gpqa?.density, gpqa?.flags], [undefined, undefined, []]);
    assert.equal(mmlu?.score.percent, 64);
    assert.deepEqual([bbh?.density, bbh?.flags], [undefined, ["unit-doubted"]]);
    assert.deepEqual([humaneval?.density, humaneval?.flags], [undefined, ["saturated"]]);
  });

  it("have an effective size even when the actual size is unknown", () => {
    const [math] = densityOf({ ...card, parameters: counts({}) }).benchmarks;
    assert.equal(math?.effectiveSize?.kind, "size");
    assert.equal(math?.density, undefined);
  });
});
