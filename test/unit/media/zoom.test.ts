import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  between,
  daysOf,
  fewestDays,
  inside,
  moved,
  movedTo,
  readWindow,
  scaled,
} from "../../../media/trendPanel/zoom/timeWindow.ts";
import { choicesFor } from "../../../media/trendPanel/zoom/windowChoices.ts";
import { windowAfterKey } from "../../../media/trendPanel/zoom/zoomKeys.ts";
import { closeTo } from "../../support/closeTo.ts";

const all = { firstEpochDay: 19_000, lastEpochDay: 20_000 };
const seen = { firstEpochDay: 19_400, lastEpochDay: 19_600 };

describe("a window of dates", () => {
  it("lies between two days in either order", () => {
    assert.deepEqual(between(19_400, 19_600, all), seen);
    assert.deepEqual(between(19_600, 19_400, all), seen);
  });

  it("is never shorter than four weeks", () => {
    const window = between(19_500, 19_501, all);
    assert.ok(window);
    closeTo(daysOf(window), fewestDays, 1e-9);
  });

  it("keeps the day under the pointer in its place while it grows or shrinks", () => {
    assert.deepEqual(scaled(seen, 19_450, 0.5, all), { firstEpochDay: 19_425, lastEpochDay: 19_525 });
  });

  it("stops at the first and the last day", () => {
    assert.deepEqual(moved(seen, 1000, all), { firstEpochDay: 19_800, lastEpochDay: 20_000 });
    assert.deepEqual(movedTo(seen, 19_010, all), { firstEpochDay: 19_000, lastEpochDay: 19_200 });
  });

  it("is none once it would show all dates", () => {
    assert.equal(scaled(seen, 19_500, 10, all), undefined);
    assert.equal(between(18_000, 21_000, all), undefined);
  });

  it("stays among the dates of a figure that reaches less far", () => {
    const fewer = { firstEpochDay: 19_550, lastEpochDay: 20_000 };
    assert.deepEqual(inside(seen, fewer), { firstEpochDay: 19_550, lastEpochDay: 19_750 });
  });

  it("is read from a state of any kind", () => {
    for (const kept of [
      undefined,
      null,
      3,
      "all",
      {},
      { firstEpochDay: 1 },
      { firstEpochDay: 9, lastEpochDay: 1 },
    ])
      assert.equal(readWindow(kept), undefined);
    assert.deepEqual(readWindow({ ...seen, more: true }), seen);
  });

  it("is always within all dates and never too short, whatever is done", () => {
    const step = fc.record({
      key: fc.constantFrom("+", "-", "ArrowLeft", "ArrowRight", "0"),
      day: fc.double({ min: 19_000, max: 20_000, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let window: ReturnType<typeof readWindow>;
        for (const { key, day } of steps) {
          const next = windowAfterKey({ key, shiftKey: true }, { all, seen: window ?? all, day });
          assert.notEqual(next, "none");
          if (next === "none") return;
          window = next;
          const { firstEpochDay, lastEpochDay } = window ?? all;
          assert.ok(firstEpochDay >= all.firstEpochDay - 1e-6 && lastEpochDay <= all.lastEpochDay + 1e-6);
          assert.ok(lastEpochDay - firstEpochDay >= fewestDays - 1e-6);
        }
      }),
    );
  });
});

describe("keys for the dates", () => {
  const at = { all, seen, day: 19_500 };

  it("come closer, go away, move, and show all", () => {
    const span = (key: string, shiftKey = false) => {
      const window = windowAfterKey({ key, shiftKey }, at);
      return window === undefined || window === "none" ? window : daysOf(window);
    };
    closeTo(Number(span("+")), 120, 1e-9);
    closeTo(Number(span("-")), 200 / 0.6, 1e-9);
    closeTo(Number(span("ArrowLeft", true)), 200, 1e-9);
    assert.equal(span("0"), undefined);
  });

  it("leave arrows without Shift to the walk from model to model", () => {
    for (const key of ["ArrowLeft", "ArrowRight", "r", "Enter"])
      assert.equal(windowAfterKey({ key, shiftKey: false }, at), "none");
  });
});

describe("a fit to the dates seen", () => {
  it("takes whole days within the window", () => {
    assert.deepEqual(choicesFor({ firstEpochDay: 19_400.3, lastEpochDay: 19_600.7 }, all), {
      sinceEpochDay: 19_401,
      untilEpochDay: 19_600,
    });
  });

  it("sets no limit at an end that all dates have", () => {
    assert.deepEqual(choicesFor({ firstEpochDay: 19_000, lastEpochDay: 19_600 }, all), {
      sinceEpochDay: null,
      untilEpochDay: 19_600,
    });
    assert.deepEqual(choicesFor({ firstEpochDay: 19_400, lastEpochDay: 20_000 }, all).untilEpochDay, null);
  });
});
