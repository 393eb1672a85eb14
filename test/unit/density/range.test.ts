import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { scoreRange } from "../../../server/src/density/credibleSize.ts";
import {
  type EffectiveSize,
  effectiveParameters,
  invertCurve,
  isImprecise,
} from "../../../server/src/density/effectiveParameters.ts";
import { referenceScore } from "../../../server/src/density/laws.ts";
import { readableScores } from "../../../server/src/density/readableScores.ts";
import type { ReferenceCurve } from "../../../server/src/density/reference.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { nmi2025, nmiCurve } from "../../support/nmi2025.ts";

const referenceTokens = 5e12;
const average = nmiCurve("average");

function read(curve: ReferenceCurve, score: number, tokens = referenceTokens): EffectiveSize {
  return effectiveParameters(curve, score, tokens, nmi2025.largestFittedParameters);
}

function flagsAt(curve: ReferenceCurve, score: number): readonly string[] {
  const size = read(curve, score);
  return size.kind === "size" ? size.flags : [size.reason];
}

describe("the validated range of nmi-2025", () => {
  it("starts at each curve's floor", () => {
    for (const id of nmi2025.curves.keys()) {
      const curve = nmiCurve(id);
      assert.equal(scoreRange(curve, referenceTokens).above, Math.max(curve.scoreLaw.d, 0));
    }
  });

  it("ends at the score of 1e12 effective parameters", () => {
    printsAs(scoreRange(average, referenceTokens).upTo, "80.289");
    for (const curve of nmi2025.curves.values()) {
      const { upTo } = scoreRange(curve, referenceTokens);
      closeTo(upTo, referenceScore(curve, 1e12, referenceTokens), 1e-14);
      closeTo(invertCurve(curve, upTo, referenceTokens), 1e12, 1e-9);
    }
  });

  it("gives no size outside, only the reason", () => {
    const { above, upTo } = scoreRange(average, referenceTokens);
    assert.deepEqual(read(average, above), { kind: "none", reason: "below-floor" });
    assert.deepEqual(read(average, 0), { kind: "none", reason: "below-floor" });
    assert.equal(read(average, above + 1e-6).kind, "size");
    assert.equal(read(average, upTo).kind, "size");
    assert.deepEqual(read(average, upTo + 1e-6), { kind: "none", reason: "saturated" });
    for (const score of [85, 88, 100])
      assert.deepEqual(read(average, score), { kind: "none", reason: "saturated" });
    assert.deepEqual(read(nmiCurve("math"), 80), { kind: "none", reason: "saturated" });
  });

  it("follows the D0 in use", () => {
    closeTo(scoreRange(average, 1e12).upTo, referenceScore(average, 1e12, 1e12), 1e-14);
    printsAs(scoreRange(average, 1e12).upTo, "72.774");
    const measured = { ...average, validatedScores: { above: 12, upTo: 75 } };
    assert.deepEqual(scoreRange(measured, referenceTokens), { above: 12, upTo: 75 });
    closeTo(scoreRange(measured, 1e12).upTo, referenceScore(average, 1e12, 1e12), 1e-14);
  });

  it("says saturated where a smaller D0 leaves a validated score without a finite size", () => {
    const ceiling = referenceScore(average, Number.POSITIVE_INFINITY, 1e10);
    assert.ok(ceiling < scoreRange(average, referenceTokens).upTo);
    assert.deepEqual(read(average, ceiling + 0.1, 1e10), { kind: "none", reason: "saturated" });
  });

  it("takes scores near chance, whose sizes are tiny but finite", () => {
    const chance = read(nmiCurve("mmlu"), 25);
    assert.equal(chance.kind, "size");
    assert.ok(nmiCurve("mmlu").scoreLaw.d < 25);
    assert.ok(chance.kind === "size" && chance.parameters < 0.3e9);
  });
});

describe("the flag extrapolated", () => {
  it("stands from 4e9 effective parameters on", () => {
    assert.equal(nmi2025.largestFittedParameters, 4e9);
    for (const curve of nmi2025.curves.values()) {
      const edge = referenceScore(curve, 4e9, referenceTokens);
      assert.ok(!flagsAt(curve, edge - 1e-6).includes("extrapolated"));
      assert.ok(flagsAt(curve, edge + 1e-6).includes("extrapolated"));
    }
  });
});

const readable: Readonly<Record<string, readonly [number, number]>> = {
  average: [18, 77],
  mmlu: [28, 80],
  bbh: [30, 81],
  math: [12, 69],
  humaneval: [5, 84],
  mbpp: [4, 85],
};

describe("the readable scores", () => {
  it("are those that were checked", () => {
    for (const [id, [low, high]] of Object.entries(readable)) {
      const range = readableScores(nmiCurve(id), referenceTokens);
      assert.deepEqual([Math.round(range?.low ?? 0), Math.round(range?.high ?? 0)], [low, high], id);
    }
  });

  it("are fewer at a smaller D0, and none where guessing is all that can be read", () => {
    const at1e11 = readableScores(average, 1e11);
    assert.ok(at1e11 !== undefined && at1e11.high < 77);
    assert.equal(readableScores(average, 1e6), undefined);
  });
});

describe("the flag imprecise", () => {
  /** Scores, in tenths of a point, where one point more moves the size by no more than a quarter. */
  function readableTenths(curve: ReferenceCurve): number[] {
    return Array.from({ length: 1000 }, (_, tenth) => tenth / 10).filter((score) => {
      const size = read(curve, score);
      return size.kind === "size" && !size.flags.includes("imprecise");
    });
  }

  /** The same of the whole curve, whatever range it is valid for. */
  function readableTenthsOfAll(curve: ReferenceCurve): number[] {
    return Array.from({ length: 1000 }, (_, tenth) => tenth / 10).filter((score) => {
      const size = invertCurve(curve, score, referenceTokens);
      return size !== undefined && !isImprecise(curve, score, size, referenceTokens);
    });
  }

  it("leaves the readable ranges that were checked, one stretch per curve", () => {
    for (const [id, [low, high]] of Object.entries(readable)) {
      const tenths = readableTenthsOfAll(nmiCurve(id));
      const first = tenths[0] ?? Number.NaN;
      const last = tenths.at(-1) ?? Number.NaN;
      assert.deepEqual([Math.round(first), Math.round(last)], [low, high], id);
      assert.equal(tenths.length, Math.round((last - first) * 10) + 1);
    }
  });

  it("never meets the upper end of MATH, which lies beyond its validated range", () => {
    const math = nmiCurve("math");
    const { upTo } = scoreRange(math, referenceTokens);
    assert.ok(upTo < 69);
    const last = readableTenths(math).at(-1) ?? Number.NaN;
    assert.ok(upTo - last < 0.1);
    for (const id of ["average", "mmlu", "bbh", "humaneval", "mbpp"])
      assert.ok(scoreRange(nmiCurve(id), referenceTokens).upTo > (readable[id]?.[1] ?? Number.NaN), id);
  });

  it("stands where one point more has no finite size", () => {
    const ceiling = referenceScore(average, Number.POSITIVE_INFINITY, referenceTokens);
    const size = invertCurve(average, ceiling - 0.5, referenceTokens);
    assert.ok(size !== undefined && isImprecise(average, ceiling - 0.5, size, referenceTokens));
  });
});
