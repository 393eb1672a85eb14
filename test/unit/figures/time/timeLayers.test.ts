import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wholeFigure } from "../../../../server/src/figures/drawingOptions.ts";
import {
  defaultLayers,
  type Layer,
  layers,
  readLayers,
  toggled,
} from "../../../../server/src/figures/layers.ts";
import { defaultPicture } from "../../../../server/src/figures/page/page.ts";
import { figurePicture } from "../../../../server/src/figures/page/picture.ts";
import { timeLayers } from "../../../../server/src/figures/time/timeLayers.ts";
import type { Rectangle, Segment } from "../../../../server/src/scene/geometry.ts";
import type { ThemeName } from "../../../../server/src/scene/theme.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { analysisOf, modelOf, paperModels, trendFigure } from "../../../support/figures.ts";
import { scores } from "../../../support/models.ts";
import { sampleAnalysis } from "../../../support/sampleCollections.ts";
import { type TimeParts, timeParts } from "../../../support/timeDrawing.ts";

const figure = trendFigure(analysisOf(paperModels, { estimator: "quantile" }));

function laidOut(shown?: readonly Layer[]): TimeParts {
  return timeParts(figure, { layers: shown });
}

function picture(layers?: readonly Layer[], theme: ThemeName = "light"): string {
  return figurePicture(figure, { ...defaultPicture, theme }, { ...wholeFigure, layers });
}

function without(layer: Layer): TimeParts {
  return laidOut(toggled(defaultLayers, layer));
}

describe("the layers of the figure over time", () => {
  const whole = laidOut();

  it("are the usual ones when none are named", () => {
    assert.deepEqual(laidOut(defaultLayers).drawing, whole.drawing);
  });

  it("without the band have neither its area nor its name", () => {
    const { bands, lineNames } = without("band");
    assert.ok(whole.bands.length === 2 && whole.lineNames.some((text) => text.endsWith("band")));
    assert.deepEqual(bands, []);
    assert.ok(!lineNames.some((text) => text.endsWith("band")));
  });

  it("without the paper's trend have neither its line nor its name", () => {
    const { paper, lineNames } = without("paper");
    assert.ok(whole.paper !== undefined && whole.lineNames.some((text) => text.startsWith("Records")));
    assert.equal(paper, undefined);
    assert.ok(!lineNames.some((text) => text.startsWith("Records")));
  });

  it("without the paper's trend do not say that it is the same line", () => {
    const { lineNames } = timeParts(trendFigure(analysisOf(paperModels)), { layers: ["band"] });
    assert.deepEqual(lineNames, ["Records, the", "paper’s method", "×2 in 106 days", "indicative band"]);
  });

  it("by size are a line through the models of each range, with its growth, where it is asked for", () => {
    assert.ok(!whole.lineNames.includes("below 3 B"));
    const sample = trendFigure(sampleAnalysis("models"));
    const { lineNames } = timeParts(sample, { layers: [...defaultLayers, "sizes"] });
    const plain = lineNames.map((text) => text.replaceAll("\u00a0", " "));
    for (const [name, growth] of [
      ["below 3 B", "×2 in 172 days"],
      ["3 B to 15 B", "×2 in 107 days"],
      ["from 15 B", "×2 in 103 days"],
    ] as const)
      assert.equal(plain[plain.indexOf(name) + 1], growth, plain.join("; "));
  });

  it("without labels keep every mark", () => {
    const { names, points } = without("labels");
    assert.equal(whole.names.length, 9);
    assert.deepEqual(names, []);
    assert.deepEqual(points, whole.points);
  });

  it("without other models keep the records, the axes and the last model's day", () => {
    const { points, plot, densityLabels, timeLabels, textOf } = without("others");
    assert.equal(points.length, 9);
    assert.ok(points.every(({ point }) => point.isRecord));
    assert.deepEqual([plot, densityLabels, timeLabels], [whole.plot, whole.densityLabels, whole.timeLabels]);
    assert.equal(textOf("last model"), "last model 5 Apr 2025");
  });
});

describe("the edges of the band, where nothing may be translucent", () => {
  it("are the upper and the lower one alone, without the borders at which the band is cut", () => {
    const { bands, plot } = timeParts(trendFigure(analysisOf(paperModels)));
    const [, beyond] = bands;
    assert.ok(beyond?.corners.some(({ y }) => y === plot.top));
    for (const { edges } of bands) {
      assert.ok(edges && edges.length > 0);
      assert.ok(edges.every(({ from, to }) => to.x > from.x && to.y < from.y));
    }
  });

  it("are drawn in high contrast in place of a shaded area, which is hatched", () => {
    const dotted = /<path [^>]*stroke="#FFFFFF" stroke-width="1" stroke-dasharray="1 3"\/>/;
    assert.match(picture(undefined, "high-contrast"), dotted);
    assert.doesNotMatch(picture(undefined, "high-contrast"), /fill-opacity/);
    assert.match(picture(undefined, "dark"), /fill-opacity/);
  });
});

describe("error bars", () => {
  /** The bar and caps of a model of this score, and where the ends of its interval stand. */
  function barOf(average: number): {
    strokes: readonly Segment[];
    plot: Rectangle;
    low: number;
    high: number;
  } {
    const models = [modelOf("one", 0, 1, { scores: scores({ average }) }), modelOf("other", 400, 2)];
    const figureOfTwo = trendFigure(analysisOf(models));
    const { points, plot, errorBars } = timeParts(figureOfTwo, { layers: ["errors"] });
    const placed = points.find(({ point }) => point.name === "one");
    assert.ok(placed);
    const { densityRange } = figureOfTwo;
    const pixelsPerDoubling =
      (plot.bottom - plot.top) / (densityRange.highestExponent - densityRange.lowestExponent);
    const endAt = (density: number | undefined) =>
      placed.at.y - Math.log2((density ?? Number.NaN) / placed.point.density) * pixelsPerDoubling;
    const { interval } = placed.point;
    const strokes = errorBars.filter(({ from, to }) => (from.x + to.x) / 2 === placed.at.x);
    return { strokes, plot, low: endAt(interval?.low), high: endAt(interval?.high) };
  }

  it("reach from end to end of the interval, each end capped", () => {
    const { strokes, low, high } = barOf(50);
    const [bar, ...caps] = strokes;
    closeTo(bar?.from.y, low, 1e-9);
    closeTo(bar?.to.y, high, 1e-9);
    assert.deepEqual(
      caps.map(({ from }) => from.y),
      [bar?.from.y, bar?.to.y],
    );
  });

  it("run to the border of the plot, without a cap, where the interval is open", () => {
    const { strokes, plot, low, high } = barOf(79.9);
    assert.ok(Number.isNaN(high));
    assert.equal(strokes[0]?.to.y, plot.top);
    assert.equal(strokes.length, 2);
    closeTo(strokes[1]?.from.y, low, 1e-9);
  });

  it("are drawn only when asked for, and explained then", () => {
    assert.deepEqual(laidOut().errorBars, []);
    const texts = (shown: readonly Layer[]) => timeLayers.keysOf(figure, shown).map(({ text }) => text);
    assert.deepEqual(texts(defaultLayers), ["record", "other"]);
    assert.deepEqual(texts(["errors"]), ["record", "other", "95\u00a0% interval of a density"]);
  });

  it("are part of the picture, in the colour of the axes", () => {
    const path = /<path d="M[^"]*" fill="none" stroke="#929292" stroke-width="1"\/>/;
    assert.doesNotMatch(picture(), path);
    assert.match(picture(["errors"]), path);
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
    assert.deepEqual(readLayers("band"), undefined);
  });
});
