import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Model } from "../../../../server/src/density/model.ts";
import { wholeFigure } from "../../../../server/src/figures/drawingOptions.ts";
import { drawPrices } from "../../../../server/src/figures/prices/drawPrices.ts";
import { type PricesFigure, pricesFigure } from "../../../../server/src/figures/prices/pricesFigure.ts";
import type { Drawing } from "../../../../server/src/scene/drawing.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { plainText } from "../../../../server/src/text/textRun.ts";
import { densityOn } from "../../../../server/src/trend/fit/lineOnDays.ts";
import { priceTrend } from "../../../../server/src/trend/questions/corollaries.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { readCsv, requiredNumber } from "../../../support/csv.ts";
import {
  assertNoTextOverMarks,
  drawable,
  linesOf,
  marksOf,
  textsOf,
  wordsOf,
} from "../../../support/drawings.ts";
import { analysisOf, paperModels } from "../../../support/figures.ts";
import { epochDay, model } from "../../../support/models.ts";

function priced(name: string, isoDate: string, dollars: number): Model {
  return model({ name, price: { dollarsPerMillionTokens: dollars, epochDay: epochDay(isoDate) } });
}

/** The ten prices of the paper's figure 3a. */
const paperPrices = readCsv("paper/api_prices_fig3a.csv").map((row) =>
  priced(row.model ?? "", row.date ?? "", requiredNumber(row, "usd_per_million_tokens")),
);

function pricesOf(models: readonly Model[]): PricesFigure {
  return drawable(pricesFigure(analysisOf(models)));
}

function draw(figure: PricesFigure, width = 900, options = wholeFigure): Drawing {
  return drawPrices(figure, { width, height: 450, measureText: estimateTextWidth }, options);
}

const paperFigure = pricesOf(paperPrices);

describe("the words beside the prices", () => {
  it("say how fast the lowest price of the paper's figure halves, and why there is no interval", () => {
    assert.equal(
      plainText(paperFigure.wording.verdict),
      "The lowest price per million tokens halves every 76 days (2.5 months).",
    );
    assert.equal(
      plainText(paperFigure.wording.grounds),
      "Five price records of 10 models, 30 Nov 2022 to 12 Aug 2024: $20 to $0.075, 267 times cheaper. Over all 10 prices they halve every 97 days (p = 0.006). No interval: five points are too few to resample. The paper prints 2.6 months.",
    );
  });

  it("multiply density with chips where a doubling is claimed", () => {
    const figure = pricesOf([...paperModels, ...paperPrices.map((each) => ({ ...each, scores: new Map() }))]);
    assert.match(plainText(figure.wording.grounds), / Density times chips: .* doubles every 93 days\.$/);
    assert.match(figure.notes.at(-1) ?? "", /^Reference nmi-2025: /);
    assert.equal(figure.assumptions.leftOut, "51 cards without a price");
  });

  it("state no halving time of fewer than three records", () => {
    const figure = pricesOf([priced("A", "2023-01-01", 8), priced("B", "2023-06-01", 2)]);
    assert.equal(
      plainText(figure.wording.verdict),
      "Too few prices for a halving time: two price records; 3 are needed.",
    );
    assert.equal(
      plainText(figure.wording.grounds),
      "Two price records of 2 models, 1 Jan 2023 to 1 Jun 2023: $8 to $2, 4.0 times cheaper.",
    );
    assert.equal(figure.fit, undefined);
  });

  it("state one price as it is", () => {
    const { wording } = pricesOf([priced("A", "2023-01-01", 0.075)]);
    assert.equal(plainText(wording.grounds), "One price record of 1 model, 1 Jan 2023: $0.075.");
  });

  it("say which key to write when no card has a price", () => {
    const figure = pricesFigure(analysisOf(paperModels));
    assert.ok(figure.kind === "empty");
    assert.equal(figure.wording.title, "No prices to plot yet");
    assert.match(
      figure.wording.explanation,
      /price_per_million_tokens: \{ input: 0\.15, date: 2024-07-18 \}\. None of the 51 cards has one\.$/,
    );
  });
});

describe("the drawing of the prices", () => {
  const drawing = draw(paperFigure);

  it("draws the line of the trend, from the first price record, dashed beyond the last", () => {
    const trend = priceTrend(
      paperFigure.points.map(({ id, name, epochDay: day, price }) => ({ id, name, epochDay: day, price })),
    );
    const { fit } = paperFigure;
    assert.ok(fit && trend?.halvingTimeDays);
    const { firstEpochDay, lastEpochDay } = fit.solid;
    assert.equal(firstEpochDay, epochDay("2022-11-30"));
    assert.equal(lastEpochDay, epochDay("2024-08-12"));
    closeTo(
      densityOn(fit.solid, firstEpochDay) / densityOn(fit.solid, firstEpochDay + trend.halvingTimeDays),
      2,
      1e-9,
    );
    const [solid, dashed] = linesOf(drawing).filter(({ paint, width }) => paint === "strong" && width === 2);
    assert.equal(solid?.dashes, undefined);
    assert.deepEqual(dashed?.dashes, [5, 4]);
    assert.deepEqual(solid?.through.at(-1), dashed?.through.at(0));
  });

  it("steps down at every price record to the cheapest so far", () => {
    const frontier = linesOf(drawing).find(({ through }) => through.length > 2)?.through ?? [];
    assert.equal(frontier.length, 10);
    for (const [place, { x, y }] of frontier.slice(1).entries()) {
      const before = frontier[place];
      assert.ok(before && x >= before.x && y >= before.y);
      assert.ok(x === before.x || y === before.y);
    }
  });

  it("has one gridline for one halving, in dollars", () => {
    const words = wordsOf(drawing);
    assert.ok(words.includes("US dollars per million tokens, log₂ scale: one gridline, one halving"));
    for (const label of ["$32", "$1", "$0.50", "$0.125", "$0.06", "$0.03"])
      assert.ok(words.includes(label), label);
  });

  it("fills the price records and names every model with its price", () => {
    assert.equal(marksOf(drawing).filter(({ isFilled }) => isFilled).length, 5);
    const labels = textsOf(drawing).filter(({ quietEnd }) => quietEnd !== undefined);
    assert.equal(labels.length, 10);
    assert.ok(labels.some(({ text, quietEnd }) => text.text === "GPT-4 $30" && quietEnd === "$30"));
  });

  it("names the line at its end, unless the page is narrow", () => {
    assert.ok(wordsOf(drawing).includes("÷2 in 76 days"));
    assert.ok(!wordsOf(draw(paperFigure, 380)).some((text) => text.startsWith("÷2")));
  });

  it("tells a screen reader what a mark is, in date order", () => {
    assert.deepEqual(
      drawing.targets.slice(0, 2).map(({ description }) => description),
      [
        "GPT-3.5, $20 per million tokens, 30 Nov 2022, price record",
        "GPT-4, $30 per million tokens, 13 May 2023",
      ],
    );
  });

  it("rings what is pinned", () => {
    const [first] = paperFigure.points;
    const shapes = draw(paperFigure, 900, { ...wholeFigure, pinned: [first?.id ?? ""] }).shapes;
    assert.equal(shapes.filter(({ kind }) => kind === "ring").length, 1);
  });

  it("names only the records of many prices", () => {
    const many = Array.from({ length: 40 }, (_, place) => priced(`Model-${place}`, "2023-06-01", 30 + place));
    const labels = textsOf(draw(pricesOf([...paperPrices, ...many]))).filter(({ quietEnd }) => quietEnd);
    assert.ok(labels.length >= 4 && labels.length <= 6);
    assert.ok(!labels.some(({ text }) => text.text.startsWith("Model-")));
  });

  it("has the line's name beside the plot where a later price stands at the line's end", () => {
    const figure = pricesOf([
      priced("A", "2023-01-01", 0.010000000000000002),
      priced("B", "2023-01-02", 0.01),
      priced("C", "2023-01-03", 1e-9),
      priced("D", "2023-01-05", 1e-9),
      // Enough prices for a claim.
      priced("E", "2023-01-01", 0.02),
      priced("F", "2023-01-05", 1e-9),
    ]);
    const size = { width: 560, height: 200, measureText: estimateTextWidth };
    const drawing = drawPrices(figure, size, wholeFigure);
    assert.ok(wordsOf(drawing).includes("÷2 in less than a day"));
    assertNoTextOverMarks(drawing);
  });
});
