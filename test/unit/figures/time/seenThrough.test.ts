import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { epochDayOf } from "../../../../server/src/density/calendar.ts";
import type { FigureLayout } from "../../../../server/src/figures/time/figureLayout.ts";
import type { TrendFigure } from "../../../../server/src/figures/time/figureModel.ts";
import { layers } from "../../../../server/src/figures/time/layers.ts";
import { layoutFigure } from "../../../../server/src/figures/time/layout.ts";
import { movedLabels } from "../../../../server/src/figures/time/movedLabels.ts";
import { seenThrough } from "../../../../server/src/figures/time/seenThrough.ts";
import { estimateTextWidth } from "../../../../server/src/scene/svg/textWidth.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { analysisOf, paperModels, trendFigure } from "../../../support/figures.ts";

const whole = trendFigure(analysisOf(paperModels));

function day(year: number, month: number): number {
  const epochDay = epochDayOf(year, month, 1);
  assert.ok(epochDay !== undefined);
  return epochDay;
}

function laidOut(figure: TrendFigure): FigureLayout {
  return layoutFigure(figure, { width: 900, height: 450, measureText: estimateTextWidth, layers });
}

describe("the figure seen through a window of dates", () => {
  const year = { firstEpochDay: day(2024, 1), lastEpochDay: day(2025, 1) };
  const seen = seenThrough(whole, year);

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
    const { fit, band, plot } = laidOut(seen);
    closeTo(fit.solid?.from.x ?? 0, plot.left, 1e-6);
    closeTo(fit.solid?.to.x ?? 0, plot.right, 1e-6);
    assert.equal(fit.dashed, undefined);
    const sides = band?.overData.map(({ x }) => x) ?? [];
    closeTo(Math.min(...sides), plot.left, 1e-6);
    closeTo(Math.max(...sides), plot.right, 1e-6);
  });

  it("keeps the band where it was", () => {
    const middle = (day(2024, 1) + day(2025, 1)) / 2;
    const narrow = seenThrough(whole, { firstEpochDay: middle, lastEpochDay: middle + 40 });
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
    const early = laidOut(seenThrough(broken, { firstEpochDay: day(2023, 1), lastEpochDay: day(2023, 12) }));
    assert.equal(early.lastModel, undefined);
    assert.equal(early.break, undefined);
    const late = laidOut(seenThrough(broken, { firstEpochDay: day(2024, 1), lastEpochDay: day(2025, 6) }));
    assert.ok(late.lastModel !== undefined);
    assert.ok(late.break !== undefined);
  });

  it("keeps the density axis where no model is in sight", () => {
    const empty = seenThrough(whole, { firstEpochDay: day(2023, 8) + 1, lastEpochDay: day(2023, 8) + 29 });
    assert.deepEqual(empty.points, []);
    assert.deepEqual(empty.densityRange, whole.densityRange);
  });

  it("puts everything it has inside the plot, whatever the dates", () => {
    const { firstEpochDay, lastEpochDay } = whole.timeRange;
    const dates = fc.integer({ min: Math.ceil(firstEpochDay), max: Math.floor(lastEpochDay) - 28 });
    fc.assert(
      fc.property(dates, fc.integer({ min: 28, max: 800 }), (start, days) => {
        const { plot, points, band, fit, recordLabels } = laidOut(
          seenThrough(whole, { firstEpochDay: start, lastEpochDay: start + days }),
        );
        const ends = [fit.solid, fit.dashed].flatMap((line) => (line ? [line.from, line.to] : []));
        const boxes = recordLabels.flatMap(({ box: { left, right, top, bottom } }) => [
          { x: left, y: top },
          { x: right, y: bottom },
        ]);
        for (const { x, y } of [
          ...points,
          ...ends,
          ...boxes,
          ...(band?.overData ?? []),
          ...(band?.beyond ?? []),
        ]) {
          assert.ok(x >= plot.left - 1e-6 && x <= plot.right + 1e-6, `x ${x}`);
          assert.ok(y >= plot.top - 1e-6 && y <= plot.bottom + 1e-6, `y ${y}`);
        }
      }),
    );
  });
});

describe("names in a moving figure", () => {
  const rest = laidOut(seenThrough(whole, { firstEpochDay: day(2023, 6), lastEpochDay: day(2024, 6) }));
  const moved = laidOut(seenThrough(whole, { firstEpochDay: day(2023, 8), lastEpochDay: day(2024, 8) }));
  const names = movedLabels(rest, moved.points, moved.plot);

  it("stand to their marks as they did", () => {
    assert.ok(names.length > 1);
    for (const { pointId, box } of names) {
      const [from, to] = [rest, moved].map(({ points }) => points.find(({ point }) => point.id === pointId));
      const before = rest.recordLabels.find((label) => label.pointId === pointId);
      assert.ok(from && to && before);
      closeTo(box.left - to.x, before.box.left - from.x, 1e-6);
      closeTo(box.top - to.y, before.box.top - from.y, 1e-6);
    }
  });

  it("are left out once they would leave the plot", () => {
    const gone = rest.recordLabels.filter(({ pointId }) => !names.some((name) => name.pointId === pointId));
    assert.ok(gone.length > 0);
    for (const { box } of names) assert.ok(box.left >= moved.plot.left && box.right <= moved.plot.right);
  });
});
