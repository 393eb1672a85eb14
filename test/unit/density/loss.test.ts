import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { capabilityDensity, type ModelDensity } from "../../../server/src/density/capabilityDensity.ts";
import { scoreRange } from "../../../server/src/density/credibleSize.ts";
import { effectiveParametersOfLoss, lossOfScore } from "../../../server/src/density/effectiveParameters.ts";
import { lossLaw } from "../../../server/src/density/laws.ts";
import type { Model } from "../../../server/src/density/model.ts";
import type { Reference } from "../../../server/src/density/reference.ts";
import { referenceSensitivity } from "../../../server/src/density/referenceSensitivity.ts";
import { flagSentence } from "../../../server/src/wording/flags.ts";
import { lensText } from "../../../server/src/wording/lens.ts";
import { modelDetails } from "../../../server/src/wording/modelDetails.ts";
import { noDensityPhrase } from "../../../server/src/wording/noDensity.ts";
import { closeTo } from "../../support/closeTo.ts";
import { readCsv, requiredNumber } from "../../support/csv.ts";
import { analysisOf } from "../../support/figures.ts";
import { said } from "../../support/markedCards.ts";
import { counts, model, score, scores } from "../../support/models.ts";
import { nmi2025, nmiCurve, paperDensity, paperTrend } from "../../support/nmi2025.ts";

const onMmlu = { ...paperDensity, basis: "mmlu" };

function losses(given: Readonly<Record<string, number>>): Model["losses"] {
  return new Map(Object.entries(given).map(([id, loss]) => [id, [loss]]));
}

function densityOf(changes: Partial<Model>, settings = onMmlu): ModelDensity {
  return capabilityDensity(model(changes), settings);
}

/** The loss of a reference model of this size at D0. */
function lossAt(id: string, parameters: number): number {
  return lossLaw(nmiCurve(id).lossLaw, parameters, 5e12);
}

describe("a loss in place of a score", () => {
  it("is read off the loss law at D0 alone: the size a reference model of this loss has", () => {
    fc.assert(
      // A smaller model of the reference would earn what guessing earns.
      fc.property(fc.double({ min: 8.5, max: 11.9, noNaN: true }), (exponent) => {
        const { result } = densityOf({
          parameters: counts({ nonEmbedding: 1e9 }),
          losses: losses({ mmlu: lossAt("mmlu", 10 ** exponent) }),
        });
        assert.ok(result.kind === "density");
        closeTo(result.effectiveParameters / 10 ** exponent, 1, 1e-6);
      }),
    );
  });

  it("says the same as the score that the score law gives it", () => {
    const loss = lossOfScore(nmiCurve("mmlu").scoreLaw, 60);
    assert.ok(loss !== undefined);
    const [ofLoss, ofScore] = [
      densityOf({ losses: losses({ mmlu: loss }) }),
      densityOf({ scores: scores({ mmlu: 60 }) }),
    ];
    assert.ok(ofLoss.result.kind === "density" && ofScore.result.kind === "density");
    closeTo(ofLoss.result.density, ofScore.result.density, 1e-12);
    assert.deepEqual(ofLoss.flags, [...ofScore.flags, "from-loss"]);
  });

  it("counts only without a score, and is shown beside one", () => {
    const loss = lossAt("mmlu", 2e9);
    const density = densityOf({ scores: scores({ mmlu: 60 }), losses: losses({ mmlu: loss }) });
    assert.deepEqual(density.result, densityOf({ scores: scores({ mmlu: 60 }) }).result);
    assert.ok(!density.flags.includes("from-loss"));
    assert.equal(density.losses[0]?.loss, loss);
    closeTo((density.losses[0]?.density ?? 0) * 7e9, 2e9, 1e-6);
  });

  it("does not stand in for a score whose unit is in doubt", () => {
    const { result, flags } = densityOf({
      scores: new Map([["mmlu", [score(0.4, { unitDoubted: true })]]]),
      losses: losses({ mmlu: 0.2 }),
    });
    assert.deepEqual(result, { kind: "none", reason: "no-basis-score" });
    assert.deepEqual(flags, ["unit-doubted"]);
  });

  it("has no size at or below what an infinite model reaches, and none beyond the validated range", () => {
    const { lossLaw: law, scoreLaw } = nmiCurve("mmlu");
    const unreachable = law.b * 5e12 ** -law.beta;
    const least = lossOfScore(scoreLaw, scoreRange(nmiCurve("mmlu"), 5e12).upTo) ?? Number.NaN;
    for (const loss of [unreachable, unreachable / 2, least * 0.999]) {
      const { result, flags } = densityOf({ losses: losses({ mmlu: loss }) });
      assert.ok(result.kind === "none" && result.reason === "out-of-range");
      assert.equal(result.bound?.side, "at-least");
      closeTo(result.bound?.effectiveParameters, 1e12, 1e-9);
      assert.deepEqual(flags, ["saturated", "from-loss"]);
    }
    assert.equal(densityOf({ losses: losses({ mmlu: least * 1.001 }) }).result.kind, "density");
  });

  it("that is absurdly great is below the floor, not above the ceiling", () => {
    const size = effectiveParametersOfLoss(nmiCurve("mmlu"), 1e300, 5e12, 4e9);
    assert.deepEqual(size, { kind: "none", reason: "below-floor" });
  });

  it("is extrapolated beyond the largest fitted model, and imprecise where one per cent moves it far", () => {
    assert.ok(densityOf({ losses: losses({ mmlu: lossAt("mmlu", 5e9) }) }).flags.includes("extrapolated"));
    assert.ok(!densityOf({ losses: losses({ mmlu: lossAt("mmlu", 3e9) }) }).flags.includes("extrapolated"));
    // With fewer tokens the floor of the loss lies nearer, and the same step moves the size further.
    const scarce = { ...onMmlu, trainingTokens: 2e10 };
    const loss = lossLaw(nmiCurve("mmlu").lossLaw, 9e11, 2e10);
    assert.ok(densityOf({ losses: losses({ mmlu: loss }) }, scarce).flags.includes("imprecise"));
  });

  it("needs a loss law: a ladder has none", () => {
    const ladder = {
      kind: "ladder",
      ladder: { c: 80, d: 10, n50: 1e9, k: 0.5 },
      family: "Tern",
      validatedScores: { above: 10, upTo: 80 },
      residualPoints: 1,
    } as const;
    const reference: Reference = { ...nmi2025, curves: new Map([["mmlu", ladder]]) };
    const settings = { ...onMmlu, reference };
    const measured = model({ losses: losses({ mmlu: 0.2 }) });
    const density = capabilityDensity(measured, settings);
    assert.deepEqual(density.result, { kind: "none", reason: "no-basis-score" });
    assert.equal(
      noDensityPhrase(measured, density, settings),
      "a loss on MMLU, which the reference nmi-2025 has no loss law for",
    );
  });
});

describe("losses and the average", () => {
  it("are never averaged: the loss of the average curve is not the mean of the five", () => {
    const of = ["mmlu", "bbh", "math", "humaneval", "mbpp"];
    for (const row of readCsv("reference/loss_points.csv")) {
      const mean = of.reduce((sum, id) => sum + requiredNumber(row, `loss_${id}`), 0) / of.length;
      assert.ok(requiredNumber(row, "loss_average") / mean > 1.05, JSON.stringify(row));
    }
    const five = losses({ mmlu: 0.2, bbh: 0.1, math: 0.2, humaneval: 0.1, mbpp: 0.3 });
    assert.deepEqual(densityOf({ losses: five }, paperDensity).result, {
      kind: "none",
      reason: "no-basis-score",
    });
  });

  it("give a density when the loss of the average itself is given", () => {
    const { result } = densityOf({ losses: losses({ average: lossAt("average", 2e9) }) }, paperDensity);
    assert.ok(result.kind === "density");
    closeTo(result.effectiveParameters, 2e9, 1e-6 * 2e9);
  });

  it("of four scores and a loss is none, for a mean of scores needs five", () => {
    const { basisScore } = densityOf(
      { scores: scores({ mmlu: 60, bbh: 50, math: 20, humaneval: 40 }), losses: losses({ mbpp: 0.3 }) },
      paperDensity,
    );
    assert.deepEqual(basisScore, { kind: "missing", benchmarks: ["mbpp"] });
  });

  it("count one by one under the basis available", () => {
    const settings = { ...paperDensity, basis: "available" };
    const density = densityOf(
      { scores: scores({ mmlu: 60 }), losses: losses({ mmlu: 0.2, bbh: lossAt("bbh", 2e9) }) },
      settings,
    );
    const [mmlu] = density.benchmarks;
    assert.ok(density.result.kind === "density" && mmlu?.density !== undefined);
    closeTo(density.result.density, Math.sqrt((mmlu.density * 2e9) / 7e9), 1e-9);
    assert.ok(density.flags.includes("from-loss") && density.flags.includes("available-basis"));
    assert.equal(density.interval, undefined, "the error of a loss is not known");
  });
});

describe("how sure a density from a loss is", () => {
  it("has no interval of its own; the residual of the loss law stands beside it, as beside a score", () => {
    const loss = lossAt("mmlu", 2e9);
    const ofLoss = densityOf({ losses: losses({ mmlu: loss }) });
    assert.equal(ofLoss.interval, undefined);
    const { lossLaw: law, scoreLaw } = nmiCurve("mmlu");
    // t(29) at 95 %, and 33 runs less four coefficients.
    const reach = 2.045229642132703 * 0.00549 * Math.sqrt(33 / 29);
    const at = (moved: number) => ((moved - law.b * 5e12 ** -law.beta) / law.a) ** (-1 / law.alpha) / 7e9;
    const percent = scoreLaw.c / (1 + Math.exp(-scoreLaw.gamma * (loss - scoreLaw.l))) + scoreLaw.d;
    const ofScore = densityOf({ scores: scores({ mmlu: percent }) });
    for (const density of [ofLoss, ofScore]) {
      const common = referenceSensitivity(density, onMmlu)?.lossLaw;
      assert.ok(common?.low.kind === "density" && common.high.kind === "density");
      closeTo(common.low.density, at(loss + reach), 1e-9);
      closeTo(common.high.density, at(loss - reach), 1e-9);
    }
  });

  it("the residuals of nmi-2025 are those of its loss laws over the digitised runs", () => {
    const rows = readCsv("reference/loss_points.csv");
    for (const id of nmi2025.curves.keys()) {
      const { lossLaw: law, residualNats } = nmiCurve(id);
      const squares = rows.map((row) => {
        const parameters = requiredNumber(row, "params_nonemb");
        const tokens = parameters * requiredNumber(row, "tokens_per_param");
        return (requiredNumber(row, `loss_${id}`) - lossLaw(law, parameters, tokens)) ** 2;
      });
      const rms = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / rows.length);
      assert.equal(residualNats, Number(rms.toFixed(5)), id);
    }
  });

  it("the other minimum and other D0 are said of it as of a score", () => {
    const density = densityOf({ losses: losses({ mmlu: lossAt("mmlu", 2e9) }) });
    const sensitivity = referenceSensitivity(density, onMmlu);
    assert.equal(sensitivity?.otherMinima.length, 1);
    const [fewer, more] = sensitivity?.otherTokens ?? [];
    assert.ok(density.result.kind === "density" && fewer?.density !== undefined && more !== undefined);
    // With fewer tokens a reference model must be larger for the same loss.
    assert.ok(fewer.density > density.result.density && density.result.density > (more.density ?? 0));
  });
});

describe("what people read of a loss", () => {
  const settings = { ...paperTrend, basis: "mmlu" };
  const analysedWith = (loss: number) => {
    const analysis = analysisOf([model({ name: "Tern-7B", losses: losses({ mmlu: loss }) })], settings);
    const [analysed] = analysis.models;
    assert.ok(analysed !== undefined);
    return { analysed, analysis };
  };

  it("the hover names the loss, its step, and what its interval holds", () => {
    const { analysed, analysis } = analysedWith(0.2);
    const { meaning, rows, benchmarks, notes, basis } = modelDetails(analysed, analysis);
    assert.match(said(meaning), /parameters for this loss;/);
    assert.deepEqual(
      rows.flatMap(({ label, value }) => (label === "MMLU, loss" ? [value] : [])),
      ["0.2 nats per token"],
    );
    assert.ok(rows.some(({ label }) => said(label) === "Density if the loss moves 1 %"));
    assert.match(said(benchmarks[0]?.note ?? ""), /^0\.2 nats per token is the loss of a reference model of/);
    assert.ok(notes.some((note) => note.startsWith("From a loss of 0.2 nats per token")));
    assert.ok(!/Interval/.test(said(basis)));
    assert.ok(rows.some(({ label }) => /residual of the loss law, 0\.00549 nats/.test(said(label))));
  });

  it("out of range says which bound, in nats per token", () => {
    const { analysed } = analysedWith(0.02);
    assert.equal(
      said(lensText(analysed, settings)),
      "Density at least 142.86 | not in the trend: loss 0.02 on MMLU, and after 5 × 10¹² tokens no finite reference model gets below 0.03858",
    );
    const { analysed: low } = analysedWith(0.09);
    const phrase = said(flagSentence("saturated", low, settings));
    assert.match(
      phrase,
      /^Above the ceiling: loss 0\.09 on MMLU, below 0\.\d+, the least that the reference/,
    );
  });
});
