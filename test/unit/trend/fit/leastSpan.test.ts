import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { originEpochDay, type TrendPoint } from "../../../../server/src/trend/collection/trendPoint.ts";
import { fitTrend, releaseSpan } from "../../../../server/src/trend/fit/fitTrend.ts";
import { verdictWording } from "../../../../server/src/wording/verdict.ts";
import { analysisOf, modelOf } from "../../../support/figures.ts";

/** Twenty rising models on so many days, equally far apart. */
function risingOn(days: number, apart: number): TrendPoint[] {
  return Array.from({ length: 20 }, (_, place) => ({
    id: `${place}`,
    name: `${place}`,
    epochDay: originEpochDay + (place % days) * apart,
    density: 2 ** (((place % days) * apart) / 100 + place / 50),
  }));
}

describe("the least span of a trend", () => {
  it("is five release days and ninety days: below either no line is fitted, however many models there are", () => {
    assert.equal(fitTrend(risingOn(5, 23), "quantile").verdict, "doubling");
    const [fewDays, short] = [fitTrend(risingOn(4, 100), "all"), fitTrend(risingOn(20, 4), "all")];
    assert.deepEqual(releaseSpan(short.points), { releaseDays: 20, spanDays: 76 });
    for (const { verdict, lines, intervals, test } of [fewDays, short])
      assert.deepEqual([verdict, lines, intervals, test], ["too-few-models", [], undefined, undefined]);
  });

  it("is said where models are enough", () => {
    const models = Array.from({ length: 8 }, (_, place) => modelOf(`${place}`, 4 * place, 2 ** place));
    const said = verdictWording(analysisOf(models)).verdict.map(({ text }) => text);
    assert.equal(
      said.join(""),
      "Too short a time for a trend: 8 release days within 28 days; 5 within at least 90 days are needed.",
    );
  });
});
