import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  fitLossLaw,
  type LossPoint,
  tokensPerParameterDecades,
} from "../../../server/src/density/fitLaws.ts";
import { fitReference } from "../../../server/src/density/fitReference.ts";
import { fitScoreLaw } from "../../../server/src/density/fitScoreLaw.ts";
import { lossLaw, scoreLaw } from "../../../server/src/density/laws.ts";
import { closeTo, printsAs } from "../../support/closeTo.ts";
import { readCsv, requiredNumber } from "../../support/csv.ts";

const rows = readCsv("reference/loss_points.csv");

function runsOf(id: string): LossPoint[] {
  return rows.map((row) => {
    const parameters = requiredNumber(row, "params_nonemb");
    return {
      parameters,
      tokens: parameters * requiredNumber(row, "tokens_per_param"),
      loss: requiredNumber(row, `loss_${id}`),
    };
  });
}

/** Sum of squares, alpha and beta of each minimum, computed independently and printed in the documentation. */
const minima: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  mmlu: [
    ["5.5851e-4", "0.3471", "0.1389"],
    ["9.9404e-4", "0.1038", "0.2357"],
  ],
  bbh: [
    ["1.08106e-3", "0.1567", "0.3218"],
    ["1.21267e-3", "0.3515", "0.2129"],
  ],
  math: [
    ["6.7477e-4", "0.4988", "0.1383"],
    ["2.27639e-3", "0.0844", "0.2577"],
  ],
  humaneval: [
    ["1.04078e-3", "0.1184", "0.4955"],
    ["1.93889e-3", "0.703", "0.1992"],
  ],
  mbpp: [["4.14905e-3", "0.1418", "0.2757"]],
  average: [
    ["8.5242e-4", "0.3647", "0.1675"],
    ["9.7183e-4", "0.1153", "0.2771"],
  ],
};

describe("the loss law on the 33 digitised runs", () => {
  for (const [id, expected] of Object.entries(minima)) {
    it(`has ${expected.length === 1 ? "one minimum" : "two minima"} for ${id}`, () => {
      const fits = fitLossLaw(runsOf(id));
      assert.equal(fits.length, expected.length);
      for (const [place, [sum, alpha, beta]] of expected.entries()) {
        printsAs(fits[place]?.sumOfSquares, sum);
        printsAs(fits[place]?.law.alpha, alpha);
        printsAs(fits[place]?.law.beta, beta);
        const { standardErrors, law } = fits[place] ?? {};
        for (const key of ["a", "alpha", "b", "beta"] as const) {
          assert.ok((standardErrors?.[key] ?? 0) > 0 && (law?.[key] ?? 0) > 0, `${id} ${key}`);
        }
      }
    });
  }

  it("sees less than a decade of D/N", () => {
    closeTo(tokensPerParameterDecades(runsOf("mmlu")), Math.log10(6), 1e-12);
  });
});

describe("laws that are known", () => {
  const law = { a: 12, alpha: 0.28, b: 410, beta: 0.31 };
  const runs = [1e7, 1e8, 1e9].flatMap((parameters) =>
    [1, 10, 100, 1000].map((ratio) => {
      const tokens = parameters * ratio;
      return { parameters, tokens, loss: lossLaw(law, parameters, tokens) };
    }),
  );

  it("come back from exact losses, alone where D/N spans decades", () => {
    const fits = fitLossLaw(runs);
    assert.equal(fits.length, 1);
    for (const key of ["a", "alpha", "b", "beta"] as const) closeTo(fits[0]?.law[key], law[key], 1e-6);
  });

  it("come back from exact scores", () => {
    const known = { c: 70, gamma: -22, l: 0.2, d: 12 };
    const losses = [0.02, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4];
    const [fit] = fitScoreLaw(losses.map((loss) => ({ loss, scorePercent: scoreLaw(known, loss) })));
    assert.equal(fit?.ceiling, "free");
    for (const key of ["c", "gamma", "l", "d"] as const) closeTo(fit?.law[key], known[key], 1e-6);
  });

  it("have their ceiling held at 100 where the points would put it far above", () => {
    // Half of a sigmoid that would end at 160: no score can.
    const losses = [0.2, 0.22, 0.24, 0.26, 0.3, 0.4, 0.5];
    const points = losses.map((loss) => ({
      loss,
      scorePercent: scoreLaw({ c: 158, gamma: -12, l: 0.12, d: 2 }, loss),
    }));
    const [fit] = fitScoreLaw(points);
    assert.equal(fit?.ceiling, "held-at-100");
    closeTo((fit?.law.c ?? 0) + (fit?.law.d ?? 0), 100, 1e-12);
    assert.equal(fit?.standardErrors?.c, fit?.standardErrors?.d);
  });

  it("follow their points when their ceiling is held", () => {
    // The paper's BBH, the two large models with it: free, the sigmoid would end beyond the scale.
    const points = readCsv("reference/performance_points.csv")
      .filter(({ benchmark }) => benchmark === "BBH")
      .map((row) => ({ loss: requiredNumber(row, "loss"), scorePercent: requiredNumber(row, "score") }));
    const [fit] = fitScoreLaw(points);
    assert.equal(fit?.ceiling, "held-at-100");
    const squares = (gamma: number, l: number, d: number) =>
      points.reduce(
        (sum, { loss, scorePercent }) =>
          sum + (scoreLaw({ c: 100 - d, gamma, l, d }, loss) - scorePercent) ** 2,
        0,
      );
    const { gamma, l, d } = fit.law;
    const least = squares(gamma, l, d);
    closeTo(fit.sumOfSquares, least, 1e-9);
    assert.ok(Math.sqrt(least / points.length) < 3, `${Math.sqrt(least / points.length)} points`);
    for (const factor of [0.99, 1.01]) {
      assert.ok(squares(gamma * factor, l, d) > least, `gamma x ${factor}`);
      assert.ok(squares(gamma, l * factor, d) > least, `l x ${factor}`);
      assert.ok(squares(gamma, l, d * factor) > least, `d x ${factor}`);
    }
  });

  for (const benchmark of ["HUMANEVAL", "MBPP"]) {
    it(`start at 0 where the points would put their floor below it: ${benchmark}`, () => {
      // The two large models with it: free, the sigmoid would start at -5.3 and -0.8 percent.
      const points = readCsv("reference/performance_points.csv")
        .filter((row) => row.benchmark === benchmark)
        .map((row) => ({ loss: requiredNumber(row, "loss"), scorePercent: requiredNumber(row, "score") }));
      const [fit] = fitScoreLaw(points);
      assert.deepEqual([fit?.floor, fit?.ceiling], ["held-at-0", "free"]);
      assert.deepEqual([fit?.law.d, fit?.standardErrors?.d], [0, 0]);
      const { c, gamma, l } = fit?.law ?? { c: 0, gamma: 0, l: 0 };
      const squares = (law: Parameters<typeof scoreLaw>[0]) =>
        points.reduce((sum, { loss, scorePercent }) => sum + (scoreLaw(law, loss) - scorePercent) ** 2, 0);
      const least = squares({ c, gamma, l, d: 0 });
      closeTo(fit?.sumOfSquares, least, 1e-9);
      for (const factor of [0.99, 1.01]) {
        assert.ok(squares({ c: c * factor, gamma, l, d: 0 }) > least, `c x ${factor}`);
        assert.ok(squares({ c, gamma: gamma * factor, l, d: 0 }) > least, `gamma x ${factor}`);
        assert.ok(squares({ c, gamma, l: l * factor, d: 0 }) > least, `l x ${factor}`);
      }
    });
  }

  it("have both ends held where the points put both off the scale", () => {
    const losses = [0.15, 0.17, 0.19, 0.21, 0.23, 0.25, 0.27];
    const beyond = { c: 160, gamma: -22, l: 0.21, d: -30 };
    const [fit] = fitScoreLaw(losses.map((loss) => ({ loss, scorePercent: scoreLaw(beyond, loss) })));
    assert.deepEqual([fit?.floor, fit?.ceiling], ["held-at-0", "held-at-100"]);
    assert.deepEqual([fit?.law.c, fit?.law.d], [100, 0]);
    assert.deepEqual([fit?.standardErrors?.c, fit?.standardErrors?.d], [0, 0]);
    closeTo(fit?.law.l, beyond.l, 1e-3);
    assert.ok((fit?.law.gamma ?? 0) < beyond.gamma, "steeper, for the ends are nearer");
  });
});

describe("scores that no score law follows", () => {
  const losses = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4];
  const shapes: Readonly<Record<string, (loss: number, place: number) => number>> = {
    "are the same at every loss": () => 30,
    "are 0 throughout": () => 0,
    "rise with the loss": (loss) => 30 + 50 * loss,
    "are noise": (_, place) => 30 + ((place * 5) % 7) / 2,
  };
  for (const [name, scoreOf] of Object.entries(shapes)) {
    it(name, () => {
      const points = losses.map((loss, place) => ({ loss, scorePercent: scoreOf(loss, place) }));
      assert.deepEqual(fitScoreLaw(points), []);
    });
  }
});

describe("what cannot be fitted", () => {
  const run = { parameters: 1e8, tokens: 1e10, losses: new Map([["mmlu", 0.5]]) };
  const nothing = { heldScoreLaws: new Map(), trainingTokens: 5e12 };

  it("says why", () => {
    const four = fitReference({ ...nothing, runs: [run, run, run, run], points: new Map() });
    assert.deepEqual(four.get("mmlu"), { kind: "refused", reason: "too-few-runs" });
    const same = fitReference({ ...nothing, runs: Array(8).fill(run), points: new Map() });
    assert.deepEqual(same.get("mmlu"), { kind: "refused", reason: "too-few-sizes" });
    const runs = rows.map((row) => ({
      parameters: requiredNumber(row, "params_nonemb"),
      tokens: requiredNumber(row, "params_nonemb") * requiredNumber(row, "tokens_per_param"),
      losses: new Map([["mmlu", requiredNumber(row, "loss_mmlu")]]),
    }));
    const point = { loss: 0.3, scorePercent: 40, heldOut: false };
    const heldOut = Array(9).fill({ ...point, heldOut: true });
    assert.deepEqual(fitReference({ ...nothing, runs, points: new Map([["mmlu", heldOut]]) }).get("mmlu"), {
      kind: "refused",
      reason: "too-few-points",
    });
    const points = new Map([["mmlu", Array(9).fill(point)]]);
    assert.deepEqual(fitReference({ ...nothing, runs, points }).get("mmlu"), {
      kind: "refused",
      reason: "no-score-law",
    });
  });
});
