import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findRecords } from "../../../server/src/trend/collection/records.ts";
import type { TrendPoint } from "../../../server/src/trend/collection/trendPoint.ts";
import { fitTrend } from "../../../server/src/trend/fit/fitTrend.ts";
import { closeTo } from "../../support/closeTo.ts";

const epochDay = fc.integer({ min: 19_000, max: 20_500 });
/** On a grid, so that some densities are equal and none differ by rounding only. */
const density = fc.integer({ min: -4000, max: 2000 }).map((thousandths) => 10 ** (thousandths / 1000));

/** A collection in which several models share days and densities now and then. */
const points: fc.Arbitrary<TrendPoint[]> = fc
  .array(fc.tuple(epochDay, density), { minLength: 5, maxLength: 40 })
  .map((pairs) =>
    pairs.map(([day, rho], place) => ({ id: `${place}`, name: `${place}`, epochDay: day, density: rho })),
  );

const shuffledPoints = points.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
);

describe("records", () => {
  it("rise strictly in date and density, start at the first day and end at the densest model", () => {
    fc.assert(
      fc.property(points, (all) => {
        const records = findRecords(all);
        for (const [place, record] of records.entries()) {
          const next = records[place + 1];
          if (next === undefined) continue;
          assert.ok(record.epochDay < next.epochDay && record.density < next.density);
        }
        assert.equal(records[0]?.epochDay, Math.min(...all.map((each) => each.epochDay)));
        assert.equal(records.at(-1)?.density, Math.max(...all.map((each) => each.density)));
      }),
    );
  });

  it("are exactly the models denser than all earlier ones and as dense as any of their day", () => {
    fc.assert(
      fc.property(points, (all) => {
        const records = new Set(findRecords(all).map(({ id }) => id));
        for (const each of all) {
          const beatsEarlier = all.every(
            (other) => other.epochDay >= each.epochDay || other.density < each.density,
          );
          const leadsDay = all.every(
            (other) =>
              other.epochDay !== each.epochDay ||
              other.density < each.density ||
              (other.density === each.density && other.name >= each.name),
          );
          assert.equal(records.has(each.id), beatsEarlier && leadsDay);
        }
      }),
    );
  });

  it("do not depend on the order of the input", () => {
    fc.assert(
      fc.property(shuffledPoints, ([all, shuffled]) => {
        assert.deepEqual(findRecords(shuffled), findRecords(all));
        assert.deepEqual(findRecords(shuffled, "kept"), findRecords(all, "kept"));
      }),
    );
  });

  it("under the rule that keeps ties include those of the strict rule", () => {
    fc.assert(
      fc.property(points, (all) => {
        const kept = new Set(findRecords(all, "kept").map(({ id }) => id));
        assert.ok(findRecords(all).every(({ id }) => kept.has(id)));
      }),
    );
  });
});

describe("the trend", () => {
  it("does not depend on the order of the input", () => {
    fc.assert(
      fc.property(shuffledPoints, ([all, shuffled]) => {
        const [{ verdictSteps: _, ...one }, { verdictSteps: __, ...other }] = [
          fitTrend(shuffled, "records"),
          fitTrend(all, "records"),
        ];
        assert.deepEqual(one, other);
      }),
    );
  });

  it("through the records is not moved by a model below the frontier", () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(points, epochDay, share, (all, day, part) => {
        const frontier = Math.max(
          0,
          ...all.filter((each) => each.epochDay <= day).map((each) => each.density),
        );
        fc.pre(frontier > 0);
        const thin: TrendPoint = { id: "thin", name: "thin", epochDay: day, density: frontier * part };
        assert.deepEqual(fitTrend([...all, thin], "records").line, fitTrend(all, "records").line);
      }),
    );
  });

  it("keeps its doubling time, its fit and its verdict when all densities are scaled", () => {
    fc.assert(
      fc.property(points, fc.double({ min: 0.001, max: 1000, noNaN: true }), (all, factor) => {
        const scaled = all.map((each) => ({ ...each, density: each.density * factor }));
        const before = fitTrend(all, "records");
        const after = fitTrend(scaled, "records");
        assert.equal(after.verdict, before.verdict);
        assert.equal(after.line === undefined, before.line === undefined);
        if (before.line === undefined) return;
        closeTo(after.line?.doublingTimeDays, before.line.doublingTimeDays ?? Number.NaN, 1e-8);
        closeTo(after.line?.rSquared, before.line.rSquared ?? Number.NaN, 1e-8);
        assert.ok(Math.abs((after.line?.intercept ?? 0) - before.line.intercept - Math.log(factor)) < 1e-8);
      }),
    );
  });

  it("claims a doubling only of a rise over all models", () => {
    fc.assert(
      fc.property(points, (all) => {
        const { verdict, test } = fitTrend(all, "records");
        const rises = test !== undefined && test.slopePerDay > 0 && test.pValue < 0.05;
        if (verdict === "doubling") assert.ok(rises);
      }),
    );
  });
});
