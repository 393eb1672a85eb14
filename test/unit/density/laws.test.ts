import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { invertCurve } from "../../../server/src/density/effectiveParameters.ts";
import { lossLaw, referenceScore, scoreLaw } from "../../../server/src/density/laws.ts";
import { mean } from "../../../server/src/numerics/leastSquares.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { readCsv, readFixture, requiredNumber } from "../../support/csv.ts";
import { nmi2025, nmiCurve } from "../../support/nmi2025.ts";

const referenceTokens = 5e12;
const average = nmiCurve("average");

type Digitised = Readonly<Record<"a" | "alpha" | "b" | "beta" | "c" | "gamma" | "l" | "d", number>>;

describe("the shipped reference nmi-2025", () => {
  it("has all digits of the digitised coefficients", () => {
    const { curves, D0_tokens_NMI }: { curves: Record<string, Digitised>; D0_tokens_NMI: number } =
      JSON.parse(readFixture("reference/coefficients.json"));
    assert.equal(nmi2025.trainingTokens, D0_tokens_NMI);
    assert.deepEqual(
      Object.keys(curves)
        .map((name) => name.toLowerCase())
        .sort(),
      [...nmi2025.curves.keys()].sort(),
    );
    for (const [name, { a, alpha, b, beta, c, gamma, l, d }] of Object.entries(curves)) {
      const curve = nmiCurve(name.toLowerCase());
      assert.deepEqual({ ...curve.lossLaw }, { a, alpha, b, beta });
      assert.deepEqual({ ...curve.scoreLaw }, { c, gamma, l, d });
    }
  });

  it("states residuals that the digitised points of the score fit confirm to a tenth of a point", () => {
    const points = readCsv("reference/performance_points.csv").filter(({ marker }) =>
      marker?.includes("fitted"),
    );
    for (const id of nmi2025.curves.keys()) {
      const { scoreLaw: law, residualPoints } = nmiCurve(id);
      const squares = points
        .filter(({ benchmark }) => benchmark?.toLowerCase() === id)
        .map((row) => (scoreLaw(law, requiredNumber(row, "loss")) - requiredNumber(row, "score")) ** 2);
      assert.equal(squares.length, 10);
      assert.ok(Math.abs(Math.sqrt(mean(squares)) - (residualPoints ?? Number.NaN)) < 0.1, id);
    }
  });

  it("passes through the 33 digitised reference runs as closely as the best fit of its kind", () => {
    // Smallest sums of squared errors that independent separable least squares found on these points,
    // in the minimum that the paper's curve lies in.
    const smallest: Readonly<Record<string, number>> = {
      mmlu: 9.9404e-4,
      bbh: 1.08106e-3,
      math: 2.27639e-3,
      humaneval: 1.04078e-3,
      mbpp: 4.14905e-3,
      average: 9.7183e-4,
    };
    const runs = readCsv("reference/loss_points.csv");
    assert.equal(runs.length, 33);
    for (const id of nmi2025.curves.keys()) {
      const { lossLaw: law } = nmiCurve(id);
      const squares = runs.map((run) => {
        const parameters = requiredNumber(run, "params_nonemb");
        const tokens = parameters * requiredNumber(run, "tokens_per_param");
        return (lossLaw(law, parameters, tokens) - requiredNumber(run, `loss_${id}`)) ** 2;
      });
      closeTo(mean(squares) * 33, smallest[id] ?? Number.NaN, 1e-4);
    }
  });
});

describe("loss law and score law", () => {
  it("follow equations 1 and 2", () => {
    const law = { a: 2, alpha: 0.5, b: 3, beta: 0.25 };
    closeTo(lossLaw(law, 1e4, 1e8), 2 / 100 + 3 / 100, 1e-15);
    // At L = l the exponential is 1: half of c above the floor.
    assert.equal(scoreLaw({ c: 80, gamma: -20, l: 0.2, d: 10 }, 0.2), 50);
  });
});

describe("the inverse of the average curve at 5e12 tokens", () => {
  it("gives the effective parameters that were checked independently", () => {
    printsAs(invertCurve(average, 41.75, referenceTokens), "3.8436e+9");
    printsAs(invertCurve(average, 63.78, referenceTokens), "4.99957e+10");
    printsAs(invertCurve(average, 36.08, referenceTokens), "2.04907e+9");
    printsAs(invertCurve(average, 35.37, referenceTokens), "1.88972e+9");
  });

  it("shows the paper's example: nearly the same ability with 35 % of the parameters", () => {
    const mistral7B = { score: 36.08, parameters: 6.979e9 };
    const miniCpm = { score: 35.37, parameters: 2.442e9 };
    printsAs((100 * miniCpm.parameters) / mistral7B.parameters, "35");
    assert.ok(mistral7B.score - miniCpm.score < 1);
  });

  it("explodes near the top", () => {
    printsAs(invertCurve(average, 80.3, referenceTokens), "1.0e+12");
    printsAs(invertCurve(average, 85, referenceTokens), "4.3e+12");
    printsAs(invertCurve(average, 88, referenceTokens), "1.6e+13");
    printsAs(invertCurve(nmiCurve("math"), 80, referenceTokens), "2e+14");
  });

  it("does not exist at or beyond the ends of the curve", () => {
    const { c, d } = average.scoreLaw;
    assert.equal(invertCurve(average, d, referenceTokens), undefined);
    assert.equal(invertCurve(average, c + d, referenceTokens), undefined);
    const ceiling = referenceScore(average, Number.POSITIVE_INFINITY, referenceTokens);
    assert.ok(ceiling < c + d);
    assert.equal(invertCurve(average, ceiling + 1e-9, referenceTokens), undefined);
    assert.equal(invertCurve(average, Number.NaN, referenceTokens), undefined);
  });
});
