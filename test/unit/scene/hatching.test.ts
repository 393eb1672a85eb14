import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { hatches } from "../../../server/src/scene/hatching.ts";

describe("the hatches of an area", () => {
  const square = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
    { x: 0, y: 100 },
  ];

  it("run from border to border, rising to the right, at one distance from each other", () => {
    const pieces = hatches(square);
    const sums = pieces.map(({ from }) => from.x + from.y);
    for (const { from, to } of pieces) {
      assert.ok(Math.abs(from.x + from.y - to.x - to.y) < 1e-9);
      for (const { x, y } of [from, to])
        assert.ok([x, y, 100 - x, 100 - y].some((distance) => Math.abs(distance) < 1e-9));
    }
    const distances = sums.slice(1).map((sum, place) => sum - (sums[place] ?? 0));
    for (const distance of distances) assert.ok(Math.abs(distance - 7 * Math.SQRT2) < 1e-9);
    assert.equal(pieces.length, Math.floor(200 / (7 * Math.SQRT2)));
  });

  it("continue in the area beside it", () => {
    const right = square.map(({ x, y }) => ({ x: x + 100, y }));
    const sumsOf = (corners: typeof square) =>
      hatches(corners).map(({ from }) => (from.x + from.y).toFixed(6));
    const shared = sumsOf(square).filter((sum) => Number(sum) > 100);
    assert.deepEqual(
      sumsOf(right).filter((sum) => Number(sum) < 200),
      shared,
    );
  });

  it("stay within any band, and are none of one without extent", () => {
    const step = fc.record({
      low: fc.integer({ min: 0, max: 300 }),
      height: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
        const upper = steps.map(({ low }, place) => ({ x: place * 40, y: low }));
        const lower = steps.map(({ low, height }, place) => ({ x: place * 40, y: low + height })).reverse();
        for (const { from, to } of hatches([...upper, ...lower])) {
          const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
          const place = Math.min(steps.length - 2, Math.floor(middle.x / 40));
          const share = middle.x / 40 - place;
          const [left, right] = [steps[place], steps[place + 1]];
          assert.ok(left && right);
          const top = left.low + share * (right.low - left.low);
          const height = left.height + share * (right.height - left.height);
          assert.ok(middle.y >= top - 1e-6 && middle.y <= top + height + 1e-6);
        }
      }),
    );
    assert.deepEqual(
      hatches([
        { x: 5, y: 5 },
        { x: 5, y: 5 },
      ]),
      [],
    );
  });
});
