import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  epochDayOf,
  epochDayOfIso,
  isoOfEpochDay,
  partsOfEpochDay,
} from "../../../server/src/density/calendar.ts";
import { originEpochDay } from "../../../server/src/trend/collection/trendPoint.ts";

describe("a day of the calendar", () => {
  it("is counted from 1970-01-01", () => {
    assert.equal(epochDayOf(1970, 1, 1), 0);
    assert.equal(epochDayOf(1969, 12, 31), -1);
    assert.equal(epochDayOfIso("2000-03-01"), 11_017);
  });

  it("knows the release of Llama-1 as the origin of every trend", () => {
    assert.equal(epochDayOfIso("2023-02-24"), originEpochDay);
  });

  it("must exist", () => {
    assert.equal(epochDayOf(2024, 2, 30), undefined);
    assert.equal(epochDayOf(2023, 2, 29), undefined);
    assert.notEqual(epochDayOf(2024, 2, 29), undefined);
    assert.equal(epochDayOf(1900, 2, 29), undefined);
    assert.equal(epochDayOf(2024, 13, 1), undefined);
    assert.equal(epochDayOf(2024, 0, 1), undefined);
  });

  it("is read from YYYY-MM-DD only", () => {
    for (const text of [
      "2024-9-19",
      "2024-09",
      "2024-09-19T00:00:00Z",
      "19-09-2024",
      "2024/09/19",
      " 2024-09-19",
      "",
    ])
      assert.equal(epochDayOfIso(text), undefined, text);
  });

  it("comes back from its number", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        const { year, month, day: dayOfMonth } = partsOfEpochDay(day);
        assert.equal(epochDayOfIso(isoOfEpochDay(day)), day);
        assert.equal(epochDayOf(year, month, dayOfMonth), day);
      }),
    );
  });
});
