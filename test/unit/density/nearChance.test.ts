import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { capabilityDensity, type ModelDensity } from "../../../server/src/density/capabilityDensity.ts";
import { lensText } from "../../../server/src/wording/lens.ts";
import { analysisOf } from "../../support/figures.ts";
import { said } from "../../support/markedCards.ts";
import { counts, model, scores } from "../../support/models.ts";
import { paperDensity, paperTrend } from "../../support/nmi2025.ts";

const five = ["mmlu", "bbh", "math", "humaneval", "mbpp"] as const;
const bases = [...five, "average", "available"];

/** What a density is at least, by itself and by its interval; minus infinity where nothing is said. */
function least({ result, interval }: ModelDensity): readonly [density: number, low: number] {
  const bound =
    result.kind === "none" && result.bound?.side === "at-least" ? result.bound.density : undefined;
  const density = result.kind === "density" ? result.density : bound;
  const low = interval?.low.kind === "density" ? interval.low.density : undefined;
  return [density ?? Number.NEGATIVE_INFINITY, low ?? Number.NEGATIVE_INFINITY];
}

const percent = fc.double({ min: 0, max: 100, noNaN: true });
const someScores = fc
  .record(Object.fromEntries(five.map((id) => [id, percent])), { requiredKeys: [] })
  .filter((given) => Object.keys(given).length > 0);

describe("a better score", () => {
  it("never lowers a density, nor the lower end of its interval", () => {
    fc.assert(
      fc.property(
        someScores,
        fc.constantFrom(...five),
        percent,
        fc.constantFrom(...bases),
        (given, id, more, basis) => {
          const before = given[id];
          fc.pre(before !== undefined && more > before);
          const settings = { ...paperDensity, basis };
          const [worse, better] = [given, { ...given, [id]: more }].map((each) =>
            least(capabilityDensity(model({ scores: scores(each as Record<string, number>) }), settings)),
          );
          assert.ok(worse !== undefined && better !== undefined);
          for (const place of [0, 1] as const)
            assert.ok(
              better[place] >= worse[place] * (1 - 1e-9) || worse[place] === Number.NEGATIVE_INFINITY,
            );
        },
      ),
    );
  });
});

describe("a score near chance", () => {
  it("is no density: a model of a million parameters that guesses is no record", () => {
    const guesser = model({
      name: "Guess-1M",
      parameters: counts({ nonEmbedding: 1e6 }),
      scores: scores({ mmlu: 25.4 }),
    });
    const settings = { ...paperTrend, basis: "mmlu" };
    const analysis = analysisOf([guesser], settings);
    const [analysed] = analysis.models;
    assert.ok(analysed !== undefined);
    assert.equal(analysed.excluded, "near-chance");
    assert.equal(analysed.isRecord, false);
    assert.equal(analysis.trend.points.length, 0);
    assert.match(
      said(lensText(analysed, settings)),
      /^Density at most 158.79 \| not in the trend: MMLU 25\.4 %, too near the 25 % that guessing earns$/,
    );
  });

  it("ends where the lower end of the score, from sampling error and residual, passes chance", () => {
    // BBH: 25.7 + 1.96 hypot(0.56, 1.4); HumanEval: 1.96 hypot(2.4, 4.7), above 0.
    for (const [basis, below, above] of [
      ["bbh", 28.6, 28.8],
      ["humaneval", 10.3, 10.6],
    ] as const) {
      const reasonAt = (score: number) => {
        const { result } = capabilityDensity(model({ scores: scores({ [basis]: score }) }), {
          ...paperDensity,
          basis,
        });
        return result.kind === "none" ? result.reason : result.kind;
      };
      assert.deepEqual([reasonAt(below), reasonAt(above)], ["near-chance", "density"], basis);
    }
  });
});
