import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Model } from "../../server/src/density/model.ts";
import { drawFigure } from "../../server/src/trend/drawing/drawFigure.ts";
import type { Drawing } from "../../server/src/trend/drawing/drawing.ts";
import { type DrawnFigureKind, drawnFigure } from "../../server/src/trend/drawing/drawnFigures.ts";
import { contains } from "../../server/src/trend/figure/geometry.ts";
import { estimateTextWidth } from "../../server/src/trend/svg/textWidth.ts";
import { assertNoTextOverMarks, assertTextsApart, assertWithin, marksOf } from "../support/drawings.ts";
import { analysisOf } from "../support/figures.ts";
import { counts, model, scores } from "../support/models.ts";

const name = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom("", "x".repeat(200), "نموذج لغوي", "大規模言語モデル", "Llama-3.1-8B", "\u202Eevil"),
);

const card = fc.record({
  name,
  day: fc.integer({ min: -400, max: 1500 }),
  score: fc.double({ min: 12, max: 85, noNaN: true }),
  decades: fc.oneof(fc.double({ min: 8, max: 12, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true })),
  family: fc.option(fc.constantFrom("Llama", "Qwen", "Phi", "Yi"), { nil: undefined }),
  price: fc.option(
    fc.oneof(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
    ),
    { nil: undefined },
  ),
});

const picture = fc.record({
  kind: fc.constantFrom<DrawnFigureKind[]>("sizes", "prices"),
  cards: fc.array(card, { minLength: 1, maxLength: 30 }),
  pinned: fc.array(fc.integer({ min: 0, max: 29 }), { maxLength: 3 }),
  hidden: fc.constantFrom("", "Llama", "Other"),
  width: fc.integer({ min: 320, max: 1400 }),
  height: fc.integer({ min: 200, max: 800 }),
});

type Picture = typeof picture extends fc.Arbitrary<infer Value> ? Value : never;

function modelOfCard(
  { day, score, decades, family, price, ...each }: Picture["cards"][number],
  place: number,
): Model {
  const epochDay = 19_358 + day;
  return model({
    name: `${each.name}${place}`,
    family,
    releaseDate: { epochDay, precision: "day" },
    parameters: counts({ nonEmbedding: 10 ** decades }),
    scores: scores({ average: score }),
    price: price === undefined ? undefined : { dollarsPerMillionTokens: price, epochDay },
  });
}

function drawingOf({ kind, cards, pinned, hidden, width, height }: Picture): Drawing | undefined {
  const figure = drawnFigure(kind, analysisOf(cards.map(modelOfCard)));
  if (figure.kind === "empty") return undefined;
  const isShown = (family: string) => family !== hidden;
  return drawFigure(
    figure,
    { width, height, measureText: estimateTextWidth },
    { isShown, pinned: pinned.map(String) },
  );
}

const runs = { numRuns: 200 };

function everyDrawing(check: (drawing: Drawing, picture: Picture) => void): void {
  fc.assert(
    fc.property(picture, (drawn) => {
      const drawing = drawingOf(drawn);
      if (drawing !== undefined) check(drawing, drawn);
    }),
    runs,
  );
}

describe("any drawing", () => {
  it("has nothing outside the picture", () => {
    everyDrawing(assertWithin);
  });

  it("has no text over a mark", () => {
    everyDrawing(assertNoTextOverMarks);
  });

  it("has no two texts that overlap", () => {
    everyDrawing(assertTextsApart);
  });

  it("has a mark and a target for every model shown, from left to right", () => {
    everyDrawing((drawing) => {
      assert.equal(marksOf(drawing).length, drawing.targets.length);
      const across = drawing.targets.map(({ at }) => at.x);
      assert.deepEqual(
        across,
        across.toSorted((first, second) => first - second),
      );
      for (const { at } of drawing.targets) assert.ok(contains(drawing.area, at));
    });
  });

  it("is the same for the same input", () => {
    fc.assert(
      fc.property(picture, (drawn) => assert.deepEqual(drawingOf(drawn), drawingOf(drawn))),
      { numRuns: 40 },
    );
  });
});
