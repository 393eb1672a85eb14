import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fitLine, mean } from "../../../server/src/numerics/leastSquares.ts";
import { closeTo } from "../../support/closeTo.ts";
import { readFixture } from "../../support/csv.ts";

interface StatsmodelsFit {
  readonly t: readonly number[];
  readonly y: readonly number[];
  readonly ols: Readonly<Record<"b0" | "b1" | "se0" | "se1" | "r2" | "rss", number>>;
}

describe("a least-squares line", () => {
  it("agrees with statsmodels to twelve digits", () => {
    const { t, y, ols }: StatsmodelsFit = JSON.parse(readFixture("oracles/chow_hinge_influence_metr.json"));
    const fit = fitLine(t.map((x, place) => ({ x, y: y[place] ?? Number.NaN })));
    closeTo(fit?.intercept, ols.b0, 1e-12);
    closeTo(fit?.slope, ols.b1, 1e-12);
    closeTo(fit?.standardErrors?.intercept, ols.se0, 1e-12);
    closeTo(fit?.standardErrors?.slope, ols.se1, 1e-12);
    closeTo(fit?.rSquared, ols.r2, 1e-12);
    closeTo(fit?.residualSumOfSquares, ols.rss, 1e-12);
    assert.equal(fit?.count, 14);
  });

  it("recovers an exact line far from the origin", () => {
    const points = [1e8, 1e8 + 1, 1e8 + 2].map((x) => ({ x, y: 3 + 2 * (x - 1e8) }));
    const fit = fitLine(points);
    assert.equal(fit?.slope, 2);
    assert.equal(fit?.intercept, 3 - 2e8);
    assert.equal(fit?.rSquared, 1);
    assert.equal(fit?.standardErrors?.slope, 0);
  });

  it("goes through two points and has no standard errors", () => {
    const fit = fitLine([
      { x: 0, y: 1 },
      { x: 2, y: 5 },
    ]);
    assert.equal(fit?.slope, 2);
    assert.equal(fit?.intercept, 1);
    assert.equal(fit?.standardErrors, undefined);
  });

  it("explains everything when y does not vary", () => {
    const fit = fitLine([0, 1, 2].map((x) => ({ x, y: 4 })));
    assert.equal(fit?.slope, 0);
    assert.equal(fit?.rSquared, 1);
  });

  it("does not exist for one point or a single x", () => {
    assert.equal(fitLine([]), undefined);
    assert.equal(fitLine([{ x: 1, y: 1 }]), undefined);
    assert.equal(
      fitLine([
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ]),
      undefined,
    );
  });
});

describe("the mean", () => {
  it("is not a number when there is nothing to average", () => {
    assert.equal(mean([1, 2, 6]), 3);
    assert.ok(Number.isNaN(mean([])));
  });
});
