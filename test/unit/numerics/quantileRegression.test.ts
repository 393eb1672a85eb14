import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  fitQuantileLine,
  quantileLineSolver,
  weightedPoints,
} from "../../../server/src/numerics/quantileRegression.ts";
import { weightedSelect } from "../../../server/src/numerics/weightedQuantile.ts";
import { closeTo } from "../../support/closeTo.ts";
import { readFixture } from "../../support/csv.ts";

type Point = { readonly x: number; readonly y: number };

const engel = readFixture("oracles/engel.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((row) => row.split(",").map(Number))
  .map(([x = Number.NaN, y = Number.NaN]) => ({ x, y }));

/** Intercept and slope of food expenditure on income, as R's quantreg and statsmodels print them. */
const published = [
  { tau: 0.05, intercept: 124.8800408, slope: 0.3433610576, digits: [7, 10] },
  { tau: 0.5, intercept: 81.4822474, slope: 0.5601805512, digits: [7, 10] },
  { tau: 0.75, intercept: 62.3965855, slope: 0.6440141394, digits: [7, 10] },
  { tau: 0.9, intercept: 67.3508721, slope: 0.6862994804, digits: [7, 10] },
  { tau: 0.95, intercept: 64.1039632, slope: 0.7090685, digits: [7, 7] },
] as const;

/** The check loss of a line: what quantile regression makes smallest. */
function loss(points: readonly Point[], tau: number, intercept: number, slope: number): number {
  return points.reduce((sum, { x, y }) => {
    const residual = y - intercept - slope * x;
    return sum + residual * (residual < 0 ? tau - 1 : tau);
  }, 0);
}

/** The least loss of all lines through two points: by the theory of linear programmes, the least of all. */
function leastLoss(points: readonly Point[], tau: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const first of points)
    for (const second of points) {
      if (first.x === second.x) continue;
      const slope = (second.y - first.y) / (second.x - first.x);
      least = Math.min(least, loss(points, tau, first.y - slope * first.x, slope));
    }
  return least;
}

describe("quantile regression on Engel's food expenditures", () => {
  it("has 235 households", () => assert.equal(engel.length, 235));

  for (const { tau, intercept, slope, digits } of published) {
    it(`gives the published line at tau ${tau}`, () => {
      const line = fitQuantileLine(engel, tau);
      assert.equal(line?.intercept.toFixed(digits[0]), intercept.toFixed(digits[0]));
      assert.equal(line?.slope.toFixed(digits[1]), slope.toFixed(digits[1]));
    });
  }
});

describe("quantile regression", () => {
  const coordinate = fc.integer({ min: -8, max: 8 });
  const points = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 14 });
  const tau = fc.constantFrom(0.05, 0.25, 0.5, 0.75, 0.9, 0.95);

  it("is as good as the best of all lines through two points, however the points lie", () => {
    fc.assert(
      fc.property(points, tau, (all, level) => {
        const line = fitQuantileLine(all, level);
        const variesInX = new Set(all.map(({ x }) => x)).size > 1;
        assert.equal(line !== undefined, variesInX);
        if (line === undefined) return;
        const best = leastLoss(all, level);
        assert.ok(Math.abs(line.objective - best) <= 1e-9 * (1 + best), `${line.objective}, not ${best}`);
        assert.ok(Math.abs(loss(all, level, line.intercept, line.slope) - best) <= 1e-9 * (1 + best));
      }),
      { numRuns: 500 },
    );
  });

  it("takes the least slope of several best lines, whatever the order of the points", () => {
    fc.assert(
      fc.property(
        points.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        tau,
        ([all, shuffled], level) => {
          const [first, second] = [fitQuantileLine(all, level), fitQuantileLine(shuffled, level)];
          if (first === undefined || second === undefined) return assert.equal(first, second);
          assert.ok(Math.abs(first.slope - second.slope) < 1e-9, `${first.slope} and ${second.slope}`);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("weighs a point of weight two as two points", () => {
    const twice = [...engel, ...engel.slice(0, 100)];
    const weighted = weightedPoints(engel);
    weighted.weight.fill(2, 0, 100);
    const line = quantileLineSolver(engel.length)(weighted, 0.9, 0);
    closeTo(line?.slope, fitQuantileLine(twice, 0.9)?.slope ?? Number.NaN, 1e-12);
    closeTo(line?.objective, leastLoss(twice, 0.9), 1e-10);
  });
});

describe("selection by weight", () => {
  it("is the first value in order whose cumulative weight reaches the target", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.001, max: 1, noNaN: true }), (all, share) => {
        const target = share * all.reduce((sum, [, weight]) => sum + weight, 0);
        let sum = 0;
        const expected = [...all]
          .sort(([first], [second]) => first - second)
          .find(([, weight]) => {
            sum += weight;
            return sum >= target;
          })?.[0];
        const selected = weightedSelect(
          Float64Array.from(all, ([value]) => value),
          Float64Array.from(all, ([, weight]) => weight),
          all.length,
          target,
        );
        assert.equal(selected, expected);
      }),
    );
  });
});
