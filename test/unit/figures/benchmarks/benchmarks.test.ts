import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Model } from "../../../../server/src/density/model.ts";
import {
  type BenchmarksFigure,
  benchmarksFigure,
  benchmarksSteps,
} from "../../../../server/src/figures/benchmarks/benchmarksFigure.ts";
import { drawBenchmarks } from "../../../../server/src/figures/benchmarks/drawBenchmarks.ts";
import { wholeFigure } from "../../../../server/src/figures/drawingOptions.ts";
import type { Drawing } from "../../../../server/src/scene/drawing.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { plainText } from "../../../../server/src/text/textRun.ts";
import { analyseOnBasis } from "../../../../server/src/trend/collection/analyseOnBasis.ts";
import { abilities, ableModel } from "../../../support/abilities.ts";
import { readCsv, requiredNumber } from "../../../support/csv.ts";
import { drawable, linesOf, marksOf, wordsOf } from "../../../support/drawings.ts";
import { analysisOf, paperModels } from "../../../support/figures.ts";
import { epochDay, model, score } from "../../../support/models.ts";

function figureOf(
  models: readonly Model[],
  changes: Parameters<typeof analysisOf>[1] = {},
): BenchmarksFigure {
  return drawable(benchmarksFigure(analysisOf(models, changes)));
}

function plotOf({ plots }: BenchmarksFigure, id: string) {
  const plot = plots.find((each) => each.id === id);
  assert.ok(plot, id);
  return plot;
}

function draw(figure: BenchmarksFigure, width = 900, height = 430, options = wholeFigure): Drawing {
  return drawBenchmarks(figure, { width, height, measureText: estimateTextWidth }, options);
}

function said(runs: Parameters<typeof plainText>[0]): string {
  return plainText(runs).replaceAll("\u00a0", " ");
}

const grown = abilities({ mmlu: 300, bbh: 280, math: 80, humaneval: 0, mbpp: 290 });
const grownFigure = figureOf(grown);

describe("a collection on another basis", () => {
  it("is what it would be if that basis had been chosen", () => {
    const untested = ableModel("Tuned", 500, { math: 4 }, { kind: "instruct" });
    const doubted = model({
      name: "Doubted",
      scores: new Map([["math", [score(0.4, { unitDoubted: true })]]]),
    });
    const models = [...grown, untested, doubted];
    for (const basis of ["mmlu", "math", "average", "available"]) {
      const derived = analyseOnBasis(analysisOf(models), basis);
      const chosen = analysisOf(models, { basis });
      assert.deepEqual(derived.models, chosen.models);
      assert.deepEqual(derived.excluded, chosen.excluded);
      assert.deepEqual(derived.trend.lines, chosen.trend.lines);
      assert.equal(derived.trend.verdict, chosen.trend.verdict);
      assert.deepEqual(derived.trend.intervals?.of("records"), chosen.trend.intervals?.of("records"));
    }
  });

  it("is the same analysis on the basis it has", () => {
    const analysis = analysisOf(grown);
    assert.equal(analyseOnBasis(analysis, "average"), analysis);
  });
});

describe("the benchmarks' plots", () => {
  it("are the composite's, then each benchmark's", () => {
    assert.deepEqual(
      grownFigure.plots.map(({ name }) => name),
      ["Average of five", "MMLU", "BBH", "MATH", "HumanEval", "MBPP"],
    );
  });

  it("have a line where a doubling can be claimed by the rules of the trend, and none elsewhere", () => {
    for (const { id, line, result } of grownFigure.plots) {
      const { trend } = analysisOf(grown, { basis: id });
      assert.equal(line !== undefined, trend.verdict === "doubling", id);
      assert.equal(line?.slopePerDay, trend.verdict === "doubling" ? trend.line?.slopePerDay : undefined);
      assert.equal(result[0]?.startsWith("doubles every"), line !== undefined);
    }
    assert.equal(plotOf(grownFigure, "humaneval").line, undefined);
    assert.equal(plotOf(grownFigure, "humaneval").result[0], "no doubling can be claimed");
    const fits = linesOf(draw(grownFigure)).filter(({ paint }) => paint === "strong");
    assert.equal(fits.length, 5);
    for (const { dashes } of fits) assert.equal(dashes, undefined);
  });

  it("say the doubling time of the estimator chosen with its own interval, and n", () => {
    for (const estimator of ["records", "quantile", "all"] as const) {
      const { trend } = analysisOf(grown, { basis: "math", estimator });
      const interval = trend.intervals?.of(estimator);
      const days = [trend.line?.doublingTimeDays, interval?.lowDays, interval?.highDays].map((each) =>
        each?.toFixed(0),
      );
      const [phrase] = plotOf(figureOf(grown, { estimator }), "math").result;
      assert.equal(phrase, `doubles every ${days[0]} days (${days[1]} to ${days[2]})`);
    }
    assert.equal(wordsOf(draw(grownFigure)).filter((words) => words === "40 models").length, 6);
  });

  it("share their axes", () => {
    const { densityRange, timeRange, plots } = grownFigure;
    for (const { points } of plots)
      for (const { epochDay: day, density } of points) {
        assert.ok(day >= timeRange.firstEpochDay && day <= timeRange.lastEpochDay);
        assert.ok(Math.log2(density) >= densityRange.lowestExponent);
        assert.ok(Math.log2(density) <= densityRange.highestExponent);
      }
  });

  it("count the models that have the score", () => {
    const some = [...grown.slice(0, 3), ableModel("Math only", 100, { math: 0.01 })];
    const figure = figureOf(some);
    assert.equal(plotOf(figure, "math").points.length, 4);
    assert.equal(plotOf(figure, "mmlu").points.length, 3);
    assert.match(plotOf(figure, "math").result[0] ?? "", /^too few models: \d records? of 4$/);
  });

  it("ring and name a pinned model in each plot, and hide families", () => {
    const pinned = draw(grownFigure, 900, 640, { isShown: () => true, pinned: ["39"] });
    assert.equal(pinned.shapes.filter(({ kind }) => kind === "ring").length, 6);
    assert.ok(wordsOf(pinned).includes("Model 39"));
    assert.equal(marksOf(draw(grownFigure, 900, 640, { isShown: () => false, pinned: [] })).length, 0);
  });

  it("give the paper's doubling time of MMLU since ChatGPT: six records, 95 days", () => {
    const models = readCsv("paper/densities_mmlu_fig3c.csv").map((row) => {
      const day = epochDay(row.release_date ?? "") - 19_358;
      return ableModel(row.name ?? "", day, { mmlu: requiredNumber(row, "density_mmlu") });
    });
    const figure = figureOf(models, { sinceEpochDay: epochDay("2022-12-01") });
    const { points, result } = plotOf(figure, "mmlu");
    assert.equal(points.filter(({ isRecord }) => isRecord).length, 6);
    assert.match(result[0] ?? "", /^doubles every 95 days \(/);
  });
});

describe("the finding of the benchmarks", () => {
  it("names the fastest where its intervals lie below all others", () => {
    const figure = figureOf(abilities({ mmlu: 300, bbh: 280, math: 80, humaneval: 260, mbpp: 290 }));
    const [phrase = ""] = plotOf(figure, "math").result;
    const [, days, interval] = /every (\d+) days \((.*)\)/.exec(phrase) ?? [];
    assert.equal(
      said(figure.wording.verdict),
      `MATH density doubles fastest: every ${days} days; indicative interval ${interval} days.`,
    );
    assert.match(
      said(figure.wording.grounds),
      /^Fit: records\. Each benchmark counts the 40 models that have its score\. The interval of MATH lies below those of MMLU, BBH, HumanEval and MBPP; by quantile 0\.90 it does so too\.$/,
    );
  });

  it("names what it is faster than where one benchmark has no claim", () => {
    const { verdict, grounds } = grownFigure.wording;
    assert.match(said(verdict), /^MATH density doubles faster than that of MMLU, BBH and MBPP: every /);
    assert.match(said(grounds), / No doubling can be claimed on HumanEval\.$/);
  });

  it("names nobody where intervals overlap", () => {
    const figure = figureOf(abilities({ mmlu: 200, bbh: 205, math: 200, humaneval: 205, mbpp: 200 }));
    assert.equal(
      said(figure.wording.verdict),
      "A doubling can be claimed on five of five benchmarks; none is measurably faster than another.",
    );
  });

  it("says one claim alone, and none", () => {
    const one = figureOf(abilities({ mmlu: 0, bbh: 0, math: 80, humaneval: 0, mbpp: 0 }));
    assert.match(said(one.wording.verdict), /^A doubling can be claimed on MATH alone: every \d+ days /);
    const none = figureOf(abilities({ mmlu: 0, bbh: 0, math: 0, humaneval: 0, mbpp: 0 }));
    assert.equal(said(none.wording.verdict), "No doubling can be claimed on any of the five benchmarks.");
    assert.ok(none.keys.every(({ text }) => !text.startsWith("fit")));
    assert.equal(linesOf(draw(none)).filter(({ paint }) => paint === "strong").length, 0);
  });

  it("does not speak of abilities where cards have the average alone", () => {
    const figure = figureOf(paperModels);
    assert.equal(said(figure.wording.verdict), "No model has a score of a single benchmark.");
    assert.equal(plotOf(figure, "average").points.length, 47);
    assert.equal(plotOf(figure, "average").result[0]?.slice(0, 22), "doubles every 106 days");
    assert.equal(plotOf(figure, "mmlu").result[0], "no model with this score");
  });

  it("is a page without a figure when nothing can be drawn", () => {
    const figure = benchmarksFigure(analysisOf([model()]));
    assert.equal(figure.kind, "empty");
    assert.match(
      figure.kind === "empty" ? figure.wording.explanation : "",
      /one of the five benchmark scores/,
    );
  });
});

describe("the steps of the benchmarks", () => {
  it("end with the figure", () => {
    const steps = benchmarksSteps(analysisOf(grown));
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count += 1;
    assert.deepEqual(step.value, grownFigure);
    assert.ok(count > 6, `${count} steps`);
  });
});
