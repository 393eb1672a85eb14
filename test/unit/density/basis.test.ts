import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { basisScore, countedScore } from "../../../server/src/density/basisScore.ts";
import { closeTo } from "../../support/closeTo.ts";
import { model, score, scores } from "../../support/models.ts";
import { nmi2025 } from "../../support/nmi2025.ts";

const five = { mmlu: 62.66, bbh: 55.23, math: 12.86, humaneval: 26.22, mbpp: 39.16 };

describe("the average", () => {
  it("is the mean of the five scores", () => {
    const basis = basisScore(model({ scores: scores(five) }), "average", nmi2025);
    assert.equal(basis.kind, "mean");
    closeTo(basis.kind === "mean" ? basis.percent : undefined, 39.226, 1e-12);
    assert.deepEqual(
      basis.kind === "mean" ? basis.of.map(({ percent }) => percent) : [],
      Object.values(five),
    );
  });

  it("is computed even when the card gives one", () => {
    const basis = basisScore(model({ scores: scores({ average: 50, ...five }) }), "average", nmi2025);
    closeTo(basis.kind === "mean" ? basis.percent : undefined, 39.226, 1e-12);
  });

  it("counts as given when a part is missing", () => {
    const basis = basisScore(model({ scores: scores({ average: 50, mmlu: 62 }) }), "average", nmi2025);
    assert.equal(basis.kind === "single" ? basis.percent : undefined, 50);
  });

  it("names what is missing otherwise", () => {
    const basis = basisScore(model({ scores: scores({ mmlu: 62, math: 12 }) }), "average", nmi2025);
    assert.deepEqual(basis, { kind: "missing", benchmarks: ["bbh", "humaneval", "mbpp"] });
  });

  it("is in doubt when a part is", () => {
    const doubted = new Map([...scores(five), ["math", [score(0.1286, { unitDoubted: true })]]]);
    assert.deepEqual(basisScore(model({ scores: doubted }), "average", nmi2025), {
      kind: "unit-doubted",
      benchmarks: ["math"],
    });
  });
});

describe("one benchmark as basis", () => {
  it("is that score, its doubt or its absence", () => {
    const given = model({ scores: scores({ mmlu: 62.66 }) });
    const doubted = model({ scores: new Map([["mmlu", [score(0.62, { unitDoubted: true })]]]) });
    assert.deepEqual(basisScore(given, "mmlu", nmi2025), {
      kind: "single",
      percent: 62.66,
      score: score(62.66),
    });
    assert.deepEqual(basisScore(doubted, "mmlu", nmi2025), { kind: "unit-doubted", benchmarks: ["mmlu"] });
    assert.deepEqual(basisScore(given, "bbh", nmi2025), { kind: "missing", benchmarks: ["bbh"] });
  });
});

describe("of several results of one benchmark", () => {
  const zeroShot = score(60, { protocol: { shots: 0 } });
  const fiveShot = score(64, { protocol: { shots: 5 } });

  it("the one measured as the reference expects counts", () => {
    assert.equal(countedScore(nmi2025, "mmlu", [zeroShot, fiveShot]), fiveShot);
  });

  it("the first counts when none was measured so, or the reference expects nothing", () => {
    assert.equal(countedScore(nmi2025, "mmlu", [zeroShot, score(61)]), zeroShot);
    assert.equal(countedScore(nmi2025, "gpqa", [zeroShot, fiveShot]), zeroShot);
  });

  it("chain of thought must match where the reference states it", () => {
    const without = score(44, { protocol: { shots: 3, chainOfThought: false } });
    const unsaid = score(50, { protocol: { shots: 3 } });
    const withIt = score(56, { protocol: { shots: 3, chainOfThought: true } });
    assert.equal(countedScore(nmi2025, "bbh", [without, unsaid, withIt]), withIt);
    assert.equal(countedScore(nmi2025, "bbh", [without, unsaid]), without);
  });

  it("the basis takes the one that counts", () => {
    const several = model({ scores: new Map([["mmlu", [zeroShot, fiveShot]]]) });
    const basis = basisScore(several, "mmlu", nmi2025);
    assert.equal(basis.kind === "single" ? basis.percent : undefined, 64);
  });
});
