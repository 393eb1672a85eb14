import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { TimeFigure } from "../../../../server/src/figures/time/timeFigure.ts";
import { overlaps } from "../../../../server/src/scene/geometry.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { boxOf } from "../../../support/drawings.ts";
import {
  analysisOf,
  modelOf,
  paperModels,
  trendFigure,
  withShuffledDates,
} from "../../../support/figures.ts";
import { type TimeParts, timeParts } from "../../../support/timeDrawing.ts";

function layout(figure: TimeFigure, width = 900, height = 450): TimeParts {
  return timeParts(figure, { width, height });
}

function labelsOf({ timeLabels }: TimeParts): string[] {
  return timeLabels.map(({ text }) => text.text);
}

const paperFigure = trendFigure(analysisOf(paperModels));

describe("the drawing of the paper's figure", () => {
  const placed = layout(paperFigure);
  const { plot } = placed;

  it("puts dates and doublings at equal steps", () => {
    const { timeRange, densityRange } = paperFigure;
    for (const {
      point,
      at: { x, y },
    } of placed.points) {
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
      placed.densityLabels.map(({ text }) => text.text),
      ["1/64", "1/32", "1/16", "1/8", "1/4", "1/2", "1", "2", "4", "8", "16", "32"],
    );
    assert.match(placed.axisName.text.text, /one gridline, one doubling$/);
    assert.deepEqual(
      placed.densityLabels.filter(({ text }) => text.font.weight === 650).map(({ text }) => text.text),
      ["1"],
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
    for (const { text } of placed.timeLabels)
      assert.equal(text.font.weight === 650, /^\d{4}$/.test(text.text));
  });

  it("names all nine records with their densities", () => {
    assert.deepEqual(
      placed.names.map(({ text }) => text.text),
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
    assert.deepEqual(placed.lineNames, [
      "Records, the",
      "paper’s method",
      "×2 in 106 days",
      "paper’s trend is",
      "the same line",
      "indicative band",
    ]);
    assert.equal(placed.textOf("reference"), "1 = the reference model’s density");
    assert.equal(placed.textOf("last model"), "last model 5 Apr 2025");
  });

  it("draws the fit from the first model on, solid until the last", () => {
    const xs = placed.points.map(({ at }) => at.x);
    closeTo(placed.solid?.from.x, Math.min(...xs), 1e-9);
    closeTo(placed.solid?.to.x, Math.max(...xs), 1e-9);
    assert.deepEqual(placed.dashed?.from, placed.solid?.to);
  });

  it("draws records last", () => {
    const records = placed.points.map(({ point }) => point.isRecord);
    assert.deepEqual(records, [...records].sort());
  });
});

describe("a narrow figure", () => {
  const placed = layout(paperFigure, 380, 330);

  it("drops densities, line names and the last model's name, and every other quarter's", () => {
    assert.ok(placed.names.length >= 7);
    assert.ok(placed.names.every(({ quietEnd }) => quietEnd === undefined));
    assert.deepEqual(placed.lineNames, []);
    assert.equal(placed.lastModelTick, undefined);
    assert.equal(placed.textOf("last model"), undefined);
    assert.deepEqual(labelsOf(placed), ["Jul 2023", "2024", "Jul", "2025", "Jul"]);
    assert.equal(placed.timeTickCount, 10);
    assert.equal(placed.textOf("reference"), "1 = the reference model");
  });
});

describe("a figure without a line", () => {
  it("uses the width that names would have taken", () => {
    const placed = layout(trendFigure(analysisOf(withShuffledDates(16))));
    assert.equal(placed.plot.right, 876);
    assert.deepEqual([placed.solid, placed.dashed], [undefined, undefined]);
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
      labels: placed.densityLabels.map(({ text }) => text.text),
      lines: placed.gridExponents,
      name: placed.axisName.text.text,
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
      labelsOf(layout(trendFigure(analysisOf([modelOf("old", -days, 1), modelOf("new", 0, 1)])))).map(Number);
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
    assert.ok(month?.mark.span !== undefined);
    assert.ok(day !== undefined);
    assert.equal(day.mark.span, undefined);
    const pixelsPerDay = (day.at.x - month.at.x) / (day.point.releaseDate.epochDay - 19_500);
    closeTo(month.mark.span.to.x - month.at.x, 15 * pixelsPerDay, 1e-9);
    assert.ok(month.mark.span.from.x >= placed.plot.left);
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
    const marks = placed.points.map(({ mark }) => boxOf(mark));
    for (const { text } of placed.names) assert.ok(!marks.some((mark) => overlaps(mark, text.box)));
  });

  it("try no more names than could ever be read", () => {
    const models = Array.from({ length: 1000 }, (_, place) => modelOf(`m${place}`, place, 1.01 ** place));
    const figure = trendFigure(analysisOf(models));
    const start = performance.now();
    const placed = layout(figure);
    assert.ok(performance.now() - start < 5000);
    assert.ok(placed.names.length > 10 && placed.names.length <= 200);
  });
});
