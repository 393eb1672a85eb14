import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { capabilityDensity, densityOnBasis } from "../../server/src/density/capabilityDensity.ts";
import { denominators } from "../../server/src/density/denominator.ts";
import { counts, model, score } from "../support/models.ts";
import { nmi2025, paperDensity } from "../support/nmi2025.ts";

const basis = fc.constantFrom(...nmi2025.curves.keys(), "available", "gpqa");

const result = fc.record({
  benchmark: fc.constantFrom(...nmi2025.curves.keys(), "gpqa"),
  percent: fc.double({ min: 0, max: 100, noNaN: true }),
  unitDoubted: fc.boolean(),
});

const card = fc
  .record({
    results: fc.array(result, { maxLength: 8 }),
    nonEmbedding: fc.option(fc.double({ min: 1e6, max: 1e12, noNaN: true }), { nil: undefined }),
  })
  .map(({ results, nonEmbedding }) =>
    model({
      parameters: counts({ nonEmbedding }),
      scores: new Map(
        results.map(({ benchmark, percent, unitDoubted }) => [benchmark, [score(percent, { unitDoubted })]]),
      ),
    }),
  );

describe("a density on another basis", () => {
  it("is what it would be if nothing had been computed before", () => {
    fc.assert(
      fc.property(card, basis, basis, fc.constantFrom(...denominators), (each, from, to, denominator) => {
        const settings = { ...paperDensity, denominator };
        const seen = capabilityDensity(each, { ...settings, basis: from });
        const onBasis = { ...settings, basis: to };
        assert.deepEqual(densityOnBasis(each, seen, onBasis), capabilityDensity(each, onBasis));
      }),
    );
  });
});
