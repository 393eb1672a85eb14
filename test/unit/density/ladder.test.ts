import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { capabilityDensity } from "../../../server/src/density/capabilityDensity.ts";
import { invertCurve } from "../../../server/src/density/effectiveParameters.ts";
import { fitLadder } from "../../../server/src/density/fitLadder.ts";
import { ladderScore, referenceScore } from "../../../server/src/density/laws.ts";
import type { LadderCoefficients, LadderCurve, Reference } from "../../../server/src/density/reference.ts";
import { referenceSensitivity } from "../../../server/src/density/referenceSensitivity.ts";
import { basisName } from "../../../server/src/wording/benchmarkNames.ts";
import { exclusionSentence } from "../../../server/src/wording/exclusions.ts";
import { modelDetails } from "../../../server/src/wording/modelDetails.ts";
import { closeTo } from "../../support/closeTo.ts";
import { analysisOf } from "../../support/figures.ts";
import { counts, model, scores } from "../../support/models.ts";
import { nmi2025, paperDensity } from "../../support/nmi2025.ts";

const known: LadderCoefficients = { c: 66, d: 25, n50: 1.1e9, k: 0.58 };
const sizes = [0.4e9, 1.3e9, 2.8e9, 6.5e9, 13e9];

function pointsOf(ladder: LadderCoefficients, at: readonly number[] = sizes) {
  return at.map((parameters) => ({ parameters, scorePercent: ladderScore(ladder, parameters) }));
}

function curveOf(ladder: LadderCoefficients): LadderCurve {
  return {
    kind: "ladder",
    ladder,
    family: "Tern",
    validatedScores: { above: ladder.d, upTo: ladder.d + 0.99 * ladder.c },
    residualPoints: 1,
  };
}

describe("a ladder through one family", () => {
  it("comes back from exact scores", () => {
    const fit = fitLadder(pointsOf(known), "Tern", 25);
    assert.ok(fit.kind === "fitted");
    for (const key of ["c", "d", "n50", "k"] as const) closeTo(fit.curve.ladder[key], known[key], 1e-6);
    assert.equal(fit.ceiling, "free");
    assert.ok((fit.curve.residualPoints ?? 1) < 1e-6);
  });

  it("is refused below four sizes, however many models", () => {
    const three = sizes.slice(0, 3);
    const points = [...pointsOf(known, three), ...pointsOf(known, three)];
    assert.deepEqual(fitLadder(points, "Tern", 25), { kind: "refused", reason: "too-few-sizes" });
    assert.equal(fitLadder(pointsOf(known, sizes.slice(0, 4)), "Tern", 25).kind, "fitted");
  });

  it("is refused where scores fall with size", () => {
    const falling = sizes.map((parameters, place) => ({ parameters, scorePercent: 70 - 10 * place }));
    assert.deepEqual(fitLadder(falling, "Tern", 0), { kind: "refused", reason: "no-ladder" });
  });

  it("ends at 100 where the scores do not bend yet", () => {
    const straight = sizes.map((parameters) => ({ parameters, scorePercent: 8 * (parameters / 4e8) ** 0.4 }));
    const fit = fitLadder(straight, "Tern", 0);
    assert.ok(fit.kind === "fitted");
    closeTo(fit.curve.ladder.c + fit.curve.ladder.d, 100, 1e-12);
    assert.equal(fit.ceiling, "held-at-100");
  });

  it("agrees with its inverse from size to score and back, whatever D0", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 20, max: 95, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        fc.double({ min: 8, max: 11, noNaN: true }),
        fc.double({ min: 0.2, max: 3, noNaN: true }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        fc.double({ min: 11, max: 14, noNaN: true }),
        (c, d, exponent, k, distance, tokens) => {
          const curve = curveOf({ c, d, n50: 10 ** exponent, k });
          const size = 10 ** (exponent + distance);
          const score = referenceScore(curve, size, 10 ** tokens);
          closeTo(invertCurve(curve, score, 1e12), size, 1e-6);
        },
      ),
    );
  });
});

describe("densities on a ladder", () => {
  const reference: Reference = {
    ...nmi2025,
    name: "tern-ladder-mmlu",
    curves: new Map([["mmlu", curveOf(known)]]),
    composite: { id: "mmlu", of: ["mmlu"] },
    protocols: new Map(),
    largestFittedParameters: 13e9,
  };
  const settings = { ...paperDensity, reference, basis: "mmlu" };
  const card = model({
    parameters: counts({ nonEmbedding: 1e9 }),
    scores: scores({ mmlu: ladderScore(known, 3e9) }),
  });

  it("say how large a member of the family would earn the score", () => {
    const density = capabilityDensity(card, settings);
    assert.ok(density.result.kind === "density");
    closeTo(density.result.density, 3, 1e-9);
    assert.ok(density.interval !== undefined);
    assert.equal(referenceSensitivity(density, settings), undefined);
  });

  it("do not depend on D0, and name the family", () => {
    const densities = [1e12, 15e12].map((trainingTokens) => {
      const { result } = capabilityDensity(card, { ...settings, trainingTokens });
      return result.kind === "density" ? result.density : undefined;
    });
    assert.equal(densities[0], densities[1]);
    const analysis = analysisOf([card], settings);
    const [analysed] = analysis.models;
    assert.ok(analysed !== undefined);
    assert.match(
      modelDetails(analysed, analysis).basis,
      /^Reference tern-ladder-mmlu, calibrated on the sizes of Tern\./,
    );
  });

  it("have a composite of one score in plain words", () => {
    assert.equal(basisName("mmlu", reference), "MMLU");
    const analysis = analysisOf([model()], settings);
    assert.equal(
      exclusionSentence("no-basis-score", analysis.models[0], analysis.settings),
      "No MMLU score.",
    );
  });
});
