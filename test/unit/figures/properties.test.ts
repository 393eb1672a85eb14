import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Model } from "../../../server/src/density/model.ts";
import { analyseFigure, type FigureId } from "../../../server/src/figures/index.ts";
import type { Drawing } from "../../../server/src/scene/drawing.ts";
import { contains } from "../../../server/src/scene/geometry.ts";
import {
  anyDecades,
  anyIdentity,
  anyReading,
  drawnFor,
  testsOfEveryDrawing,
} from "../../support/anyFigure.ts";
import { marksOf } from "../../support/drawings.ts";
import { analysisOf } from "../../support/figures.ts";
import { counts, model, scores } from "../../support/models.ts";

const card = fc.record({
  ...anyIdentity,
  score: fc.double({ min: 12, max: 85, noNaN: true }),
  decades: anyDecades,
  price: fc.option(
    fc.oneof(
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
    ),
    { nil: undefined },
  ),
});

const picture = fc.record({
  ...anyReading,
  kind: fc.constantFrom<FigureId[]>("sizes", "prices", "backtest"),
  cards: fc.array(card, { minLength: 1, maxLength: 30 }),
});

type Picture = typeof picture extends fc.Arbitrary<infer Value> ? Value : never;

function modelOfCard(
  { day, score, decades, family, price, name }: Picture["cards"][number],
  place: number,
): Model {
  const epochDay = 19_358 + day;
  return model({
    name: `${name}${place}`,
    family,
    releaseDate: { epochDay, precision: "day" },
    parameters: counts({ nonEmbedding: 10 ** decades }),
    scores: scores({ average: score }),
    price: price === undefined ? undefined : { dollarsPerMillionTokens: price, epochDay },
  });
}

function drawingOf({ kind, cards, ...reading }: Picture): Drawing | undefined {
  return drawnFor(analyseFigure(kind, analysisOf(cards.map(modelOfCard))), reading);
}

describe("any drawing", () => {
  const everyDrawing = testsOfEveryDrawing(picture, drawingOf);

  it("has a mark and a target for every model shown, from left to right", () => {
    everyDrawing((drawing) => {
      const ofModels = marksOf(drawing).filter(({ modelIds }) => modelIds.length > 0);
      assert.equal(ofModels.length, drawing.targets.length);
      const across = drawing.targets.map(({ at }) => at.x);
      assert.deepEqual(
        across,
        across.toSorted((first, second) => first - second),
      );
      for (const { at } of drawing.targets) assert.ok(contains(drawing.area, at));
    });
  });
});
