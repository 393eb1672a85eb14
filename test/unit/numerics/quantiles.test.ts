import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { normalQuantile, normalTwoSided } from "../../../server/src/numerics/normal.ts";
import { expandedLevel } from "../../../server/src/numerics/percentileInterval.ts";
import { studentTQuantile } from "../../../server/src/numerics/studentTQuantile.ts";
import { closeTo } from "../../support/closeTo.ts";

describe("quantiles of Student's t", () => {
  it("are those of the NIST handbook, 1.3.6.7.2", () => {
    for (const [degrees, t] of [
      [1, 12.706],
      [6, 2.447],
      [29, 2.045],
      [100, 1.984],
    ] as const)
      assert.equal(studentTQuantile(0.95, degrees).toFixed(3), t.toFixed(3));
    assert.equal(studentTQuantile(0.9, 6).toFixed(3), "1.943");
  });
});

describe("the normal distribution", () => {
  it("has the tails of printed tables, on both sides of the change of method", () => {
    closeTo(normalTwoSided(0), 1, 1e-15);
    closeTo(normalTwoSided(1), 0.31731050786291415, 1e-13);
    closeTo(normalTwoSided(-1.959963984540054), 0.05, 1e-13);
    closeTo(normalTwoSided(2.9999999), normalTwoSided(3.0000001), 1e-6);
    closeTo(normalTwoSided(3), 0.0026997960632601866, 1e-11);
    closeTo(normalTwoSided(6), 1.973175290075396e-9, 1e-10);
  });

  it("is inverted", () => {
    closeTo(normalQuantile(0.05), 1.959963984540054, 1e-12);
    closeTo(normalQuantile(0.05 / 5), 2.5758293035489004, 1e-12);
  });
});

describe("the share of draws of an expanded percentile interval", () => {
  it("leaves out on each side what the normal distribution has beyond t sqrt(n / (n - 1)) of printed tables", () => {
    // t(4) = 2.776 gives 3.104, t(9) = 2.262 gives 2.384, t(39) = 2.023 gives 2.049.
    for (const [groups, tail] of [
      [5, 0.00095],
      [10, 0.00855],
      [40, 0.02026],
    ] as const)
      assert.equal(((1 - expandedLevel(0.95, groups)) / 2).toFixed(5), tail.toFixed(5));
  });

  it("tends to the level itself, and is the level where nothing can differ", () => {
    closeTo(expandedLevel(0.95, 100_000), 0.95, 1e-4);
    assert.equal(expandedLevel(0.95, 1), 0.95);
  });
});
