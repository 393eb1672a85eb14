import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { capabilityDensity } from "../../../server/src/density/capabilityDensity.ts";
import {
  actualSize,
  computeToMemoryRatio,
  type Denominator,
  denominators,
  isMixtureOfExperts,
} from "../../../server/src/density/denominator.ts";
import type { Model } from "../../../server/src/density/model.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { counts, figure1, model } from "../../support/models.ts";
import { nmi2025, paperDensity } from "../../support/nmi2025.ts";

const { hardware } = nmi2025;
const ratio = computeToMemoryRatio(hardware);

function size(of: Model, denominator: Denominator) {
  return actualSize(of, denominator, hardware);
}

/** Asserts one size per denominator, in the order paper, non-embedding, total, active. */
function sizesAre(of: Model, expected: readonly (number | undefined)[]): void {
  assert.deepEqual(
    denominators.map((denominator) => size(of, denominator)?.parameters),
    expected,
  );
}

describe("the ratio of compute to memory time", () => {
  it("is 2.446 from the paper's hardware figures", () => {
    printsAs(ratio, "2.446");
    closeTo(ratio, (2 * 100 * 1.01e12) / 82.58e12, 1e-15);
  });

  it("can be set as printed", () => {
    assert.equal(computeToMemoryRatio({ ...hardware, computeToMemoryRatio: 0.408 }), 0.408);
  });
});

describe("the actual size", () => {
  const dense = model({ parameters: counts({ total: 8e9, nonEmbedding: 7e9 }) });
  const mixture = model({
    architecture: "mixture-of-experts",
    parameters: counts({ total: 50e9, active: 13e9, nonEmbedding: 49e9, activeNonEmbedding: 12e9 }),
  });

  it("of a dense model is its non-embedding count, total apart", () => {
    sizesAre(dense, [7e9, 7e9, 8e9, 7e9]);
    for (const denominator of denominators) assert.deepEqual(size(dense, denominator)?.flags, []);
  });

  it("of a mixture of experts weighs stored and active parameters as equation 7", () => {
    sizesAre(mixture, [(49e9 + 12e9 * ratio) / (1 + ratio), 49e9, 50e9, 12e9]);
  });

  it("of 4-bit weights counts a quarter of the memory time", () => {
    sizesAre({ ...dense, weightBits: 4 }, [(7e9 / 4 + 7e9 * ratio) / (1 + ratio), 7e9, 8e9, 7e9]);
    sizesAre({ ...dense, weightBits: 16 }, [7e9, 7e9, 8e9, 7e9]);
  });

  it("of a quantised mixture of experts does both", () => {
    const paper = (49e9 / 4 + 12e9 * ratio) / (1 + ratio);
    sizesAre({ ...mixture, weightBits: 4 }, [paper, 49e9, 50e9, 12e9]);
  });

  it("takes the total for want of a non-embedding count, and says so", () => {
    const totalOnly = model({ parameters: counts({ total: 8e9 }) });
    sizesAre(totalOnly, [8e9, 8e9, 8e9, 8e9]);
    assert.deepEqual(size(totalOnly, "paper")?.flags, ["total-parameters-used"]);
    assert.deepEqual(size(totalOnly, "non-embedding")?.flags, ["total-parameters-used"]);
    assert.deepEqual(size(totalOnly, "total")?.flags, []);
  });

  it("of a mixture of experts with totals only uses them, and says so", () => {
    const totals = model({
      architecture: "mixture-of-experts",
      parameters: counts({ total: 50e9, active: 13e9 }),
    });
    sizesAre(totals, [(50e9 + 13e9 * ratio) / (1 + ratio), 50e9, 50e9, 13e9]);
    assert.deepEqual(size(totals, "paper")?.flags, ["total-parameters-used"]);
  });

  it("takes the embeddings out of the active count as out of the total", () => {
    const parameters = counts({ total: 50e9, active: 13e9, nonEmbedding: 49e9 });
    const derived = model({ architecture: "mixture-of-experts", parameters });
    sizesAre(derived, [(49e9 + 12e9 * ratio) / (1 + ratio), 49e9, 50e9, 12e9]);
    assert.deepEqual(size(derived, "active")?.flags, []);
  });

  it("takes the active count as it is when the embeddings alone are larger", () => {
    const parameters = counts({ total: 50e9, active: 1e9, nonEmbedding: 48e9 });
    const small = model({ architecture: "mixture-of-experts", parameters });
    sizesAre(small, [(48e9 + 1e9 * ratio) / (1 + ratio), 48e9, 50e9, 1e9]);
    assert.deepEqual(size(small, "active")?.flags, ["total-parameters-used"]);
  });

  it("flags a mixture of experts without an active count", () => {
    const unknown = model({ architecture: "mixture-of-experts", parameters: counts({ total: 50e9 }) });
    sizesAre(unknown, [50e9, 50e9, 50e9, 50e9]);
    assert.deepEqual(size(unknown, "active")?.flags, ["total-parameters-used", "active-parameters-unknown"]);
    assert.deepEqual(size(unknown, "paper")?.flags, ["total-parameters-used", "active-parameters-unknown"]);
    assert.deepEqual(size(unknown, "total")?.flags, []);
  });

  it("does not exist without the count it needs", () => {
    sizesAre(model({ parameters: counts({}) }), [undefined, undefined, undefined, undefined]);
    assert.equal(size(model({ parameters: counts({ nonEmbedding: 7e9 }) }), "total"), undefined);
  });
});

describe("a mixture of experts", () => {
  it("is what says so", () => {
    assert.equal(isMixtureOfExperts(model({ architecture: "mixture-of-experts" })), true);
    const parameters = counts({ total: 8e9, active: 7e9 });
    assert.equal(isMixtureOfExperts(model({ architecture: "dense", parameters })), false);
  });

  it("is recognised by activating less than it has", () => {
    const byTotal = counts({ total: 50e9, active: 13e9 });
    const byNonEmbedding = counts({ nonEmbedding: 49e9, activeNonEmbedding: 12e9 });
    assert.equal(isMixtureOfExperts(model({ parameters: byTotal })), true);
    assert.equal(isMixtureOfExperts(model({ parameters: byNonEmbedding })), true);
    assert.equal(isMixtureOfExperts(model({ parameters: counts({ total: 8e9, active: 8e9 }) })), false);
  });
});

describe("the paper's denominator on figure 1", () => {
  const special = figure1.filter(
    ({ model: each }) => isMixtureOfExperts(each) || each.weightBits !== undefined,
  );

  it("reproduces the density of the five mixtures of experts and the three quantised models", () => {
    assert.equal(special.length, 8);
    for (const { model: each, density } of special) {
      const { result } = capabilityDensity(each, paperDensity);
      printsAs(result.kind === "density" ? result.density : undefined, density.toFixed(4));
    }
  });

  it("reproduces every dense model to the rounding of its implied score", () => {
    for (const { model: each, density } of figure1) {
      const { result } = capabilityDensity(each, paperDensity);
      closeTo(result.kind === "density" ? result.density : undefined, density, 1.3e-4);
    }
  });
});
