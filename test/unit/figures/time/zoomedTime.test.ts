import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { epochDayOf } from "../../../../server/src/density/calendar.ts";
import { layers } from "../../../../server/src/figures/layers.ts";
import { Movement } from "../../../../server/src/figures/movement.ts";
import type { TimeFigure } from "../../../../server/src/figures/time/timeFigure.ts";
import { timeZoom, zoomedTime } from "../../../../server/src/figures/time/zoomedTime.ts";
import type { Group } from "../../../../server/src/scene/drawing.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { analysisOf, paperModels, trendFigure } from "../../../support/figures.ts";
import { type TimeParts, timeParts } from "../../../support/timeDrawing.ts";

const whole = trendFigure(analysisOf(paperModels));

function day(year: number, month: number): number {
  const epochDay = epochDayOf(year, month, 1);
  assert.ok(epochDay !== undefined);
  return epochDay;
}

function laidOut(figure: TimeFigure, movement?: Movement): TimeParts {
  return timeParts(figure, { layers, movement });
}

describe("the figure seen through a window of dates", () => {
  const year = { firstEpochDay: day(2024, 1), lastEpochDay: day(2025, 1) };
  const seen = zoomedTime(whole, year);

  it("has the models of these dates and no others", () => {
    const expected = whole.points.filter(
      ({ releaseDate: { epochDay } }) => epochDay >= year.firstEpochDay && epochDay <= year.lastEpochDay,
    );
    assert.ok(expected.length > 10 && expected.length < whole.points.length);
    assert.deepEqual(seen.points, expected);
  });

  it("says what the whole figure says: a window changes no fit", () => {
    assert.deepEqual(seen.wording, whole.wording);
    assert.equal(seen.fit?.doublingTimeDays, whole.fit?.doublingTimeDays);
    assert.equal(seen.fit?.solid.slopePerDay, whole.fit?.solid.slopePerDay);
  });

  it("cuts lines and bands at its sides", () => {
    const { solid, dashed, bands, plot } = laidOut(seen);
    closeTo(solid?.from.x ?? 0, plot.left, 1e-6);
    closeTo(solid?.to.x ?? 0, plot.right, 1e-6);
    assert.equal(dashed, undefined);
    const sides = bands[0]?.corners.map(({ x }) => x) ?? [];
    closeTo(Math.min(...sides), plot.left, 1e-6);
    closeTo(Math.max(...sides), plot.right, 1e-6);
  });

  it("keeps the band where it was", () => {
    const middle = (day(2024, 1) + day(2025, 1)) / 2;
    const narrow = zoomedTime(whole, { firstEpochDay: middle, lastEpochDay: middle + 40 });
    const [cut] = narrow.fit?.band?.overData ?? [];
    const steps = whole.fit?.band?.overData ?? [];
    const next = steps.findIndex(({ epochDay }) => epochDay > middle);
    const [before, after] = [steps[next - 1], steps[next]];
    assert.ok(cut && before && after);
    assert.equal(cut.epochDay, middle);
    assert.ok(cut.low >= before.low && cut.low <= after.low);
    assert.ok(cut.high >= before.high && cut.high <= after.high);
  });

  it("names neither the last model nor the break where their days are out of sight", () => {
    const broken = trendFigure(analysisOf(paperModels, { breakEpochDay: day(2024, 2) }));
    const early = laidOut(zoomedTime(broken, { firstEpochDay: day(2023, 1), lastEpochDay: day(2023, 12) }));
    assert.equal(early.lastModelTick, undefined);
    assert.equal(early.breakDay, undefined);
    const late = laidOut(zoomedTime(broken, { firstEpochDay: day(2024, 1), lastEpochDay: day(2025, 6) }));
    assert.ok(late.lastModelTick !== undefined);
    assert.ok(late.breakDay !== undefined);
  });

  it("keeps the density axis where no model is in sight", () => {
    const empty = zoomedTime(whole, { firstEpochDay: day(2023, 8) + 1, lastEpochDay: day(2023, 8) + 29 });
    assert.deepEqual(empty.points, []);
    assert.deepEqual(empty.densityRange, whole.densityRange);
  });

  it("puts everything it has inside the plot, whatever the dates", () => {
    const { firstEpochDay, lastEpochDay } = whole.timeRange;
    const dates = fc.integer({ min: Math.ceil(firstEpochDay), max: Math.floor(lastEpochDay) - 28 });
    fc.assert(
      fc.property(dates, fc.integer({ min: 28, max: 800 }), (start, days) => {
        const { plot, points, bands, solid, dashed, names } = laidOut(
          zoomedTime(whole, { firstEpochDay: start, lastEpochDay: start + days }),
        );
        const ends = [solid, dashed].flatMap((line) => (line ? [line.from, line.to] : []));
        const boxes = names.flatMap(
          ({
            text: {
              box: { left, right, top, bottom },
            },
          }) => [
            { x: left, y: top },
            { x: right, y: bottom },
          ],
        );
        for (const { x, y } of [
          ...points.map(({ at }) => at),
          ...ends,
          ...boxes,
          ...bands.flatMap(({ corners }) => corners),
        ]) {
          assert.ok(x >= plot.left - 1e-6 && x <= plot.right + 1e-6, `x ${x}`);
          assert.ok(y >= plot.top - 1e-6 && y <= plot.bottom + 1e-6, `y ${y}`);
        }
      }),
    );
  });
});

describe("a moving figure", () => {
  const from = { firstEpochDay: day(2023, 6), lastEpochDay: day(2024, 6) };
  const to = { firstEpochDay: day(2023, 8), lastEpochDay: day(2024, 8) };
  const restFigure = zoomedTime(whole, from);
  const rest = laidOut(restFigure);
  const movement = new Movement(rest.drawing, from);
  const at = (dates: typeof to) => laidOut(timeZoom.movedTo(whole, dates, restFigure), movement);
  const moved = at(to);
  /** Where marks stand on the axis of the figure at rest. */
  const placed = laidOut({ ...zoomedTime(whole, to), densityRange: restFigure.densityRange });

  it("has names that stand to their marks as they did", () => {
    assert.ok(moved.names.length > 1);
    for (const { text, anchor } of moved.names) {
      const [start, end] = [rest, placed].map(({ points }) =>
        points.find(({ point }) => point.id === anchor?.id),
      );
      const before = rest.names.find((name) => name.anchor?.id === anchor?.id);
      assert.ok(start && end && before);
      closeTo(text.box.left - end.at.x, before.text.box.left - start.at.x, 1e-6);
      closeTo(text.box.top - end.at.y, before.text.box.top - start.at.y, 1e-6);
    }
  });

  it("leaves names out once they would leave the plot", () => {
    const gone = rest.names.filter(
      ({ anchor }) => !moved.names.some((name) => name.anchor?.id === anchor?.id),
    );
    assert.ok(gone.length > 0);
    for (const { text } of moved.names)
      assert.ok(text.box.left >= moved.plot.left && text.box.right <= moved.plot.right);
  });

  it("has the marks of both sides in one group that comes again, moved to where they stand", () => {
    const groupOf = ({ drawing }: TimeParts): Group => {
      const group = drawing.shapes.find((shape) => shape.kind === "group" && shape.name === "marks");
      assert.ok(group?.kind === "group" && group.moves !== undefined);
      return group;
    };
    const [here, there] = [
      groupOf(moved),
      groupOf(at({ firstEpochDay: to.firstEpochDay + 9, lastEpochDay: to.lastEpochDay + 9 })),
    ];
    assert.equal(here.shapes, there.shapes);
    const marks = new Map(
      here.shapes.flatMap((shape) => (shape.kind === "mark" ? [[shape.modelIds[0], shape.at] as const] : [])),
    );
    assert.ok(marks.size > placed.points.length);
    for (const { point, at: place } of placed.points) {
      const mark = marks.get(point.id);
      if (mark === undefined) continue;
      closeTo(mark.x + (here.moves?.by ?? 0), place.x, 1e-6);
      closeTo(mark.y, place.y, 1e-6);
    }
  });

  it("makes its marks anew for dates beyond them, and for another scale", () => {
    const shapes = (dates: typeof to) =>
      at(dates).drawing.shapes.flatMap((shape) =>
        shape.kind === "group" && shape.name === "marks" ? [shape.shapes] : [],
      )[0];
    const [near, closer] = [shapes(to), shapes({ ...to, lastEpochDay: to.lastEpochDay - 60 })];
    assert.notEqual(near, closer);
    assert.notEqual(shapes({ firstEpochDay: day(2025, 1), lastEpochDay: day(2026, 1) }), near);
  });
});
