import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { seededRandom, shuffled, xoshiro128 } from "../../../server/src/numerics/seededRandom.ts";

describe("xoshiro128**", () => {
  it("gives the numbers of its authors' program from the state 1, 2, 3, 4", () => {
    // xoshiro128starstar.c, version 1.1 (Blackman and Vigna), as quoted in the tests of rand_xoshiro.
    const next = xoshiro128([1, 2, 3, 4]);
    assert.deepEqual(
      Array.from({ length: 10 }, next),
      [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
    );
  });
});

describe("seeded random numbers", () => {
  it("are the same for one seed and differ between seeds", () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    assert.deepEqual(draw(7), draw(7));
    assert.notDeepEqual(draw(7), draw(8));
  });

  it("lie in [0, 1) and fill it evenly", () => {
    const random = seededRandom(1);
    const bins = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw++) {
      const value = random();
      assert.ok(value >= 0 && value < 1);
      const bin = Math.floor(value * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    // Chi squared with nine degrees of freedom exceeds 27.9 once in a thousand.
    const chiSquared = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    assert.ok(chiSquared < 27.9, `${chiSquared}`);
  });
});

describe("a shuffle", () => {
  it("keeps every item, once, and leaves its argument alone", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), fc.nat(), (items, seed) => {
        const before = [...items];
        const sorted = (list: typeof items) => list.map(String).sort();
        assert.deepEqual(sorted(shuffled(items, seededRandom(seed))), sorted(items));
        assert.deepEqual(items, before);
      }),
    );
  });

  it("gives every order of three items equally often", () => {
    const random = seededRandom(3);
    const orders = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw++) {
      const order = shuffled(["a", "b", "c"], random).join("");
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    assert.equal(orders.size, 6);
    for (const count of orders.values()) assert.ok(Math.abs(count - 1000) < 150, `${count}`);
  });
});
