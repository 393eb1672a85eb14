import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Model } from "../../../../server/src/density/model.ts";
import { timeFigure } from "../../../../server/src/figures/time/timeFigure.ts";
import { timeLayers, usualLayers } from "../../../../server/src/figures/time/timeLayers.ts";
import { trendBreak } from "../../../../server/src/trend/fit/trendBreak.ts";
import { analysisOf, modelOf, paperModels, trendFigure } from "../../../support/figures.ts";
import { epochDay } from "../../../support/models.ts";
import { timeParts } from "../../../support/timeDrawing.ts";

const day = epochDay("2024-02-15");
const settings = { breakEpochDay: day };

function refusalOf(models: readonly Model[], changes = {}): string | undefined {
  const { break: broken } = trendFigure(analysisOf(models, changes));
  return broken.kind === "refused" ? broken.reason : undefined;
}

describe("a break in the figure over time", () => {
  it("has the lines of both sides, each with a frontier of its own", () => {
    const analysis = analysisOf(paperModels, settings);
    const { break: broken } = trendFigure(analysis);
    const { before, after } = trendBreak(analysis.trend.sample, day, "records", 0.9);
    assert.ok(broken.kind === "drawn");
    assert.equal(broken.before.slopePerDay, before.line?.slopePerDay);
    assert.equal(broken.after.slopePerDay, after.line?.slopePerDay);
    assert.equal(broken.before.lastEpochDay, day);
    assert.equal(broken.after.firstEpochDay, day);
    assert.equal(broken.before.points, `${before.recordCount} records of ${before.modelCount} models`);
    assert.equal(broken.after.growth, `×2 in ${after.line?.doublingTimeDays?.toFixed(0)} days`);
  });

  it("stands on the paper's day unless the settings name one, and is shown unasked only then", () => {
    const older = [-100, -60, -40].map((before, place) =>
      modelOf(`old ${place}`, before, 0.01 * (place + 1)),
    );
    const named = trendFigure(analysisOf(paperModels, settings));
    const unnamed = trendFigure(analysisOf([...older, ...paperModels]));
    assert.ok(named.break.kind === "drawn" && unnamed.break.kind === "drawn");
    assert.equal(named.break.name, "break 15 Feb 2024");
    assert.equal(unnamed.break.name, "break 30 Nov 2022, ChatGPT");
    assert.ok(usualLayers(named).includes("break"));
    assert.ok(!usualLayers(unnamed).includes("break"));
  });

  it("is a line through the day, two lines that meet the plot, and their words", () => {
    const {
      breakDay,
      breakLines,
      breakTexts: words,
      plot,
    } = timeParts(trendFigure(analysisOf(paperModels, settings)));
    assert.ok(breakDay);
    const { x } = breakDay.from;
    assert.ok(x > plot.left && x < plot.right);
    assert.equal(breakLines[0]?.to.x, x);
    assert.equal(breakLines[1]?.from.x, x);
    assert.ok(words.includes("break 15 Feb 2024"), words.join("; "));
    assert.equal(words.filter((text) => text.startsWith("×2 in ")).length, 2, words.join("; "));
  });

  it("says its growth in the legend alone on narrow pages", () => {
    const figure = trendFigure(analysisOf(paperModels, settings));
    const { breakLines, breakTexts } = timeParts(figure, { width: 380 });
    assert.equal(breakLines.length, 2);
    assert.ok(!breakTexts.some((text) => text.startsWith("×2 in ")));
    const keys = timeLayers.keysOf(figure, usualLayers(figure)).map(({ text }) => text);
    assert.ok(keys.some((text) => /^×2 in \d+ days up to 15 Feb 2024, ×2 in \d+ days after$/.test(text)));
  });

  it("is not drawn while its layer is hidden", () => {
    const figure = trendFigure(analysisOf(paperModels, settings));
    assert.equal(timeParts(figure, { layers: ["band"] }).breakDay, undefined);
  });

  it("is refused with the reason: too few models or records on a side, or no doubling at all", () => {
    assert.equal(refusalOf(paperModels), "No model before 30 Nov 2022");
    const late = epochDay("2025-04-01");
    assert.equal(refusalOf(paperModels, { breakEpochDay: late }), "Only 1 model after 1 Apr 2025");
    const early = epochDay("2023-08-01");
    assert.match(refusalOf(paperModels, { breakEpochDay: early }) ?? "", /^Only 2 records before 1 Aug 2023/);
    const flat = [0, 100, 200, 300, 400, 500].map((each) => modelOf(`m${each}`, each, 1));
    assert.equal(refusalOf(flat, { breakEpochDay: 19_358 + 250 }), "No doubling is claimed");
  });

  it("survives being sent: plain data", () => {
    const figure = timeFigure(analysisOf(paperModels, settings));
    assert.deepEqual(
      JSON.parse(JSON.stringify(figure.kind === "time" && figure.break)),
      figure.kind === "time" && figure.break,
    );
  });
});
