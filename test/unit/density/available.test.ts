import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { capabilityDensity } from "../../../server/src/density/capabilityDensity.ts";
import type { DensityInterval } from "../../../server/src/density/densityInterval.ts";
import type { Model } from "../../../server/src/density/model.ts";
import { referenceSensitivity } from "../../../server/src/density/referenceSensitivity.ts";
import { resolveSettings } from "../../../server/src/method/collectionSettings.ts";
import { basisName } from "../../../server/src/wording/benchmarkNames.ts";
import { emptyWording } from "../../../server/src/wording/empty.ts";
import { flagSentence } from "../../../server/src/wording/flags.ts";
import { modelDetails } from "../../../server/src/wording/modelDetails.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { analysisOf } from "../../support/figures.ts";
import { model, score, scores } from "../../support/models.ts";
import { nmi2025, paperDensity } from "../../support/nmi2025.ts";

const settings = { ...paperDensity, basis: "available" };

function densityOf(changes: Partial<Model>) {
  return capabilityDensity(model(changes), settings);
}

function width({ low, high }: DensityInterval): number {
  assert.ok(low.kind === "density" && high.kind === "density");
  return Math.log(high.density / low.density);
}

describe("the basis `available`", () => {
  it("is the geometric mean of the densities a card has, flagged", () => {
    const { result, benchmarks, flags } = densityOf({
      scores: scores({ mmlu: 60, humaneval: 30, gsm8k: 80 }),
    });
    const [mmlu, humaneval] = benchmarks;
    assert.ok(result.kind === "density" && mmlu?.density !== undefined && humaneval?.density !== undefined);
    closeTo(result.density, Math.sqrt(mmlu.density * humaneval.density), 1e-12);
    assert.ok(flags.includes("available-basis"));
  });

  it("of one score is that score's density, with its interval", () => {
    const { result, interval, benchmarks } = densityOf({ scores: scores({ mmlu: 60 }) });
    const [mmlu] = benchmarks;
    assert.ok(result.kind === "density" && interval !== undefined && mmlu?.interval !== undefined);
    closeTo(result.density, mmlu.density ?? Number.NaN, 1e-12);
    closeTo(width(interval), width(mmlu.interval), 1e-9);
  });

  it("is surer of several scores than of the least sure of them", () => {
    const { interval, benchmarks } = densityOf({ scores: scores({ mmlu: 60, bbh: 45, humaneval: 30 }) });
    assert.ok(interval !== undefined);
    const widths = benchmarks.flatMap((one) => (one.interval === undefined ? [] : [width(one.interval)]));
    assert.equal(widths.length, 3);
    assert.ok(width(interval) < Math.max(...widths));
  });

  it("is said under the other minima and other D0, a curve with one minimum keeping its law", () => {
    const given = { mmlu: 60, mbpp: 50 };
    const sensitivity = referenceSensitivity(densityOf({ scores: scores(given) }), settings);
    const single = (id: "mmlu" | "mbpp") => {
      const basis = { ...paperDensity, basis: id };
      return referenceSensitivity(
        capabilityDensity(model({ scores: scores({ [id]: given[id] }) }), basis),
        basis,
      );
    };
    const [mmlu, mbpp] = [single("mmlu"), single("mbpp")];
    const mbppDensity = capabilityDensity(model({ scores: scores({ mbpp: 50 }) }), {
      ...paperDensity,
      basis: "mbpp",
    }).result;
    assert.ok(mbppDensity.kind === "density" && mbpp?.otherMinima.length === 0);
    closeTo(
      sensitivity?.otherMinima[0],
      Math.sqrt((mmlu?.otherMinima[0] ?? Number.NaN) * mbppDensity.density),
      1e-12,
    );
    for (const [place, { density }] of (sensitivity?.otherTokens ?? []).entries()) {
      const [one, other] = [mmlu, mbpp].map((each) => each?.otherTokens[place]?.density ?? Number.NaN);
      closeTo(density, Math.sqrt((one ?? Number.NaN) * (other ?? Number.NaN)), 1e-12);
    }
    assert.equal(sensitivity?.otherTokens.length, 2);
  });

  it("counts a score above its curve at the ceiling, and says at least", () => {
    const seven = { bbh: 85.8, mbpp: 70 };
    const within = densityOf({ scores: scores(seven) });
    assert.ok(within.result.kind === "density");
    printsAs(within.result.density, "5.52");
    for (const bbh of [85.9, 95, 100]) {
      const { result, interval, flags } = densityOf({ scores: scores({ ...seven, bbh }) });
      assert.ok(result.kind === "none" && result.reason === "out-of-range");
      assert.equal(result.bound?.side, "at-least");
      assert.ok((result.bound?.density ?? 0) >= within.result.density);
      assert.ok(interval?.low.kind === "density" && interval.high.kind === "open");
      assert.ok(flags.includes("saturated"));
    }
  });

  it("counts a score near chance at the most it can be, and says at most", () => {
    const { result, interval } = densityOf({ scores: scores({ mmlu: 26, mbpp: 50 }) });
    assert.ok(result.kind === "none" && result.reason === "near-chance");
    assert.equal(result.bound?.side, "at-most");
    assert.equal(interval?.low.kind, "open");
    assert.deepEqual(interval?.high, { kind: "density", density: result.bound?.density });
  });

  it("says nothing where one score is near chance and another above its curve", () => {
    const { result } = densityOf({ scores: scores({ mmlu: 26, math: 80 }) });
    assert.deepEqual(result, { kind: "none", reason: "near-chance" });
  });

  it("needs one of the reference's scores, of certain unit", () => {
    assert.deepEqual(densityOf({ scores: scores({ gsm8k: 80, average: 40 }) }).result, {
      kind: "none",
      reason: "no-basis-score",
    });
    const doubted = new Map([["mmlu", [score(0.6, { unitDoubted: true })]]]);
    assert.ok(densityOf({ scores: doubted }).flags.includes("unit-doubted"));
  });

  it("is open where one of its scores is", () => {
    const { interval } = densityOf({ scores: scores({ mmlu: 88.9, bbh: 45 }) });
    assert.deepEqual(interval?.high, { kind: "open", reason: "saturated" });
  });
});

describe("the words of the basis `available`", () => {
  it("name the scores that count", () => {
    const analysis = analysisOf(
      [model({ scores: scores({ mmlu: 60, humaneval: 30, gsm8k: 80 }) })],
      settings,
    );
    const [analysed] = analysis.models;
    assert.ok(analysed !== undefined);
    assert.equal(
      flagSentence("available-basis", analysed, analysis.settings),
      "Available basis: 2 of 5 scores (MMLU and HumanEval); compare with models that have the same ones.",
    );
    assert.match(modelDetails(analysed, analysis).basis, /Interval from those of the scores available/);
    assert.equal(basisName("available", nmi2025), "available of five");
    assert.equal(
      emptyWording(analysisOf([], settings)).explanation,
      "A model is drawn when its card has a release date, a size and one of the five benchmark scores.",
    );
  });

  it("is a basis of every reference", () => {
    assert.equal(resolveSettings({ basis: "available" }, nmi2025).kind, "settings");
    const wrong = resolveSettings({ basis: "avialable" }, nmi2025);
    assert.ok(wrong.kind === "invalid" && /average, and available/.test(wrong.problem));
  });
});
