import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { benchmarksFigure } from "../../../../server/src/figures/benchmarks/benchmarksFigure.ts";
import {
  benchmarksZoom,
  zoomedBenchmarks,
} from "../../../../server/src/figures/benchmarks/zoomedBenchmarks.ts";
import { drawable } from "../../../support/drawings.ts";
import { analysisOf, paperModels } from "../../../support/figures.ts";
import { epochDay } from "../../../support/models.ts";

const whole = drawable(benchmarksFigure(analysisOf(paperModels)));
const year = { firstEpochDay: epochDay("2024-01-01"), lastEpochDay: epochDay("2024-12-31") };

describe("benchmarks seen through a window of dates", () => {
  const seen = zoomedBenchmarks(whole, year);

  it("have the models of these dates in every plot", () => {
    for (const [place, plot] of whole.plots.entries()) {
      const expected = plot.points.filter(
        (point) => point.epochDay >= year.firstEpochDay && point.epochDay <= year.lastEpochDay,
      );
      assert.deepEqual(seen.plots[place]?.points, expected, plot.id);
    }
    const [average] = whole.plots;
    assert.ok(average && (seen.plots[0]?.points.length ?? 0) < average.points.length);
  });

  it("say what the whole figure says: a window makes no fit", () => {
    assert.deepEqual(seen.wording, whole.wording);
    assert.equal(seen.plots[0]?.line?.slopePerDay, whole.plots[0]?.line?.slopePerDay);
    assert.ok(whole.plots[0]?.line !== undefined);
  });

  it("cut each line at the sides of the window", () => {
    for (const { line } of seen.plots) {
      if (line === undefined) continue;
      assert.ok(line.firstEpochDay >= year.firstEpochDay && line.lastEpochDay <= year.lastEpochDay);
    }
  });

  it("keep their axis while the dates move", () => {
    const moved = benchmarksZoom.movedTo(whole, year, whole);
    assert.deepEqual(moved.densityRange, whole.densityRange);
    assert.deepEqual(moved.timeRange, year);
    assert.deepEqual(
      moved.plots.map(({ points }) => points.length),
      whole.plots.map(({ points }) => points.length),
    );
  });
});
