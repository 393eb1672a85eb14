import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { layers } from "../../../../server/src/figures/layers.ts";
import { timeFigure } from "../../../../server/src/figures/time/timeFigure.ts";
import type { DrawnMark } from "../../../../server/src/scene/drawing.ts";
import { isWithin, overlaps, type Rectangle } from "../../../../server/src/scene/geometry.ts";
import { anyIdentity, anySize } from "../../../support/anyFigure.ts";
import { assertTextsApart, boxOf, textsOf } from "../../../support/drawings.ts";
import { analysisOf, modelOf } from "../../../support/figures.ts";
import { type TimeParts, timeParts } from "../../../support/timeDrawing.ts";

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
}: Picture): TimeParts | undefined {
  const models = cards.map(({ day, exponent, isMonthOnly, family, ...each }, place) =>
    modelOf(`${each.name}${place}`, day, 2 ** (rises ? exponent / 10 + day / 100 : exponent), {
      family,
      releaseDate: { epochDay: 19_358 + day, precision: isMonthOnly ? "month" : "day" },
    }),
  );
  const breakEpochDay = breakDay === undefined ? undefined : 19_358 + breakDay;
  const analysis = analysisOf(models, { estimator, samples: 100, breakEpochDay });
  const figure = timeFigure(analysis, ahead === undefined ? undefined : 19_358 + ahead);
  if (figure.kind === "empty") return undefined;
  return timeParts(figure, { width, height, layers: shown });
}

/** Every number anywhere in a layout. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** A mark, and the bar behind it. */
function coveredBy(mark: DrawnMark): Rectangle[] {
  const { span } = mark;
  const bar = span && { left: span.from.x, right: span.to.x, top: span.from.y - 2, bottom: span.from.y + 2 };
  return [boxOf(mark), ...(bar === undefined ? [] : [bar])];
}

const runs = { numRuns: 150 };

describe("any figure", () => {
  it("has only finite coordinates", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        for (const number of numbersIn(layoutOf(drawn)?.drawing)) assert.ok(Number.isFinite(number));
      }),
      runs,
    );
  });

  it("keeps marks and lines in the plot and all text in the picture", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const layout = layoutOf(drawn);
        if (layout === undefined) return;
        const { plot, points, solid, dashed, paper, prediction, breakLines, errorBars } = layout;
        const nearlyPlot = {
          left: plot.left - 1e-6,
          top: plot.top - 1e-6,
          right: plot.right + 1e-6,
          bottom: plot.bottom + 1e-6,
        };
        const ends = [
          ...[solid, dashed, paper, ...prediction, ...breakLines],
          ...errorBars.filter(({ from, to }) => from.x === to.x),
        ].flatMap((line) => (line ? [line.from, line.to] : []));
        for (const { x, y } of [...points.map(({ at }) => at), ...ends])
          assert.ok(isWithin({ left: x, right: x, top: y, bottom: y }, nearlyPlot));
        const whole = { left: 0, top: 0, right: drawn.width, bottom: drawn.height };
        for (const text of textsOf(layout.drawing)) assert.ok(isWithin(boxOf(text), whole));
      }),
      runs,
    );
  });

  it("has no two texts that overlap", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const layout = layoutOf(drawn);
        if (layout !== undefined) assertTextsApart(layout.drawing);
      }),
      runs,
    );
  });

  it("has no text over a mark", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const layout = layoutOf(drawn);
        if (layout === undefined) return;
        const covered = layout.points.flatMap(({ mark }) => coveredBy(mark));
        for (const text of textsOf(layout.drawing).filter(({ anchor }) => anchor !== undefined))
          assert.ok(!covered.some((box) => overlaps(box, boxOf(text))), text.text.text);
      }),
      runs,
    );
  });

  it("has a gridline every so many doublings, whole powers of two throughout", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const exponents = layoutOf(drawn)?.gridExponents ?? [];
        const steps = new Set(
          exponents.slice(1).map((exponent, place) => exponent - (exponents[place] ?? 0)),
        );
        assert.ok(steps.size <= 1);
        for (const step of steps) assert.ok(Number.isInteger(Math.log2(step)));
      }),
      runs,
    );
  });

  it("is the same for the same input", () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        assert.deepEqual(layoutOf(drawn)?.drawing, layoutOf(drawn)?.drawing);
      }),
      { numRuns: 40 },
    );
  });
});
