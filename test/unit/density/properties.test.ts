import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { capabilityDensity } from "../../../server/src/density/capabilityDensity.ts";
import { scoreRange } from "../../../server/src/density/credibleSize.ts";
import { denominators } from "../../../server/src/density/denominator.ts";
import { invertCurve } from "../../../server/src/density/effectiveParameters.ts";
import { referenceScore } from "../../../server/src/density/laws.ts";
import { closeTo } from "../../support/closeTo.ts";
import { counts, model, scores } from "../../support/models.ts";
import { nmi2025, nmiCurve, paperDensity } from "../../support/nmi2025.ts";

const curveId = fc.constantFrom(...nmi2025.curves.keys());
/** Below a fifth of the range some curves cannot tell a score from guessing. */
const share = fc.double({ min: 0.2, max: 1, noNaN: true });
const sizeInParameters = fc.double({ min: 7, max: 12, noNaN: true }).map((exponent) => 10 ** exponent);
const tokens = fc.double({ min: 11.5, max: 13.5, noNaN: true }).map((exponent) => 10 ** exponent);

/** A score at a share of the validated range of a curve. */
function scoreAt(id: string, part: number): number {
  const { above, upTo } = scoreRange(nmiCurve(id), 5e12);
  return above + part * (upTo - above);
}

function densityOn(id: string, percent: number, nonEmbedding: number): number {
  const card = model({ parameters: counts({ nonEmbedding }), scores: scores({ [id]: percent }) });
  const { result } = capabilityDensity(card, { ...paperDensity, basis: id });
  assert.ok(result.kind === "density");
  return result.density;
}

describe("inside the validated range", () => {
  it("density rises with the score", () => {
    fc.assert(
      fc.property(curveId, share, share, sizeInParameters, (id, first, second, size) => {
        fc.pre(Math.abs(first - second) > 1e-9);
        const [low, high] = first < second ? [first, second] : [second, first];
        assert.ok(densityOn(id, scoreAt(id, low), size) < densityOn(id, scoreAt(id, high), size));
      }),
    );
  });

  it("density falls with the size", () => {
    fc.assert(
      fc.property(
        curveId,
        share,
        sizeInParameters,
        fc.double({ min: 1.001, max: 100, noNaN: true }),
        (id, part, size, factor) => {
          const percent = scoreAt(id, part);
          assert.ok(densityOn(id, percent, size * factor) < densityOn(id, percent, size));
        },
      ),
    );
  });

  it("a model's own effective size gives density 1", () => {
    fc.assert(
      fc.property(curveId, share, (id, part) => {
        const percent = scoreAt(id, part);
        const effective = invertCurve(nmiCurve(id), percent, paperDensity.trainingTokens);
        assert.equal(densityOn(id, percent, effective ?? Number.NaN), 1);
      }),
    );
  });
});

describe("forward and inverse laws", () => {
  it("agree from size to score and back", () => {
    fc.assert(
      fc.property(curveId, sizeInParameters, tokens, (id, size, trainingTokens) => {
        const curve = nmiCurve(id);
        closeTo(invertCurve(curve, referenceScore(curve, size, trainingTokens), trainingTokens), size, 1e-6);
      }),
    );
  });

  it("agree from score to size and back", () => {
    fc.assert(
      fc.property(curveId, share, (id, part) => {
        const curve = nmiCurve(id);
        const percent = scoreAt(id, part);
        const size = invertCurve(curve, percent, paperDensity.trainingTokens);
        closeTo(referenceScore(curve, size ?? Number.NaN, paperDensity.trainingTokens), percent, 1e-10);
      }),
    );
  });
});

describe("denominators", () => {
  it("agree for a dense model at full precision whose embeddings do not count", () => {
    fc.assert(
      fc.property(sizeInParameters, share, (size, part) => {
        const card = model({
          parameters: counts({ total: size, active: size, nonEmbedding: size, activeNonEmbedding: size }),
          scores: scores({ average: scoreAt("average", part) }),
        });
        const densities = denominators.map((denominator) => {
          const { result } = capabilityDensity(card, { ...paperDensity, denominator });
          return result.kind === "density" ? result.density : undefined;
        });
        assert.equal(new Set(densities).size, 1);
        assert.ok(densities[0] !== undefined);
      }),
    );
  });
});
