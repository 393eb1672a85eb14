import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { PointWalk } from "../../media/trendPanel/figure/pointWalk.ts";
import { largestTooltip, tooltipPlace } from "../../media/trendPanel/figure/tooltipPlace.ts";
import { wholeFigure } from "../../server/src/figures/drawingOptions.ts";
import { drawTime } from "../../server/src/figures/time/drawTime.ts";
import type { Target } from "../../server/src/scene/drawing.ts";
import { targetAt } from "../../server/src/scene/targetAt.ts";
import { analysisOf, paperModels, trendFigure } from "../support/figures.ts";

const figure = trendFigure(analysisOf(paperModels));
const drawing = drawTime(
  figure,
  { width: 900, height: 460, measureText: (text, { size }) => text.length * size * 0.55 },
  wholeFigure,
);

describe("the place of a tooltip", () => {
  const page = { width: 900, height: 640 };

  it("is right of its mark, else left, below or above", () => {
    const size = { width: 300, height: 200 };
    assert.deepEqual(tooltipPlace({ x: 100, y: 300 }, size, page), { x: 116, y: 280 });
    assert.deepEqual(tooltipPlace({ x: 800, y: 300 }, size, page), { x: 484, y: 280 });
    const narrow = { width: 380, height: 600 };
    assert.deepEqual(tooltipPlace({ x: 190, y: 100 }, size, narrow), { x: 40, y: 116 });
    assert.deepEqual(tooltipPlace({ x: 190, y: 500 }, size, narrow), { x: 40, y: 284 });
    assert.equal(tooltipPlace({ x: 190, y: 300 }, { width: 360, height: 500 }, narrow), undefined);
  });

  it("never covers the mark and never leaves the page", () => {
    const length = (most: number) => fc.integer({ min: 1, max: most });
    const coordinate = (most: number) => fc.double({ min: 1, max: most, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ x: coordinate(899), y: coordinate(639) }),
        fc.record({ width: length(400), height: length(600) }),
        (mark, wanted) => {
          const height = tooltipPlace(mark, wanted, page) ? wanted.height : largestTooltip(mark, page).height;
          const size = { width: wanted.width, height };
          const place = tooltipPlace(mark, size, page);
          assert.ok(place);
          assert.equal(size.height, Math.floor(size.height));
          const isBeside =
            place.x >= mark.x + 10 ||
            place.x + size.width <= mark.x - 10 ||
            place.y >= mark.y + 10 ||
            place.y + size.height <= mark.y - 10;
          assert.ok(isBeside);
          assert.ok(place.x >= 0 && place.x + size.width <= page.width);
          assert.ok(place.y >= 0 && place.y + size.height <= page.height);
        },
      ),
    );
  });
});

describe("the mark under the pointer", () => {
  it("is the nearest one within reach", () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ min: 0, max: 900, noNaN: true }),
          y: fc.double({ min: 0, max: 460, noNaN: true }),
        }),
        (at) => {
          const distance = (target: Target) => Math.hypot(target.at.x - at.x, target.at.y - at.y);
          const least = Math.min(...drawing.targets.map(distance));
          const hit = targetAt(drawing, at);
          if (least > 12) assert.equal(hit, undefined);
          else assert.equal(hit && distance(hit), least);
        },
      ),
    );
  });

  it("is the one on top where two are at the same place", () => {
    const [first] = drawing.targets;
    assert.ok(first);
    const place = { ...first, at: { x: 100, y: 100 } };
    const [below, above, record] = [
      { ...place, id: "below", isRecord: false },
      { ...place, id: "above", isRecord: false },
      { ...place, id: "record", isRecord: true },
    ];
    const hit = (...targets: readonly Target[]) => targetAt({ ...drawing, targets }, { x: 103, y: 98 });
    assert.equal(hit(below, above), above);
    assert.equal(hit(record, below, above), record);
  });
});

describe("the way from model to model", () => {
  const walked = figure.points.map((point) => ({ ...point, height: point.density, description: point.name }));
  const walk = new PointWalk(walked);

  it("never leaves the models, and comes back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...walked), (point) => {
        for (const [there, back] of [
          ["later", "earlier"],
          ["denser", "less-dense"],
        ] as const) {
          const next = walk.step(point.id, there);
          assert.ok(next);
          if (next !== point) assert.equal(walk.step(next.id, back), point);
        }
      }),
    );
  });

  it("starts at the latest record, also from a model that is gone", () => {
    assert.equal(walk.start()?.description, "Mistral-Small-24B");
    assert.equal(walk.step("gone", "later")?.description, "Mistral-Small-24B");
    assert.equal(new PointWalk([]).start(), undefined);
    assert.equal(new PointWalk(walked.filter(({ isRecord }) => !isRecord)).start(), walked.at(-1));
  });

  it("stays where it is when there is no record to go to", () => {
    const others = walked.filter(({ isRecord }) => !isRecord);
    const [first] = others;
    assert.ok(first);
    assert.equal(new PointWalk(others).step(first.id, "next-record"), first);
  });
});
