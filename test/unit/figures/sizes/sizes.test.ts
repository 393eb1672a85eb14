import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Model } from "../../../../server/src/density/model.ts";
import { wholeFigure } from "../../../../server/src/figures/drawingOptions.ts";
import { drawSizes } from "../../../../server/src/figures/sizes/drawSizes.ts";
import { type SizesFigure, sizesFigure } from "../../../../server/src/figures/sizes/sizesFigure.ts";
import { timeFigure } from "../../../../server/src/figures/time/timeFigure.ts";
import type { Drawing } from "../../../../server/src/scene/drawing.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { plainText } from "../../../../server/src/text/textRun.ts";
import { type AbleModel, sameAbility } from "../../../../server/src/trend/questions/sameAbility.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { drawable, linesOf, marksOf, textsOf, wordsOf } from "../../../support/drawings.ts";
import { analysisOf, modelOf, paperModels } from "../../../support/figures.ts";
import { counts, model, releasedOn, scores } from "../../../support/models.ts";

function sizesOf(models: readonly Model[]): SizesFigure {
  return drawable(sizesFigure(analysisOf(models)));
}

function draw(figure: SizesFigure, width = 900, options = wholeFigure): Drawing {
  return drawSizes(figure, { width, height: 450, measureText: estimateTextWidth }, options);
}

function idOf({ points }: SizesFigure, name: string): string {
  const point = points.find((each) => each.name === name);
  assert.ok(point, name);
  return point.id;
}

const paperFigure = sizesOf(paperModels);

function able(name: string, isoDate: string, score: number, parameters: number, isRecord = false): AbleModel {
  return { name, releaseDate: releasedOn(isoDate), score, actualParameters: parameters, isRecord };
}

describe("the finding: a smaller model as able as an earlier, larger one", () => {
  const large = able("large", "2023-01-01", 50, 10e9);

  it("is a record within one point at half the size or less", () => {
    const small = able("small", "2023-06-01", 49, 5e9, true);
    const pair = sameAbility([large, small]);
    assert.equal(pair?.later, small);
    assert.equal(pair?.earlier, large);
    assert.equal(pair?.shareOfSize, 0.5);
    assert.equal(pair?.differencePoints, -1);
    assert.equal(pair?.daysBetween, 151);
  });

  it("is nothing that is too far off, too large, not later, or no record", () => {
    for (const other of [
      able("weaker", "2023-06-01", 48.9, 5e9, true),
      able("stronger", "2023-06-01", 51.1, 5e9, true),
      able("larger", "2023-06-01", 50, 5.1e9, true),
      able("same day", "2023-01-01", 50, 1e9, true),
      able("no record", "2023-06-01", 50, 1e9),
      { ...able("no shared score", "2023-06-01", 50, 1e9, true), score: undefined },
    ])
      assert.equal(sameAbility([large, other]), undefined, other.name);
  });

  it("is about the latest record, and the largest model that it matches", () => {
    const huge = able("huge", "2023-02-01", 50.5, 40e9);
    const early = able("early", "2023-03-01", 50, 1e9, true);
    const late = able("late", "2023-06-01", 50, 4e9, true);
    const pair = sameAbility([large, huge, early, late]);
    assert.deepEqual([pair?.later.name, pair?.earlier.name], ["late", "huge"]);
  });
});

describe("the words beside the sizes", () => {
  it("claim of the paper's models what their scores, sizes and dates say", () => {
    assert.equal(
      plainText(paperFigure.wording.verdict),
      "MiniCPM-2.4B is within 0.7 points of Mistral-7B-v0.1 with 35\u00a0% of its size, 127 days later.",
    );
    assert.match(
      plainText(paperFigure.wording.grounds),
      /Bigger is better, not denser: Llama-3\.1-405B has the most effective parameters and density 0\.39\.$/,
    );
  });

  it("say how far they extrapolate, and where the reference is from", () => {
    assert.match(paperFigure.notes[0] ?? "", /^Extrapolated: \d+ of 47 models, up to /);
    assert.match(paperFigure.notes[1] ?? "", /^Reference nmi-2025: Xiao et al\./);
  });

  it("name the densest model where no pair can be claimed", () => {
    const figure = sizesOf([
      modelOf("Sparse", 0, 0.5),
      modelOf("Dense", 90, 2, { scores: scores({ average: 42 }) }),
    ]);
    assert.match(
      plainText(figure.wording.verdict),
      /^The densest of 2 models, Dense, does with [\d.]+\u00a0B what takes the reference model [\d.]+\u00a0B\.$/,
    );
  });

  it("do not count one model", () => {
    assert.match(plainText(sizesOf([modelOf("Only", 0, 1)]).wording.verdict), /^Only does with /);
  });

  it("do not write a difference below a tenth of a point as none, nor months as days", () => {
    const figure = sizesOf([
      model({ name: "Old", releaseDate: releasedOn("2023-01-01"), scores: scores({ average: 40 }) }),
      model({
        name: "New",
        releaseDate: { ...releasedOn("2023-03-15"), precision: "month" },
        parameters: counts({ nonEmbedding: 7e6 }),
        scores: scores({ average: 40 }),
      }),
    ]);
    assert.equal(
      plainText(figure.wording.verdict),
      "New is within 0.1 points of Old with 0.1\u00a0% of its size, about 73 days later.",
    );
  });

  it("are those of an empty collection where there is nothing to draw", () => {
    const figure = sizesFigure(analysisOf([model({ name: "No score" })]));
    assert.equal(figure.kind, "empty");
  });
});

describe("the drawing of the sizes", () => {
  const drawing = draw(paperFigure);

  it("gives families the marks that they have in the figure over time", () => {
    assert.deepEqual(paperFigure.families, drawable(timeFigure(analysisOf(paperModels))).families);
  });

  it("puts equal densities on one diagonal, on both logarithmic axes", () => {
    const [reference] = linesOf(drawing).filter(({ paint, width }) => paint === "foreground" && width === 2);
    const [from, to] = reference?.through ?? [];
    assert.ok(from && to);
    const slope = (to.y - from.y) / (to.x - from.x);
    for (const [place, { density }] of paperFigure.points.entries()) {
      const { at } = drawing.targets.find(({ id }) => id === paperFigure.points[place]?.id) ?? {};
      assert.ok(at);
      const height: number = from.y + slope * (at.x - from.x) - at.y;
      assert.equal(Math.sign(height), Math.sign(Math.log(density)));
    }
  });

  it("names diagonals at their ends, the reference's in bold", () => {
    const names = textsOf(drawing).filter(({ text }) =>
      /^(density )?(1\/)?\d+(, the reference)?$/.test(text.text),
    );
    assert.deepEqual(
      names.map(({ text }) => text.text),
      ["density 4", "1, the reference", "1/4", "1/16", "1/64"],
    );
    assert.deepEqual(
      names.filter(({ text }) => text.font.weight === 650).map(({ text }) => text.text),
      ["1, the reference"],
    );
  });

  it("says which parameters the axes count", () => {
    assert.ok(wordsOf(drawing).includes("Effective parameters, log scale"));
    assert.ok(wordsOf(drawing).includes("Non-embedding parameters, log scale"));
    assert.ok(
      ["1\u00a0B", "3\u00a0B", "10\u00a0B", "100\u00a0M"].every((tick) => wordsOf(drawing).includes(tick)),
    );
  });

  it("fills the records and names them, and the models in the words", () => {
    assert.equal(marksOf(drawing).filter(({ isFilled }) => isFilled).length, 9);
    for (const label of [
      "Mistral-Small-24B 4.81",
      "MiniCPM-2.4B 0.77",
      "Mistral-7B-v0.1 0.29",
      "Llama-3.1-405B 0.39",
    ])
      assert.ok(wordsOf(drawing).includes(label), label);
  });

  it("tells a screen reader what a mark is", () => {
    const llama = drawing.targets.find(({ description }) => description.startsWith("Llama-65B"));
    assert.equal(
      llama?.description,
      "Llama-65B, density 0.040, 2.61\u00a0B effective from 64.8\u00a0B, 24 Feb 2023, Llama, record",
    );
  });

  it("hides a family and leaves the axes where they are", () => {
    const without = draw(paperFigure, 900, { isShown: (family) => family !== "Llama", pinned: [] });
    assert.equal(without.targets.length, 34);
    assert.deepEqual(without.area, drawing.area);
    const gemma = (of: Drawing) => of.targets.find(({ id }) => id === idOf(paperFigure, "Gemma2-9B"))?.at;
    assert.deepEqual(gemma(without), gemma(drawing));
  });

  it("drops what a narrow page has no room for", () => {
    const words = wordsOf(draw(paperFigure, 380));
    assert.ok(words.includes("Mistral-Small-24B"));
    assert.ok(!words.some((text) => text.includes("the reference")));
  });
});

describe("two pinned models", () => {
  const pinned = ["Mistral-7B-v0.1", "MiniCPM-2.4B"].map((name) => idOf(paperFigure, name));
  const drawing = draw(paperFigure, 900, { ...wholeFigure, pinned });

  it("have rings and an arrow to the denser, with the ratio in words", () => {
    assert.equal(drawing.shapes.filter(({ kind }) => kind === "ring").length, 2);
    assert.ok(wordsOf(drawing).includes("2.6 times denser"));
    const [arrow] = linesOf(drawing).filter(({ hasArrow }) => hasArrow);
    const [from, to] = arrow?.through ?? [];
    assert.ok(from && to && to.x < from.x);
    const denser = drawing.targets.find(({ id }) => id === pinned[1])?.at;
    closeTo(Math.hypot(to.x - (denser?.x ?? 0), to.y - (denser?.y ?? 0)), 11, 1e-9);
  });

  it("point the same way in whichever order they were pinned", () => {
    assert.deepEqual(draw(paperFigure, 900, { ...wholeFigure, pinned: pinned.toReversed() }), drawing);
  });

  it("have no arrow when one is hidden, or a third is pinned", () => {
    const arrows = (options: typeof wholeFigure) =>
      linesOf(draw(paperFigure, 900, options)).filter(({ hasArrow }) => hasArrow).length;
    assert.equal(arrows({ pinned, isShown: (family) => family !== "MiniCPM" }), 0);
    assert.equal(arrows({ ...wholeFigure, pinned: [...pinned, idOf(paperFigure, "Gemma2-9B")] }), 0);
  });

  it("are called equally dense when they are", () => {
    const figure = sizesOf([modelOf("A", 0, 1), modelOf("B", 90, 1)]);
    const words = wordsOf(draw(figure, 900, { ...wholeFigure, pinned: figure.points.map(({ id }) => id) }));
    assert.ok(words.includes("equally dense"));
  });
});
