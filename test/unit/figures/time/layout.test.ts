import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FigureLayout } from "../../../../server/src/figures/time/figureLayout.ts";
import type { TrendFigure } from "../../../../server/src/figures/time/figureModel.ts";
import { layoutFigure } from "../../../../server/src/figures/time/layout.ts";
import { markBoxes } from "../../../../server/src/figures/time/placedPoints.ts";
import { overlaps } from "../../../../server/src/scene/geometry.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { closeTo } from "../../../support/closeTo.ts";
import {
  analysisOf,
  modelOf,
  paperModels,
  trendFigure,
  withShuffledDates,
} from "../../../support/figures.ts";

function layout(figure: TrendFigure, width = 900, height = 450): FigureLayout {
  return layoutFigure(figure, { width, height, measureText: estimateTextWidth });
}

function labelsOf({ timeTicks }: FigureLayout): (string | undefined)[] {
  return timeTicks.map(({ label }) => label?.text);
}

const paperFigure = trendFigure(analysisOf(paperModels));

describe("the layout of the paper's figure", () => {
  const placed = layout(paperFigure);
  const { plot } = placed;

  it("puts dates and doublings at equal steps", () => {
    const { timeRange, densityRange } = paperFigure;
    for (const { point, x, y } of placed.points) {
      const share = (x - plot.left) / (plot.right - plot.left);
      const day = timeRange.firstEpochDay + share * (timeRange.lastEpochDay - timeRange.firstEpochDay);
      assert.ok(Math.abs(day - point.releaseDate.epochDay) < 1e-6, point.name);
      const height = (plot.bottom - y) / (plot.bottom - plot.top);
      const doublings = densityRange.highestExponent - densityRange.lowestExponent;
      closeTo(2 ** (densityRange.lowestExponent + height * doublings), point.density, 1e-9);
    }
  });

  it("draws one gridline for one doubling, and says so", () => {
    assert.deepEqual(
      placed.densityTicks.map(({ label }) => label?.text),
      ["1/64", "1/32", "1/16", "1/8", "1/4", "1/2", "1", "2", "4", "8", "16", "32"],
    );
    assert.match(placed.axisName.text, /one gridline, one doubling$/);
    assert.deepEqual(
      placed.densityTicks.filter(({ label }) => label?.font.weight === 650).map(({ exponent }) => exponent),
      [0],
    );
  });

  it("names quarters, with the years bold", () => {
    assert.deepEqual(labelsOf(placed), [
      "Apr 2023",
      "Jul",
      "Oct",
      "2024",
      "Apr",
      "Jul",
      "Oct",
      "2025",
      "Apr",
      "Jul",
    ]);
    for (const { isYear, label } of placed.timeTicks) assert.equal(label?.font.weight === 650, isYear);
  });

  it("names all nine records with their densities", () => {
    assert.deepEqual(
      placed.recordLabels.map(({ name, density }) => `${name} ${density}`),
      [
        "Llama-65B 0.040",
        "Phi-1-1.2B 0.14",
        "Phi-1.5-1.2B 0.50",
        "Phi-2-2B 0.75",
        "MiniCPM-2.4B 0.77",
        "MiniCPM-1.2B 0.88",
        "Gemma2-9B 2.12",
        "MiniCPM3-4B 2.76",
        "Mistral-Small-24B 4.81",
      ],
    );
  });

  it("names the line at its end, the reference's density and the last model", () => {
    assert.deepEqual(
      placed.lineNames.map(({ text }) => text),
      ["×2 in 106 days", "paper’s trend is", "the same line", "95\u00a0% band"],
    );
    assert.equal(placed.referenceName?.text, "1 = the reference model’s density");
    assert.equal(placed.lastModel?.name?.text, "last model 5 Apr 2025");
  });

  it("draws the fit from the first model on, solid until the last", () => {
    const xs = placed.points.map(({ x }) => x);
    closeTo(placed.fit.solid?.from.x, Math.min(...xs), 1e-9);
    closeTo(placed.fit.solid?.to.x, Math.max(...xs), 1e-9);
    assert.deepEqual(placed.fit.dashed?.from, placed.fit.solid?.to);
  });

  it("draws records last", () => {
    const records = placed.points.map(({ point }) => point.isRecord);
    assert.deepEqual(records, [...records].sort());
  });
});

describe("a narrow figure", () => {
  const placed = layout(paperFigure, 380, 330);

  it("drops densities, line names and the last model's name, and every other quarter's", () => {
    assert.ok(placed.recordLabels.length >= 7);
    assert.ok(placed.recordLabels.every(({ density }) => density === undefined));
    assert.deepEqual(placed.lineNames, []);
    assert.equal(placed.lastModel, undefined);
    assert.deepEqual(
      labelsOf(placed).filter((label) => label !== undefined),
      ["Jul 2023", "2024", "Jul", "2025", "Jul"],
    );
    assert.equal(placed.timeTicks.length, 10);
    assert.equal(placed.referenceName?.text, "1 = the reference model");
  });
});

describe("a figure without a line", () => {
  it("uses the width that names would have taken", () => {
    const placed = layout(trendFigure(analysisOf(withShuffledDates(16))));
    assert.equal(placed.plot.right, 876);
    assert.deepEqual(placed.fit, { solid: undefined, dashed: undefined });
    assert.deepEqual(placed.lineNames, []);
  });
});

describe("axes of unusual collections", () => {
  const densityLabels = (densities: readonly number[], height?: number) => {
    const figure = trendFigure(
      analysisOf(densities.map((density, place) => modelOf(`m${place}`, place * 50, density))),
    );
    const placed = layout(figure, 900, height);
    return {
      labels: placed.densityTicks.flatMap(({ label }) => (label === undefined ? [] : [label.text])),
      lines: placed.densityTicks.map(({ exponent }) => exponent),
      name: placed.axisName.text,
    };
  };

  it("never show fewer than four doublings", () => {
    assert.deepEqual(densityLabels([1, 1, 1]).labels, ["1/4", "1/2", "1", "2", "4"]);
  });

  it("thin labels, then gridlines, to powers of two that include 1", () => {
    const many = densityLabels([1e-9, 1, 1e9]);
    assert.equal(many.name, "Capability density, log₂ scale: one gridline, two doublings");
    assert.ok(many.labels.includes("1") && many.labels.includes("2⁻²⁸") && many.labels.includes("2²⁸"));
    const steps = many.lines.slice(1).map((exponent, place) => exponent - (many.lines[place] ?? 0));
    assert.ok(steps.every((step) => step === 2));
  });

  it("show months around a single date", () => {
    const figure = trendFigure(analysisOf([modelOf("one", 45, 1), modelOf("two", 45, 2)]));
    assert.deepEqual(labelsOf(layout(figure)), ["2023", "Feb", "Mar", "Apr"]);
  });

  it("show years, decades and centuries when the span asks for it", () => {
    const yearsOf = (days: number) =>
      labelsOf(layout(trendFigure(analysisOf([modelOf("old", -days, 1), modelOf("new", 0, 1)])))).flatMap(
        (label) => (label === undefined ? [] : [Number(label)]),
      );
    const stepsOf = (years: readonly number[]) =>
      new Set(years.slice(1).map((year, place) => year - (years[place] ?? 0)));
    assert.deepEqual([...stepsOf(yearsOf(3650))], [1]);
    assert.deepEqual([...stepsOf(yearsOf(36_500))], [10]);
    assert.deepEqual([...stepsOf(yearsOf(365_000))], [100]);
  });
});

describe("dates of which only the month is known", () => {
  it("get a bar of fifteen days to both sides, cut at the plot", () => {
    const inMonth = { releaseDate: { epochDay: 19_500, precision: "month" } as const };
    const models = [modelOf("month", 0, 1, inMonth), modelOf("day", 400, 2)];
    const placed = layout(trendFigure(analysisOf(models)));
    const [month, day] = placed.points.filter(({ point }) => point.isRecord);
    assert.ok(month?.monthBar !== undefined);
    assert.equal(day?.monthBar, undefined);
    const pixelsPerDay = ((day?.x ?? 0) - month.x) / ((day?.point.releaseDate.epochDay ?? 0) - 19_500);
    closeTo(month.monthBar.to.x - month.x, 15 * pixelsPerDay, 1e-9);
    assert.ok(month.monthBar.from.x >= placed.plot.left);
  });
});

describe("large collections", () => {
  it("place ten thousand models and as many labels as there is room for, soon", () => {
    const models = Array.from({ length: 10_000 }, (_, place) =>
      modelOf(`m${place}`, (place * 7919) % 900, 2 ** (((place * 104_729) % 1000) / 100)),
    );
    const figure = trendFigure(analysisOf(models));
    const start = performance.now();
    const placed = layout(figure);
    assert.ok(performance.now() - start < 5000);
    assert.equal(placed.points.length, 10_000);
    const marks = placed.points.flatMap(markBoxes);
    for (const { box } of placed.recordLabels) assert.ok(!marks.some((mark) => overlaps(mark, box)));
  });

  it("try no more names than could ever be read", () => {
    const models = Array.from({ length: 1000 }, (_, place) => modelOf(`m${place}`, place, 1.01 ** place));
    const figure = trendFigure(analysisOf(models));
    const start = performance.now();
    const placed = layout(figure);
    assert.ok(performance.now() - start < 5000);
    assert.ok(placed.recordLabels.length > 10 && placed.recordLabels.length <= 200);
  });
});
