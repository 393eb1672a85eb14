import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  defaultLayers,
  type Layer,
  layers,
  readLayers,
  toggled,
} from "../../server/src/trend/figure/layers.ts";
import { type FigureLayout, layoutFigure } from "../../server/src/trend/figure/layout.ts";
import { estimateTextWidth } from "../../server/src/trend/svg/textWidth.ts";
import { analysisOf, paperModels, trendFigure } from "../support/figures.ts";

const figure = trendFigure(analysisOf(paperModels, { estimator: "quantile" }));

function laidOut(shown?: readonly Layer[]): FigureLayout {
  return layoutFigure(figure, {
    width: 900,
    height: 450,
    measureText: estimateTextWidth,
    ...(shown !== undefined && { layers: shown }),
  });
}

function without(layer: Layer): FigureLayout {
  return laidOut(toggled(defaultLayers, layer));
}

describe("the layers of the figure over time", () => {
  const whole = laidOut();

  it("are the usual ones when none are named", () => {
    assert.deepEqual(laidOut(defaultLayers), whole);
  });

  it("without the band have neither its area nor its name", () => {
    const { band, lineNames } = without("band");
    assert.ok(whole.band !== undefined && whole.lineNames.some(({ text }) => text.endsWith("band")));
    assert.equal(band, undefined);
    assert.ok(!lineNames.some(({ text }) => text.endsWith("band")));
  });

  it("without the paper's trend have neither its line nor its name", () => {
    const { paper, lineNames } = without("paper");
    assert.ok(whole.paper !== undefined && whole.lineNames.some(({ text }) => text.startsWith("paper’s")));
    assert.equal(paper, undefined);
    assert.ok(!lineNames.some(({ text }) => text.startsWith("paper’s")));
  });

  it("without the paper's trend do not say that it is the same line", () => {
    const names = layoutFigure(trendFigure(analysisOf(paperModels)), {
      width: 900,
      height: 450,
      measureText: estimateTextWidth,
      layers: ["band"],
    }).lineNames.map(({ text }) => text);
    assert.deepEqual(names, ["×2 in 106 days", "95\u00a0% band"]);
  });

  it("without labels keep every mark", () => {
    const { recordLabels, points } = without("labels");
    assert.equal(whole.recordLabels.length, 9);
    assert.deepEqual(recordLabels, []);
    assert.deepEqual(points, whole.points);
  });

  it("without other models keep the records, the axes and the last model's day", () => {
    const { points, plot, densityTicks, timeTicks, lastModel } = without("others");
    assert.equal(points.length, 9);
    assert.ok(points.every(({ point }) => point.isRecord));
    assert.deepEqual([plot, densityTicks, timeTicks], [whole.plot, whole.densityTicks, whole.timeTicks]);
    assert.equal(lastModel?.name?.text, "last model 5 Apr 2025");
  });
});

describe("a choice of layers", () => {
  it("keeps the order of the menu, whatever is switched", () => {
    assert.deepEqual(toggled(["others", "band"], "labels"), ["band", "labels", "others"]);
    assert.deepEqual(toggled(["band", "labels"], "band"), ["labels"]);
    for (const layer of layers)
      assert.deepEqual(toggled(toggled(defaultLayers, layer), layer), defaultLayers);
  });

  it("is read with care", () => {
    assert.deepEqual(readLayers(["others", "glow", 3, "band"]), ["band", "others"]);
    assert.deepEqual(readLayers([]), []);
    assert.deepEqual(readLayers("band"), defaultLayers);
  });
});
