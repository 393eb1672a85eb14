import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { regularisedIncompleteBeta, studentTTwoSided } from "../../../server/src/numerics/studentT.ts";
import { closeTo } from "../../support/closeTo.ts";

/** Critical values as in printed tables, with the further digits of SciPy 1.17 (`t.ppf`). */
const criticalValues = [
  { t: 12.706204736, degreesOfFreedom: 1, p: 0.05 },
  { t: 63.656741163, degreesOfFreedom: 1, p: 0.01 },
  { t: 4.30265273, degreesOfFreedom: 2, p: 0.05 },
  { t: 2.570581836, degreesOfFreedom: 5, p: 0.05 },
  { t: 4.032142984, degreesOfFreedom: 5, p: 0.01 },
  { t: 2.228138852, degreesOfFreedom: 10, p: 0.05 },
  { t: 2.042272456, degreesOfFreedom: 30, p: 0.05 },
  { t: 2.617421145, degreesOfFreedom: 120, p: 0.01 },
];

/** Computed with mpmath 1.3 at 40 digits: betainc(df/2, 1/2, 0, df/(df + t^2), regularized=True). */
const manyDigits = [
  { t: 1.3, degreesOfFreedom: 3, p: 0.2844675087278974 },
  { t: 1.96, degreesOfFreedom: 3, p: 0.1448522085648536 },
  { t: 0.001, degreesOfFreedom: 4, p: 0.99925000015625 },
  { t: 0.7, degreesOfFreedom: 5, p: 0.5151489483148164 },
  { t: 4.5, degreesOfFreedom: 2.5, p: 0.029894059008734 },
  { t: 25, degreesOfFreedom: 12, p: 1.01647976154663e-11 },
  { t: 8.1, degreesOfFreedom: 45, p: 2.466664756609686e-10 },
  { t: 2.02, degreesOfFreedom: 49, p: 0.04886852209089427 },
];

describe("the two-sided p value of Student's t", () => {
  it("agrees with published tables", () => {
    for (const { t, degreesOfFreedom, p } of criticalValues)
      closeTo(studentTTwoSided(t, degreesOfFreedom), p, 1e-8);
  });

  it("agrees with forty-digit arithmetic to twelve digits", () => {
    for (const { t, degreesOfFreedom, p } of manyDigits)
      closeTo(studentTTwoSided(t, degreesOfFreedom), p, 1e-12);
  });

  it("tends to the normal distribution", () => {
    closeTo(studentTTwoSided(1.959963985, 1e6), 0.05000027724145843, 1e-9);
  });

  it("is Cauchy's with one degree of freedom", () => {
    const argument = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(argument, (t) => closeTo(studentTTwoSided(t, 1), (2 / Math.PI) * Math.atan(1 / t), 1e-12)),
    );
  });

  it("has its closed form with two degrees of freedom", () => {
    const argument = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(argument, (t) => {
        // 1 - t / sqrt(2 + t^2), written without cancellation.
        const root = Math.sqrt(2 + t * t);
        closeTo(studentTTwoSided(t, 2), 2 / (root * (root + t)), 1e-11);
      }),
    );
  });

  it("is even in t, 1 at 0 and 0 at infinity", () => {
    assert.equal(studentTTwoSided(-1.3, 3), studentTTwoSided(1.3, 3));
    assert.equal(studentTTwoSided(0, 3), 1);
    assert.equal(studentTTwoSided(Number.POSITIVE_INFINITY, 3), 0);
    assert.ok(Number.isNaN(studentTTwoSided(Number.NaN, 3)));
  });
});

describe("the regularised incomplete beta function", () => {
  it("agrees with forty-digit arithmetic", () => {
    closeTo(regularisedIncompleteBeta(0.3, 2, 3), 0.3483, 1e-13);
    closeTo(regularisedIncompleteBeta(0.25, 0.5, 0.5), 1 / 3, 1e-13);
    closeTo(regularisedIncompleteBeta(0.9, 30, 0.5), 0.01228244849985275, 1e-12);
  });

  it("is 0 and 1 at its ends", () => {
    assert.equal(regularisedIncompleteBeta(0, 2, 3), 0);
    assert.equal(regularisedIncompleteBeta(1, 2, 3), 1);
  });
});
