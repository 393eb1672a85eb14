import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { referenceScore } from "../../../../server/src/density/laws.ts";
import type { Reference } from "../../../../server/src/density/reference.ts";
import { curvesFigure } from "../../../../server/src/figures/curves/curvesFigure.ts";
import type { CurvesFigure } from "../../../../server/src/figures/curves/curvesFigureData.ts";
import { drawCurves } from "../../../../server/src/figures/curves/drawCurves.ts";
import { wholeFigure } from "../../../../server/src/figures/drawingOptions.ts";
import { shippedReference } from "../../../../server/src/references/references.ts";
import type { Drawing } from "../../../../server/src/scene/drawing.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { plainText } from "../../../../server/src/text/textRun.ts";
import { ableModel } from "../../../support/abilities.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { assertNoTextOverMarks, linesOf, marksOf, wordsOf } from "../../../support/drawings.ts";
import { analysisOf, paperModels } from "../../../support/figures.ts";
import { model, score, scores } from "../../../support/models.ts";
import { nmi2025, nmiCurve, paperDensity } from "../../../support/nmi2025.ts";

const paperFigure = curvesFigure(analysisOf(paperModels));

function plotOf({ plots }: CurvesFigure, id: string) {
  const plot = plots.find((each) => each.id === id);
  assert.ok(plot, id);
  return plot;
}

function draw(figure: CurvesFigure, width = 900, height = 430, options = wholeFigure): Drawing {
  return drawCurves(figure, { width, height, measureText: estimateTextWidth }, options);
}

/** The words of a plot's title when everything has room. */
function rangeSaid(id: string): string | undefined {
  const only = { ...paperFigure, plots: [plotOf(paperFigure, id)] };
  return wordsOf(draw(only))
    .find((words) => words.startsWith("reads"))
    ?.replaceAll("\u00a0", " ");
}

describe("the curves of the paper's reference", () => {
  it("are the composite's, then each benchmark's", () => {
    assert.deepEqual(
      paperFigure.plots.map(({ name }) => name),
      ["Average of five", "MMLU", "BBH", "MATH", "HumanEval", "MBPP"],
    );
  });

  it("say the ranges that were checked", () => {
    assert.deepEqual(["average", "mmlu", "bbh", "math", "humaneval", "mbpp"].map(rangeSaid), [
      "reads 18 to 77 %",
      "reads 28 to 80 %",
      "reads 30 to 81 %",
      "reads 12 to 69 %, valid to 57.1 %",
      "reads 5 to 84 %",
      "reads 4 to 85 %",
    ]);
  });

  it("never promise scores without effective parameters where there is no room to say more", () => {
    const words = wordsOf(draw(paperFigure, 380)).map((each) => each.replaceAll("\u00a0", " "));
    assert.ok(words.includes("reads 12 to 57 %") || words.includes("12 to 57 %"));
  });

  it("are thick to 0.83 B, thin to 4 B and dashed beyond, as the reference says", () => {
    for (const { stretches } of paperFigure.plots) {
      const [runs, fitted, extrapolated] = stretches;
      assert.deepEqual(
        stretches.map(({ support }) => support),
        ["runs", "fitted", "extrapolated"],
      );
      closeTo(runs?.steps.at(-1)?.parameters, 0.83e9, 1e-12);
      closeTo(fitted?.steps.at(0)?.parameters, 0.83e9, 1e-12);
      closeTo(fitted?.steps.at(-1)?.parameters, 4e9, 1e-12);
      closeTo(extrapolated?.steps.at(0)?.parameters, 4e9, 1e-12);
    }
    const styles = linesOf(draw(paperFigure)).filter(({ paint }) => paint === "blue");
    const [thick, thin, dashed] = styles;
    assert.ok(thick && thin && dashed && thick.width > thin.width);
    assert.deepEqual([thick.dashes, thin.dashes], [undefined, undefined]);
    assert.ok(dashed.dashes !== undefined);
  });

  it("are the reference's own scores", () => {
    for (const { id, stretches } of paperFigure.plots)
      for (const { parameters, percent } of stretches.flatMap(({ steps }) => steps))
        closeTo(percent, referenceScore(nmiCurve(id), parameters, paperDensity.trainingTokens), 1e-12);
  });

  it("have floor, chance and the end of validity as lines of their own", () => {
    const { floorPercent, chancePercent, validUpTo } = plotOf(paperFigure, "mmlu");
    assert.deepEqual([floorPercent.toFixed(1), chancePercent, validUpTo.toFixed(1)], ["20.7", 25, "89.2"]);
    const words = wordsOf(draw(paperFigure));
    for (const expected of [
      "floor 10.8",
      "chance 25",
      "floor 20.7",
      "valid to 57.1",
      "830\u00a0M",
      "4\u00a0B",
    ])
      assert.ok(words.includes(expected), expected);
    assert.equal(plotOf(paperFigure, "average").chancePercent, undefined);
  });
});

describe("curves of other references", () => {
  function stretchesWith(changes: Partial<Reference>) {
    const figure = curvesFigure(analysisOf(paperModels, { reference: { ...nmi2025, ...changes } }));
    return { figure, supports: figure.plots[0]?.stretches.map(({ support }) => support) };
  }

  it("are nowhere thick where the reference does not say where its runs end", () => {
    const { figure, supports } = stretchesWith({ largestRunParameters: undefined });
    assert.deepEqual(supports, ["fitted", "extrapolated"]);
    assert.ok(!figure.keys.some(({ text }) => text.startsWith("loss runs")));
    assert.ok(!plainText(figure.wording.grounds).includes("loss runs"));
  });

  it("are nowhere thin where score fits end with the runs", () => {
    const { figure, supports } = stretchesWith({ largestFittedParameters: 0.83e9 });
    assert.deepEqual(supports, ["runs", "extrapolated"]);
    assert.ok(!figure.keys.some(({ text }) => text.startsWith("score fit")));
  });

  it("have no loss runs when they are ladders", () => {
    const ladder = {
      kind: "ladder" as const,
      ladder: { c: 75, d: 25, n50: 3e9, k: 0.6 },
      family: "Tern",
      validatedScores: { above: 25, upTo: 95 },
      residualPoints: undefined,
    };
    const { figure, supports } = stretchesWith({
      curves: new Map([["mmlu", ladder]]),
      composite: { id: "mmlu", of: ["mmlu"] },
    });
    assert.deepEqual(supports, ["fitted", "extrapolated"]);
    assert.equal(figure.plots.length, 1);
    assert.equal(figure.plots[0]?.floorPercent, 25);
  });

  it("are read at the training size chosen", () => {
    const reference = shippedReference("arxiv-2024");
    assert.ok(reference);
    const figure = curvesFigure(analysisOf(paperModels, { reference, trainingTokens: 1e12 }));
    const { readable } = plotOf(figure, "average");
    assert.ok(readable && readable.high < 77);
  });

  it("say when no score can be read", () => {
    const figure = curvesFigure(analysisOf(paperModels, { trainingTokens: 1e6 }));
    assert.equal(plainText(figure.wording.verdict), "The average of five cannot be read at any score.");
    assert.ok(wordsOf(draw(figure)).includes("cannot be read"));
  });
});

describe("the finding of the curves", () => {
  const said = (changes: Parameters<typeof analysisOf>[1] = {}) => {
    const { verdict, grounds } = curvesFigure(analysisOf(paperModels, changes)).wording;
    return [verdict, grounds].map((runs) => plainText(runs).replaceAll("\u00a0", " "));
  };

  it("is the range of the basis, and how many models lie beyond what was measured", () => {
    assert.deepEqual(said(), [
      "The average of five can be read from 18 % to 77 %.",
      "Outside (shaded) one point of score moves the effective parameters by more than 25 %. 18 of 47 models are read beyond the largest fitted model (4 B effective parameters), where the curve is extrapolated; 35 beyond the loss runs (830 M).",
    ]);
  });

  it("says where the reference ends sooner than its curve", () => {
    assert.deepEqual(said({ basis: "math" }), [
      "MATH can be read from 12 % to 69 %; the reference is valid up to 57.1 %.",
      "Outside (shaded) one point of score moves the effective parameters by more than 25 %. No model of the collection has a density on this basis.",
    ]);
  });
});

describe("models on the curves", () => {
  const models = [
    ableModel("Both-25B", 0, { mmlu: 2, math: 3 }),
    ableModel("Math-25B", 10, { math: 5 }),
    ableModel("Tuned-25B", 20, { math: 7 }, { kind: "instruct" }),
    ableModel("Undated-25B", 30, { math: 8 }, { releaseDate: undefined }),
  ];
  const figure = curvesFigure(analysisOf(models));

  it("stand on every curve that their cards have a score for, by the rules of the trend", () => {
    const namesOn = (id: string) =>
      plotOf(figure, id).readings.map(({ model: place }) => figure.models[place]?.name);
    assert.deepEqual(namesOn("math"), ["Both-25B", "Math-25B"]);
    assert.deepEqual(namesOn("mmlu"), ["Both-25B"]);
    assert.deepEqual(namesOn("average"), []);
    assert.deepEqual(
      figure.models.map(({ name }) => name),
      ["Both-25B", "Math-25B"],
    );
  });

  it("stand at their score and its effective parameters", () => {
    const [both, math] = plotOf(figure, "math").readings;
    closeTo(both?.parameters, 75e9, 1e-9);
    closeTo(math?.parameters, 125e9, 1e-9);
    const drawing = draw(figure);
    assert.equal(marksOf(drawing).length, 3);
    assert.ok(
      drawing.targets.some(({ description }) =>
        /^Math-25B, MATH \d\d\.\d\u00a0%, 125\u00a0B effective parameters, Other$/.test(description),
      ),
    );
  });

  it("are hidden with their family, ringed and named when pinned", () => {
    assert.equal(marksOf(draw(figure, 900, 430, { isShown: () => false, pinned: [] })).length, 0);
    const pinned = draw(figure, 900, 430, { isShown: () => true, pinned: ["0"] });
    assert.equal(pinned.shapes.filter(({ kind }) => kind === "ring").length, 2);
    assert.equal(wordsOf(pinned).filter((words) => words === "Both-25B").length, 2);
  });

  it("in one place are one mark that says so, and targets each", () => {
    const alike = Array.from({ length: 5 }, (_, place) => ableModel(`Alike ${place}`, 0, { math: 2 }));
    const drawing = draw(curvesFigure(analysisOf(alike)));
    const marks = marksOf(drawing);
    assert.equal(drawing.targets.length, 5);
    assert.ok(marks.length < 5);
    assert.match(marks.find(({ isFilled }) => !isFilled)?.title ?? "", /Alike .*; and \d more$/);
  });

  it("far off the axis are counted, not drawn", () => {
    // Only a reference and a card that state no error put a score so low above chance.
    const exact = [...nmi2025.curves].map(
      ([id, curve]) => [id, { ...curve, residualPoints: undefined }] as const,
    );
    const reference = { ...nmi2025, curves: new Map(exact) };
    const lowest = new Map([["mbpp", [score(0.001, { standardErrorPercent: 0 })]]]);
    const tiny = model({ name: "Tiny", scores: lowest });
    const guess = model({ name: "Guess", scores: scores({ mbpp: 0.001 }) });
    const withTiny = curvesFigure(analysisOf([...models, tiny, guess], { reference }));
    assert.ok(withTiny.models.every(({ name }) => name !== "Tiny"));
    assert.match(
      withTiny.notes[0] ?? "",
      /^Not drawn, beyond the axis: 1 reading at .* effective parameters\.$/,
    );
    assert.deepEqual(withTiny.sizeRange.highestExponent, figure.sizeRange.highestExponent);
  });
});

describe("names within a plot", () => {
  it("keep clear of the marks of a crowded curve, at any width", () => {
    const crowd = Array.from({ length: 160 }, (_, place) =>
      model({ name: `${place}`, family: "Llama", scores: scores({ mmlu: 21 + 0.4 * place }) }),
    );
    const figure = curvesFigure(analysisOf(crowd));
    for (let width = 320; width <= 1400; width += 20) assertNoTextOverMarks(draw(figure, width, 600));
  });
});

describe("small pictures", () => {
  it("say how many curves have no room", () => {
    const words = wordsOf(draw(paperFigure, 320, 140));
    assert.ok(words.some((each) => /^\w+ more plots without room here$/.test(each)));
    assert.ok(!wordsOf(draw(paperFigure)).some((each) => each.includes("without room")));
  });
});
