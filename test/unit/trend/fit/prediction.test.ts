import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { seededRandom } from "../../../../server/src/numerics/seededRandom.ts";
import { trendDensityOn } from "../../../../server/src/trend/fit/fitTrend.ts";
import { predictionOn } from "../../../../server/src/trend/fit/prediction.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { analysisOf, modelOf, paperModels, trendFigure } from "../../../support/figures.ts";
import { normalRandom } from "../../../support/normalRandom.ts";

/** Models whose density doubles every 100 days, each off by a normal error of so many powers of two. */
function scattered(count: number, seed: number, deviation: number) {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, place) => {
    const day = (place * 1000) / count;
    return modelOf(
      `m${seed}-${place}`,
      Math.round(day),
      2 ** (Math.round(day) / 100 + deviation * normalRandom(random)),
    );
  });
}

describe("where further points are to be expected", () => {
  it("holds 95 % of models that the line was not fitted to", () => {
    let inside = 0;
    let all = 0;
    for (let seed = 1; seed <= 20; seed++) {
      const analysis = analysisOf(scattered(60, seed, 1), { estimator: "all", samples: 500, seed });
      const { line, intervals } = analysis.trend;
      assert.ok(line && intervals);
      const rangeOn = predictionOn(analysis, line, intervals);
      for (const { density, model } of analysisOf(scattered(60, 1000 + seed, 1)).models) {
        assert.ok(density.result.kind === "density" && model.releaseDate);
        const { low, high } = rangeOn(model.releaseDate.epochDay);
        if (density.result.density >= low && density.result.density <= high) inside++;
        all++;
      }
    }
    const coverage = inside / all;
    assert.ok(coverage > 0.93 && coverage < 0.98, String(coverage));
  });

  it("is the line itself where nothing is scattered", () => {
    const analysis = analysisOf(scattered(20, 1, 0), { estimator: "all", samples: 200 });
    const { line, intervals } = analysis.trend;
    assert.ok(line && intervals);
    const { low, high } = predictionOn(analysis, line, intervals)(19_358 + 500);
    closeTo(low, trendDensityOn(line, 19_358 + 500), 1e-6);
    closeTo(high, low, 1e-6);
  });

  it("is wider than the band of the line, everywhere, and the same for the same seed", () => {
    const { fit } = trendFigure(analysisOf(paperModels, { estimator: "all" }));
    assert.ok(fit?.band && fit.prediction);
    for (const [place, { low, high }] of fit.band.overData.entries()) {
      const wide = fit.prediction.overData[place];
      assert.ok(wide && wide.low < low && wide.high > high);
    }
    const again = trendFigure(analysisOf(paperModels, { estimator: "all" }));
    assert.deepEqual(again.fit?.prediction, fit.prediction);
  });
});
