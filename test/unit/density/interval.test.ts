import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { capabilityDensity, type ModelDensity } from "../../../server/src/density/capabilityDensity.ts";
import { invertCurve } from "../../../server/src/density/effectiveParameters.ts";
import type { Model } from "../../../server/src/density/model.ts";
import { referenceSensitivity } from "../../../server/src/density/referenceSensitivity.ts";
import { basisSamplingError, samplingError } from "../../../server/src/density/scoreError.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { counts, model, score, scores } from "../../support/models.ts";
import { nmi2025, nmiCurve, paperDensity } from "../../support/nmi2025.ts";

function densityOf(changes: Partial<Model>, settings = paperDensity): ModelDensity {
  return capabilityDensity(model(changes), settings);
}

/** Both ends of a density's interval; an open end is its reason. */
function ends({ interval }: ModelDensity): readonly (number | string)[] {
  assert.ok(interval !== undefined);
  return [interval.low, interval.high].map((end) => (end.kind === "density" ? end.density : end.reason));
}

describe("the sampling error of a score", () => {
  it("is binomial with the benchmark's questions, the card's own number first", () => {
    // sqrt(0.5 * 0.5 / 164) = 3.904 %; of 100 questions 5 %.
    printsAs(samplingError("humaneval", score(50), paperDensity), "3.904");
    printsAs(samplingError("humaneval", score(50, { items: 100 }), paperDensity), "5.000");
    assert.equal(samplingError("humaneval", score(50, { standardErrorPercent: 0.4 }), paperDensity), 0.4);
    assert.equal(samplingError("unheard_of", score(50), paperDensity), undefined);
  });

  it("of a mean is that of independent scores", () => {
    const five = scores({ mmlu: 60, bbh: 50, math: 20, humaneval: 40, mbpp: 50 });
    const { basisScore } = densityOf({ scores: five });
    const variance = [
      (60 * 40) / 14042,
      (50 * 50) / 6511,
      (20 * 80) / 5000,
      (40 * 60) / 164,
      (50 * 50) / 500,
    ];
    closeTo(
      basisSamplingError(basisScore, paperDensity),
      Math.sqrt(variance.reduce((sum, one) => sum + one, 0)) / 5,
      1e-12,
    );
  });

  it("of a mean without its scores takes each of them as equal to it", () => {
    const { basisScore } = densityOf({ scores: scores({ average: 40 }) });
    const inverse = [14042, 6511, 5000, 164, 500].reduce((sum, items) => sum + 1 / items, 0);
    closeTo(basisSamplingError(basisScore, paperDensity), Math.sqrt(40 * 60 * inverse) / 5, 1e-12);
  });
});

describe("the interval of a density", () => {
  const parameters = counts({ nonEmbedding: 1e9 });

  it("carries sampling error, residual and spread between reports through the inverse, end by end", () => {
    const density = densityOf(
      { parameters, scores: new Map([["mmlu", [score(60, { standardErrorPercent: 4 })]]]) },
      {
        ...paperDensity,
        basis: "mmlu",
      },
    );
    // Residual 3 over ten points is 3.873 for six degrees of freedom; two reports differ by 1.3.
    const reach = 2.446911851144969 * Math.hypot(4, 3 * Math.sqrt(10 / 6), 1.3);
    const expected = [60 - reach, 60 + reach].map(
      (percent) => (invertCurve(nmiCurve("mmlu"), percent, 5e12) ?? Number.NaN) / 1e9,
    );
    for (const [place, end] of ends(density).entries())
      closeTo(end as number, expected[place] ?? Number.NaN, 1e-12);
    const mmlu = density.benchmarks.find(({ benchmark }) => benchmark === "mmlu");
    assert.deepEqual(mmlu?.interval, density.interval);
  });

  it("is one, whether a bare average is the basis or one score among others", () => {
    const density = densityOf({ scores: scores({ average: 40, mmlu: 50 }) });
    const [average] = density.benchmarks;
    assert.equal(average?.benchmark, "average");
    assert.deepEqual(average?.interval, density.interval);
  });

  it("is open where an end leaves the range, and says which way", () => {
    assert.deepEqual(ends(densityOf({ scores: scores({ average: 79.9 }) }))[1], "saturated");
    assert.deepEqual(ends(densityOf({ scores: scores({ average: 15 }) }))[0], "below-floor");
  });

  it("is not there without a density or without any error", () => {
    assert.equal(densityOf({ parameters: counts({}), scores: scores({ average: 50 }) }).interval, undefined);
    const curves = new Map(
      [...nmi2025.curves].map(([id, curve]) => [id, { ...curve, residualPoints: undefined }]),
    );
    const settings = {
      ...paperDensity,
      reference: { ...nmi2025, curves },
      benchmarkFacts: new Map(),
      basis: "mmlu",
    };
    assert.equal(densityOf({ scores: scores({ mmlu: 60 }) }, settings).interval, undefined);
  });

  it("holds the density, and is wider above than below where the curve bends up", () => {
    fc.assert(
      // Nearer to an end of the range the interval is open there.
      fc.property(fc.double({ min: 19, max: 72, noNaN: true }), (average) => {
        const density = densityOf({ parameters, scores: scores({ average }) });
        const [low, high] = ends(density);
        assert.ok(density.result.kind === "density" && typeof low === "number" && typeof high === "number");
        assert.ok(low < density.result.density && density.result.density < high);
        if (average > 60) assert.ok(high - density.result.density > density.result.density - low);
      }),
    );
  });
});

describe("what another reference would say", () => {
  it("is larger than the interval: the other minimum and D0", () => {
    const density = densityOf({
      parameters: counts({ nonEmbedding: 2.442e9 }),
      scores: scores({ average: 35.37 }),
    });
    const sensitivity = referenceSensitivity(density, paperDensity);
    const [other] = sensitivity?.otherMinima ?? [];
    assert.ok(density.result.kind === "density" && other !== undefined);
    const ratio = density.result.density / other;
    assert.ok(ratio > 25 && ratio < 60, `${ratio}`);
    const [small, large] = sensitivity?.otherTokens ?? [];
    assert.deepEqual([small?.tokens, large?.tokens], [1e12, 15e12]);
    // A reference trained on more needs fewer parameters for the same score.
    assert.ok(
      (small?.density ?? 0) > density.result.density && density.result.density > (large?.density ?? 9),
    );
  });

  it("has the residual of the loss law: 0.00543 nats, 2.95 points at an average of 50", () => {
    const sensitivity = referenceSensitivity(densityOf({ scores: scores({ average: 50 }) }), paperDensity);
    const [residual] = sensitivity?.lossLawResiduals ?? [];
    assert.equal(residual?.residualNats, 0.00543);
    printsAs(residual?.residualPoints, "2.95");
  });

  it("is not known without a density", () => {
    assert.equal(referenceSensitivity(densityOf({}), paperDensity), undefined);
  });
});

describe("flags on how a score was measured", () => {
  function flagsOf(id: string, ...measured: Parameters<typeof score>) {
    const density = densityOf(
      { scores: new Map([[id, [score(...measured)]]]) },
      { ...paperDensity, basis: id },
    );
    assert.deepEqual(density.flags, density.benchmarks[0]?.flags);
    return density.flags;
  }

  it("stand where the card says something else than the reference, not where it is silent", () => {
    assert.deepEqual(flagsOf("mmlu", 60), []);
    assert.deepEqual(flagsOf("mmlu", 60, { protocol: { shots: 5, harness: "any" } }), []);
    assert.deepEqual(flagsOf("mmlu", 60, { protocol: { shots: 0 } }), ["protocol-differs"]);
    assert.deepEqual(flagsOf("bbh", 40, { protocol: { shots: 3, chainOfThought: false } }), [
      "protocol-differs",
    ]);
  });

  it("name the harness when the reference has one", () => {
    const reference = { ...nmi2025, protocols: new Map([["mmlu", { harness: "OpenCompass" }]]) };
    const flagsWith = (harness: string) =>
      densityOf(
        { scores: new Map([["mmlu", [score(60, { protocol: { harness } })]]]) },
        { ...paperDensity, reference, basis: "mmlu" },
      ).flags;
    assert.deepEqual(flagsWith("opencompass"), []);
    assert.deepEqual(flagsWith("EvalPlus"), ["harness-differs"]);
  });

  it("stand at scores that guessing could have earned", () => {
    assert.ok(flagsOf("mmlu", 25.5).includes("near-chance"));
    // 1.96 x 3.02, residual and sampling error, reach down to 25.
    assert.ok(flagsOf("mmlu", 30.9).includes("near-chance"));
    assert.ok(!flagsOf("mmlu", 31).includes("near-chance"));
    assert.ok(flagsOf("mmlu", 30, { standardErrorPercent: 3 }).includes("near-chance"));
    assert.ok(flagsOf("humaneval", 0.6).includes("near-chance"));
  });

  it("stand on instruct weights and on the parts of a mean", () => {
    const five = { mmlu: 60, bbh: 50, math: 20, humaneval: 40, mbpp: 50 };
    const card = { ...model({ scores: scores(five) }), kind: "instruct" as const };
    card.scores = new Map([...card.scores, ["mbpp", [score(50, { protocol: { shots: 0 } })]]]);
    assert.deepEqual(capabilityDensity(card, paperDensity).flags, [
      "extrapolated",
      "protocol-differs",
      "instruct-on-base-reference",
    ]);
  });
});
