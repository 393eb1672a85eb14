import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { testHighestPower } from "../../../server/src/numerics/clusterRobust.ts";
import { fitLine } from "../../../server/src/numerics/leastSquares.ts";
import { studentTTwoSided } from "../../../server/src/numerics/studentT.ts";
import { closeTo } from "../../support/closeTo.ts";

/** Ten observations in four clusters; the sandwich was multiplied out in fractions, elsewhere. */
const x = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const y = [1, 3, 2, 5, 4, 4, 7, 6, 9, 8];
const cluster = [0, 0, 1, 1, 1, 2, 2, 3, 3, 3];
const weight = x.map(() => 1);
const points = { x, y, weight, cluster, clusterCount: 4 };

describe("errors that hold within clusters", () => {
  it("are those of a calculation in fractions: the slope", () => {
    const test = testHighestPower(points, 1);
    closeTo(test?.clustered.coefficient, 131 / 165, 1e-14);
    closeTo(test?.clustered.standardError, Math.sqrt(191987 / 247066875), 1e-13);
    closeTo(test?.independent.standardError, Math.sqrt(367 / 27225), 1e-13);
    closeTo(test?.clustered.t, 131 / 165 / Math.sqrt(191987 / 247066875), 1e-13);
    closeTo(test?.clustered.pValue, studentTTwoSided(test?.clustered.t ?? 0, 3), 1e-14);
    closeTo(test?.independent.pValue, studentTTwoSided(test?.independent.t ?? 0, 8), 1e-14);
  });

  it("are those of a calculation in fractions: the square", () => {
    const test = testHighestPower(points, 2);
    closeTo(test?.clustered.coefficient, 1 / 132, 1e-12);
    closeTo(test?.clustered.standardError, Math.sqrt(123281 / 737906400), 1e-12);
    closeTo(test?.independent.standardError, Math.sqrt(19 / 7920), 1e-12);
  });

  it("are those of a calculation in fractions: two points that count for one half each", () => {
    const test = testHighestPower({ ...points, weight: [0.5, 0.5, ...weight.slice(2)] }, 1);
    closeTo(test?.clustered.coefficient, 1876 / 2321, 1e-14);
    closeTo(test?.clustered.standardError, Math.sqrt(204142592768 / 203141475149767), 1e-13);
    closeTo(test?.independent.standardError, Math.sqrt(100692 / 5387041), 1e-13);
  });

  it("are the textbook's for a line of independent points, wherever x starts", () => {
    const line = fitLine(x.map((each, place) => ({ x: each, y: y[place] ?? 0 })));
    const far = testHighestPower({ ...points, x: x.map((each) => each + 20_000) }, 1);
    closeTo(far?.independent.standardError, line?.standardErrors?.slope ?? Number.NaN, 1e-10);
  });

  it("grow when what is alike lies in one cluster", () => {
    const alike = [3, 1, 2].flatMap((height, place) =>
      [0, 1, 2, 3].map((step) => [10 * place + step, height]),
    );
    const test = testHighestPower(
      {
        x: alike.map(([day]) => day ?? 0),
        y: alike.map(([, height]) => height ?? 0),
        weight: alike.map(() => 1),
        cluster: alike.map((_, place) => Math.floor(place / 4)),
        clusterCount: 3,
      },
      1,
    );
    assert.ok(test !== undefined && test.clustered.standardError > 1.5 * test.independent.standardError);
  });

  it("do not exist with two clusters, without spare observations, or at one x", () => {
    assert.equal(
      testHighestPower({ ...points, cluster: x.map((each) => each % 2), clusterCount: 2 }, 1),
      undefined,
    );
    assert.equal(
      testHighestPower({ x: [0, 1], y: [0, 1], weight: [1, 1], cluster: [0, 1], clusterCount: 2 }, 1),
      undefined,
    );
    assert.equal(testHighestPower({ ...points, x: x.map(() => 3) }, 1), undefined);
    assert.equal(testHighestPower({ ...points, weight: weight.map(() => 0.2) }, 1), undefined);
  });

  it("find nothing in what is flat", () => {
    const flat = testHighestPower({ ...points, y: y.map(() => 0.3) }, 1);
    assert.deepEqual([flat?.clustered.pValue, flat?.independent.pValue], [1, 1]);
  });
});
