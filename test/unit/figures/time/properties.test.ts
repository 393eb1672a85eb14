import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { FigureLayout } from "../../../../server/src/figures/time/figureLayout.ts";
import { figureModel } from "../../../../server/src/figures/time/figureModel.ts";
import { layers } from "../../../../server/src/figures/time/layers.ts";
import { layoutFigure } from "../../../../server/src/figures/time/layout.ts";
import { markBoxes } from "../../../../server/src/figures/time/placedPoints.ts";
import { isWithin, overlaps, type Rectangle } from "../../../../server/src/scene/geometry.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { anyIdentity, anySize } from "../../../support/anyFigure.ts";
import { analysisOf, modelOf } from "../../../support/figures.ts";

const card = fc.record({
  ...anyIdentity,
  exponent: fc.oneof(
    fc.double({ min: -3, max: 5, noNaN: true }),
    fc.double({ min: -30, max: 30, noNaN: true }),
  ),
  isMonthOnly: fc.boolean(),
});

const picture = fc.record({
  cards: fc.array(card, { minLength: 1, maxLength: 40 }),
  rises: fc.boolean(),
  layers: fc.subarray([...layers]),
  ahead: fc.option(fc.integer({ min: -400, max: 4000 }), { nil: undefined }),
  breakDay: fc.option(fc.integer({ min: -400, max: 1500 }), { nil: undefined }),
  estimator: fc.constantFrom("records" as const, "quantile" as const, "all" as const),
  ...anySize,
});

type Picture = typeof picture extends fc.Arbitrary<infer Value> ? Value : never;

function layoutOf({
  cards,
  rises,
  layers: shown,
  ahead,
  breakDay,
  estimator,
  width,
  height,
}: Picture): FigureLayout | undefined {
  const models = cards.map(({ day, exponent, isMonthOnly, family, ...each }, place) =>
    modelOf(`${each.name}${place}`, day, 2 ** (rises ? exponent / 10 + day / 100 : exponent), {
      family,
      releaseDate: { epochDay: 19_358 + day, precision: isMonthOnly ? "month" : "day" },
    }),
  );
  const breakEpochDay = breakDay === undefined ? undefined : 19_358 + breakDay;
  const analysis = analysisOf(models, { estimator, samples: 100, breakEpochDay });
  const figure = figureModel(analysis, ahead === undefined ? undefined : 19_358 + ahead);
  if (figure.kind === "empty") return undefined;
  return layoutFigure(figure, { width, height, measureText: estimateTextWidth, layers: shown });
}

function textBoxes(layout: FigureLayout): Rectangle[] {
  const ticks = [...layout.densityTicks, ...layout.timeTicks].flatMap(({ label }) => label ?? []);
  const texts = [layout.axisName, ...ticks, ...layout.lineNames, ...innerTexts(layout)];
  return texts.map(({ box }) => box);
}

function innerTexts({ referenceName, lastModel, extrapolation, break: broken, recordLabels }: FigureLayout) {
  return [
    ...(referenceName ? [referenceName] : []),
    ...(extrapolation ? [extrapolation] : []),
    ...(broken?.texts ?? []),
    ...(lastModel?.name ? [lastModel.name] : []),
    ...recordLabels,
  ];
}

/** Every number anywhere in a layout. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

const runs = { numRuns: 150 };

describe("any figure", () => {
  it("has only finite coordinates", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        for (const number of numbersIn(layoutOf(drawn))) assert.ok(Number.isFinite(number));
      }),
      runs,
    );
  });

  it("keeps marks and lines in the plot and all text in the picture", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const layout = layoutOf(drawn);
        if (layout === undefined) return;
        const { plot, points, fit, paper, prediction, break: broken } = layout;
        const nearlyPlot = {
          left: plot.left - 1e-6,
          top: plot.top - 1e-6,
          right: plot.right + 1e-6,
          bottom: plot.bottom + 1e-6,
        };
        const ends = [
          ...[fit.solid, fit.dashed, paper, ...prediction, ...(broken?.lines ?? [])],
          ...points.flatMap(({ errorBar }) => errorBar.slice(0, 1)),
        ].flatMap((line) => (line ? [line.from, line.to] : []));
        for (const { x, y } of [...points, ...ends])
          assert.ok(isWithin({ left: x, right: x, top: y, bottom: y }, nearlyPlot));
        const whole = { left: 0, top: 0, right: drawn.width, bottom: drawn.height };
        for (const box of textBoxes(layout)) assert.ok(isWithin(box, whole));
      }),
      runs,
    );
  });

  it("has no two texts that overlap", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const layout = layoutOf(drawn);
        const boxes = layout === undefined ? [] : textBoxes(layout);
        for (const [place, box] of boxes.entries())
          for (const other of boxes.slice(place + 1)) assert.ok(!overlaps(box, other));
      }),
      runs,
    );
  });

  it("has no text over a mark", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const layout = layoutOf(drawn);
        if (layout === undefined) return;
        const marks = layout.points.flatMap(markBoxes);
        for (const { box } of innerTexts(layout)) assert.ok(!marks.some((mark) => overlaps(mark, box)));
      }),
      runs,
    );
  });

  it("has a gridline every so many doublings, whole powers of two throughout", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const ticks = layoutOf(drawn)?.densityTicks ?? [];
        const steps = new Set(
          ticks.slice(1).map(({ exponent }, place) => exponent - (ticks[place]?.exponent ?? 0)),
        );
        assert.ok(steps.size <= 1);
        for (const step of steps) assert.ok(Number.isInteger(Math.log2(step)));
        for (const { exponent } of ticks) assert.ok(Number.isInteger(exponent));
      }),
      runs,
    );
  });

  it("is the same for the same input", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        assert.deepEqual(layoutOf(drawn), layoutOf(drawn));
      }),
      { numRuns: 40 },
    );
  });
});
