import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wholeFigure } from "../../../../server/src/figures/drawingOptions.ts";
import { drawPrices } from "../../../../server/src/figures/prices/drawPrices.ts";
import { pricesFigure } from "../../../../server/src/figures/prices/pricesFigure.ts";
import { pricesZoom, zoomedPrices } from "../../../../server/src/figures/prices/zoomedPrices.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { readCsv, requiredNumber } from "../../../support/csv.ts";
import { drawable } from "../../../support/drawings.ts";
import { analysisOf } from "../../../support/figures.ts";
import { epochDay, model } from "../../../support/models.ts";

/** The ten prices of the paper's figure 3a. */
const whole = drawable(
  pricesFigure(
    analysisOf(
      readCsv("paper/api_prices_fig3a.csv").map((row) =>
        model({
          name: row.model ?? "",
          price: {
            dollarsPerMillionTokens: requiredNumber(row, "usd_per_million_tokens"),
            epochDay: epochDay(row.date ?? ""),
          },
        }),
      ),
    ),
  ),
);
const year = { firstEpochDay: epochDay("2024-01-01"), lastEpochDay: epochDay("2024-12-31") };

describe("prices seen through a window of dates", () => {
  const seen = zoomedPrices(whole, year);

  it("are those of these dates, and what is a record stays one", () => {
    const expected = whole.points.filter(
      (point) => point.epochDay >= year.firstEpochDay && point.epochDay <= year.lastEpochDay,
    );
    assert.ok(expected.length > 2 && expected.length < whole.points.length);
    assert.deepEqual(seen.points, expected);
  });

  it("say what all prices say: a window makes no fit", () => {
    assert.deepEqual(seen.wording, whole.wording);
    assert.equal(seen.fit?.solid.slopePerDay, whole.fit?.solid.slopePerDay);
  });

  it("have the lowest price of the window's first day from its edge on", () => {
    assert.equal(seen.frontier[0]?.firstEpochDay, year.firstEpochDay);
    assert.ok(seen.frontier.every((step) => step.lastEpochDay <= year.lastEpochDay));
    assert.equal(
      seen.frontier[0]?.price,
      whole.frontier.findLast((step) => step.firstEpochDay <= year.firstEpochDay)?.price,
    );
  });

  it("are drawn over these dates alone", () => {
    const size = { width: 900, height: 450, measureText: estimateTextWidth };
    const { targets } = drawPrices(seen, size, wholeFigure);
    assert.equal(targets.length, seen.points.length);
  });

  it("keep their axis while the dates move", () => {
    const moved = pricesZoom.movedTo(whole, year, whole);
    assert.deepEqual(moved.priceRange, whole.priceRange);
    assert.deepEqual(moved.timeRange, year);
    assert.deepEqual(moved.points, whole.points);
  });

  it("stay in the axis they had where a window holds none", () => {
    const later = { firstEpochDay: epochDay("2030-01-01"), lastEpochDay: epochDay("2030-02-01") };
    assert.deepEqual(zoomedPrices({ ...whole, frontier: [] }, later).priceRange, whole.priceRange);
  });
});
