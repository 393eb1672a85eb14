import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { isCut, methodsAxis } from "../../../server/src/panel/methodsAxis.ts";
import type { MethodsRow } from "../../../server/src/panel/methodsTable.ts";

function row(days?: number, low?: number, high?: number): MethodsRow {
  const texts = { label: "", text: "", intervalText: "", changeText: "", fittedTo: "" };
  return { ...texts, days, low, high, modelCount: 47, recordCount: 9, isCurrent: false };
}

function ticks(...rows: MethodsRow[]): string[] | undefined {
  return methodsAxis(rows)?.ticks.map(({ text }) => text);
}

describe("the axis of doubling times", () => {
  it("has the ticks of the design for the paper's", () => {
    assert.deepEqual(ticks(row(106, 84, 144), row(135, 96, 274), row(75), row(148, 116, 213)), [
      "75",
      "100",
      "150",
      "200",
      "300",
    ]);
  });

  it("has ticks for close and for distant doubling times", () => {
    assert.deepEqual(ticks(row(97), row(109)), ["90", "95", "100", "110"]);
    assert.deepEqual(ticks(row(20), row(3000)), ["20", "50", "100", "200", "500", "1,000", "2,000"]);
  });

  it("is not stretched by a long interval, which is cut", () => {
    const long = row(100, 20, 5000);
    const axis = methodsAxis([long, row(140, 90, 200)]);
    assert.ok(axis);
    assert.ok(axis.low > 40 && axis.high < 320, `${axis.low} to ${axis.high}`);
    assert.ok(isCut(long, axis) && isCut(row(100, 90), axis));
    assert.ok(!isCut(row(140, 90, 200), axis) && !isCut(row(100), axis));
  });

  it("is absent without doubling times", () => {
    assert.equal(methodsAxis([row(undefined, 120)]), undefined);
  });

  it("holds all doubling times, and ticks with room for their numbers", () => {
    const anyDays = fc.double({ min: 0.5, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(anyDays, { minLength: 1, maxLength: 20 }), (all) => {
        const axis = methodsAxis(all.map((days) => row(days)));
        assert.ok(axis && all.every((days) => days > axis.low && days < axis.high));
        assert.ok(axis.ticks.length >= 1, `${axis.low} to ${axis.high}`);
        assert.equal(new Set(axis.ticks.map(({ text }) => text)).size, axis.ticks.length);
        for (const [place, { days }] of axis.ticks.entries()) {
          assert.ok(days >= axis.low && days <= axis.high);
          const before = axis.ticks[place - 1]?.days ?? 0;
          assert.ok(Math.log(days / before) >= 0.0999 * Math.log(axis.high / axis.low));
        }
      }),
      { examples: [[[22.000000000000007]]] },
    );
  });
});
