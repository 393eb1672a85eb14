import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Model } from "../../../../server/src/density/model.ts";
import { analyseFigure } from "../../../../server/src/figures/index.ts";
import type { Drawing } from "../../../../server/src/scene/drawing.ts";
import { contains, isWithin, overlaps } from "../../../../server/src/scene/geometry.ts";
import { placePlots } from "../../../../server/src/scene/plots/smallMultiples.ts";
import {
  anyDecades,
  anyIdentity,
  anyReading,
  drawnFor,
  testsOfEveryDrawing,
} from "../../../support/anyFigure.ts";
import { marksOf } from "../../../support/drawings.ts";
import { analysisOf } from "../../../support/figures.ts";
import { counts, model, scores } from "../../../support/models.ts";
import { nmi2025 } from "../../../support/nmi2025.ts";

const percent = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined, freq: 4 });

const card = fc.record({
  ...anyIdentity,
  percents: fc.record({
    average: percent,
    mmlu: percent,
    bbh: percent,
    math: percent,
    humaneval: percent,
    mbpp: percent,
  }),
  decades: anyDecades,
});

const picture = fc.record({
  ...anyReading,
  kind: fc.constantFrom("benchmarks" as const, "curves" as const),
  cards: fc.array(card, { maxLength: 30 }),
  trainingTokens: fc.constantFrom(5e12, 1e12, 1e8, 1e15),
  largestRun: fc.constantFrom(0.83e9, undefined, 1e3, 1e14),
});

type Picture = typeof picture extends fc.Arbitrary<infer Value> ? Value : never;

function modelOfCard(
  { day, percents, decades, family, name }: Picture["cards"][number],
  place: number,
): Model {
  const given = Object.entries(percents).flatMap(([id, value]): [string, number][] =>
    value === undefined ? [] : [[id, value]],
  );
  return model({
    name: `${name}${place}`,
    family,
    releaseDate: { epochDay: 19_358 + day, precision: "day" },
    parameters: counts({ nonEmbedding: 10 ** decades }),
    scores: scores(Object.fromEntries(given)),
  });
}

function drawingOf({ kind, cards, trainingTokens, largestRun, ...reading }: Picture): Drawing | undefined {
  const reference = { ...nmi2025, largestRunParameters: largestRun };
  const analysis = analysisOf(cards.map(modelOfCard), { trainingTokens, reference, samples: 100 });
  return drawnFor(analyseFigure(kind, analysis), reading);
}

describe("any figure of several plots", () => {
  const everyDrawing = testsOfEveryDrawing(picture, drawingOf);

  it("has a target within its area for every model shown, and a mark at each", () => {
    everyDrawing((drawing) => {
      const places = marksOf(drawing).map(({ at }) => at);
      for (const { at } of drawing.targets) {
        assert.ok(contains(drawing.area, at));
        assert.ok(places.some(({ x, y }) => Math.abs(x - at.x) <= 0.5 && Math.abs(y - at.y) <= 0.5));
      }
    });
  });
});

describe("a grid of plots", () => {
  const frame = { top: 20, left: 30, bottom: 20 };

  it("has plots of one size within the area, apart from each other, at least one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 320, max: 2000 }),
        fc.integer({ min: 100, max: 1200 }),
        (count, right, bottom) => {
          const area = { left: 0, top: 0, right, bottom };
          const places = placePlots(count, area, frame);
          assert.ok(places.length >= 1 && places.length <= count);
          const grown = { left: -1e-6, top: -1e-6, right: right + 1e-6, bottom: bottom + 1e-6 };
          for (const [place, { cell, plot }] of places.entries()) {
            assert.ok(isWithin(cell, grown) && isWithin(plot, cell));
            for (const other of places.slice(place + 1)) assert.ok(!overlaps(cell, other.cell));
          }
        },
      ),
    );
  });

  it("is three by two on a page of the panel's size, two by three on a narrow one", () => {
    const columns = (right: number, bottom: number) =>
      new Set(placePlots(6, { left: 0, top: 0, right, bottom }, frame).map(({ cell }) => cell.left)).size;
    assert.equal(columns(860, 430), 3);
    assert.equal(columns(356, 400), 2);
  });
});
