import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fitLossLaw, type LossPoint } from "../../../server/src/density/fitLaws.ts";
import { fitReference } from "../../../server/src/density/fitReference.ts";
import { lossLaw } from "../../../server/src/density/laws.ts";
import { whyNotIdentified } from "../../../server/src/density/lossLawIdentified.ts";
import { seededRandom } from "../../../server/src/numerics/seededRandom.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { readCsv, requiredNumber } from "../../support/csv.ts";
import { normalRandom } from "../../support/normalRandom.ts";

const law = { a: 12, alpha: 0.28, b: 410, beta: 0.31 };
const sizes = [1e7, 4e7, 1.6e8, 6.4e8];
const ratios = [5, 20, 80, 320];

function runs(
  lossOf: (parameters: number, tokens: number) => number,
  chosen = sizes,
  per = ratios,
): LossPoint[] {
  return chosen.flatMap((parameters) =>
    per.map((ratio) => {
      const tokens = parameters * ratio;
      return { parameters, tokens, loss: lossOf(parameters, tokens) };
    }),
  );
}

function doubt(points: readonly LossPoint[]) {
  const minima = fitLossLaw(points);
  return whyNotIdentified(points, minima) ?? (minima.length === 0 ? "no-loss-law" : undefined);
}

describe("runs that do not say what the loss law is", () => {
  const random = seededRandom(7);
  const noise = () => normalRandom(random);

  it("are told from those that do", () => {
    assert.equal(doubt(runs((n, d) => lossLaw(law, n, d))), undefined);
    assert.equal(doubt(runs((n, d) => lossLaw(law, n, d) * (1 + 0.005 * noise()))), undefined);
  });

  it("have one size, or two token counts", () => {
    assert.equal(doubt(runs((n, d) => lossLaw(law, n, d), [1e8], [5, 10, 20, 40, 80, 160])), "too-few-sizes");
    const tokens = [1e10, 2e10];
    const few = sizes.flatMap((parameters) =>
      tokens.map((d) => ({ parameters, tokens: d, loss: lossLaw(law, parameters, d) })),
    );
    assert.equal(doubt(few), "too-few-token-counts");
  });

  it("have one loss", () => {
    assert.equal(doubt(runs(() => 0.5)), "constant-loss");
  });

  it("are noise", () => {
    assert.equal(doubt(runs(() => 0.5 + 0.02 * noise())), "no-loss-law");
    const some = (n: number, d: number) => lossLaw(law, n, d) + 0.3 * noise();
    assert.match(doubt(runs(some)) ?? "", /^(poor-fit|no-loss-law)$/);
  });

  it("grew in size and data together: D = 20 N with noise", () => {
    const together = Array.from({ length: 12 }, (_, place) => 1e7 * 1.6 ** place).map((parameters) => ({
      parameters,
      tokens: 20 * parameters,
      loss: lossLaw(law, parameters, 20 * parameters) * (1 + 0.005 * noise()),
    }));
    assert.match(doubt(together) ?? "", /^(equal-minima|uncertain-exponents|no-loss-law)$/);
  });
});

describe("the loss law with an irreducible loss", () => {
  const rows = readCsv("reference/loss_points.csv");
  const reference = fitReference({
    runs: rows.map((row) => ({
      parameters: requiredNumber(row, "params_nonemb"),
      tokens: requiredNumber(row, "params_nonemb") * requiredNumber(row, "tokens_per_param"),
      losses: new Map(
        ["mmlu", "bbh", "math", "humaneval", "mbpp", "average"].map((id) => [
          id,
          requiredNumber(row, `loss_${id}`),
        ]),
      ),
    })),
    points: new Map(),
    heldScoreLaws: new Map(
      ["mmlu", "bbh", "math", "humaneval", "mbpp", "average"].map((id) => [
        id,
        { c: 100, gamma: -20, l: 0.2, d: 0 },
      ]),
    ),
    trainingTokens: 5e12,
    lossLawForm: "irreducible",
  });
  const fitOf = (id: string) => {
    const fit = reference.get(id);
    assert.ok(fit?.kind === "fitted", id);
    return fit;
  };

  it("has one minimum on every benchmark", () => {
    for (const [id, fit] of reference) assert.equal(fit.kind === "fitted" && fit.lossLaws.length, 1, id);
  });

  it("is needed by the average, HumanEval and BBH, and by no other", () => {
    const { lossLaws, irreducibleTest } = fitOf("average");
    const [best] = lossLaws;
    assert.equal(irreducibleTest?.sumOfSquares.toExponential(3), "8.524e-4");
    closeTo(best?.sumOfSquares, 4.676e-4, 2e-4);
    assert.equal(irreducibleTest?.degreesOfFreedom, 28);
    printsAs(best?.law.alpha, "0.2851");
    printsAs(best?.law.beta, "0.2277");
    printsAs(best?.law.e, "0.0917");
    const humaneval = fitOf("humaneval");
    assert.equal(humaneval.irreducibleTest?.sumOfSquares.toExponential(3), "1.041e-3");
    assert.equal(humaneval.lossLaws[0]?.sumOfSquares.toExponential(3), "2.244e-4");
    for (const [id, f] of [
      ["average", "23.0"],
      ["humaneval", "102"],
      ["bbh", "9.6"],
      ["mmlu", "3.3"],
    ] as const)
      printsAs(fitOf(id).irreducibleTest?.f, f);
    for (const id of ["math", "mbpp"]) assert.ok((fitOf(id).irreducibleTest?.f ?? 9) < 1, id);
  });

  it("finds a known one again", () => {
    const known = { ...law, e: 0.07 };
    const [best] = fitLossLaw(
      runs((n, d) => lossLaw(known, n, d)),
      "irreducible",
    );
    for (const key of ["e", "a", "alpha", "b", "beta"] as const) closeTo(best?.law[key], known[key], 1e-5);
  });
});
