import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type TimeFigure, timeFigure } from "../../../../server/src/figures/time/timeFigure.ts";
import { backtestOf } from "../../../../server/src/trend/questions/backtest.ts";
import {
  backtestedTrend,
  claimedTrend,
  frontierOn,
} from "../../../../server/src/trend/questions/forecast.ts";
import { forecastRefusal, frontierSentence } from "../../../../server/src/wording/forecast.ts";
import { closeTo } from "../../../support/closeTo.ts";
import { analysisOf, paperModels, withShuffledDates } from "../../../support/figures.ts";
import { epochDay } from "../../../support/models.ts";
import { timeParts } from "../../../support/timeDrawing.ts";

const paper = analysisOf(paperModels);
const newYear = epochDay("2026-01-01");
const lastModel = epochDay("2025-04-05");

function figureTo(day: number | undefined, analysis = paper): TimeFigure {
  const figure = timeFigure(analysis, day);
  assert.ok(figure.kind === "time");
  return figure;
}

function forecastTo(day: number) {
  const claimed = claimedTrend(paper);
  assert.ok(claimed);
  return frontierOn(claimed, day);
}

/** As wide as the collection's own backtest makes it. */
function backtestedTo(day: number) {
  const claimed = backtestedTrend(paper, backtestOf(paper, "records").get());
  assert.ok(claimed);
  return frontierOn(claimed, day);
}

describe("the figure over time, drawn ahead", () => {
  it("reaches to the day, dashed beyond the last model, between the ends of the forecast", () => {
    const { fit, timeRange } = figureTo(newYear);
    assert.ok(fit?.band);
    assert.equal(fit.solid.lastEpochDay, lastModel);
    assert.equal(fit.dashed.firstEpochDay, lastModel);
    assert.equal(fit.dashed.lastEpochDay, newYear);
    assert.ok(timeRange.lastEpochDay >= newYear);
    const end = fit.band.beyond.at(-1);
    const { low, high } = forecastTo(newYear);
    assert.equal(end?.epochDay, newYear);
    closeTo(end?.low, low, 1e-9);
    closeTo(end?.high, high, 1e-9);
  });

  it("says the forecast in the words of the command line, first among the notes", () => {
    assert.equal(figureTo(newYear).notes[0], frontierSentence(newYear, backtestedTo(newYear)));
  });

  it("says in the plot how far that is beyond how much, in fewer words where there is little room", () => {
    const words = (width: number, day: number) => timeParts(figureTo(day), { width }).textOf("extrapolation");
    const far = epochDay("2027-04-05");
    assert.equal(words(1400, far), "extrapolated 24 months beyond 25 months of data");
    assert.equal(words(900, newYear), "extrapolated 9 months");
    assert.equal(words(900, lastModel), undefined);
  });

  it("is as without a question for a day within the data", () => {
    const day = epochDay("2024-06-01");
    const { notes, ...figure } = figureTo(day);
    const { notes: usual, ...without } = figureTo(undefined);
    assert.deepEqual(figure, without);
    assert.deepEqual(notes, [frontierSentence(day, forecastTo(day)), ...usual]);
  });

  it("is refused without a doubling, and not drawn so far ahead that the data would be a corner", () => {
    const shuffled = analysisOf(withShuffledDates(3));
    const refused = figureTo(newYear, shuffled);
    assert.equal(refused.fit, undefined);
    assert.equal(refused.notes[0], forecastRefusal);
    assert.deepEqual(refused.timeRange, figureTo(undefined, shuffled).timeRange);
    const tooFar = figureTo(epochDay("2040-01-01"));
    assert.match(tooFar.notes[0] ?? "", /^Not drawn to 1 Jan 2040: /);
    assert.deepEqual(tooFar.timeRange, figureTo(undefined).timeRange);
  });
});
