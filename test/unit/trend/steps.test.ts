import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { estimators } from "../../../server/src/trend/fit/estimator.ts";
import type { TrendIntervals } from "../../../server/src/trend/fit/trendInterval.ts";
import { finish, SteppedResult, type Steps } from "../../../server/src/trend/steps.ts";
import { analysisOf, paperModels } from "../../support/figures.ts";

function freshIntervals(): TrendIntervals {
  const { intervals } = analysisOf(paperModels).trend;
  assert.ok(intervals !== undefined);
  return intervals;
}

/** The intervals of all estimators and a band, asked for at once. */
function answersOf(intervals: TrendIntervals) {
  return estimators.map((estimator) => [intervals.of(estimator), intervals.densityOn(estimator, 19_500)]);
}

describe("intervals made in steps", () => {
  const atOnce = answersOf(freshIntervals());

  it("are the ones made at once", () => {
    const intervals = freshIntervals();
    finish(intervals.steps(estimators));
    assert.deepEqual(answersOf(intervals), atOnce);
  });

  it("are the same when the steps were left, and taken up by somebody else", () => {
    const intervals = freshIntervals();
    const left = intervals.steps(["quantile"]);
    for (let step = 0; step < 300; step++) left.next();
    const [first, second] = [intervals.steps(["quantile"]), intervals.steps(["quantile", "all"])];
    for (let turn = 0; turn < 100; turn++) {
      first.next();
      second.next();
    }
    assert.deepEqual(answersOf(intervals), atOnce);
  });
});

describe("a verdict found in steps", () => {
  const { trend } = analysisOf(paperModels);

  it("is the one found at once, and rests on the quantile interval", () => {
    const stepped = analysisOf(paperModels).trend;
    const steps = [...stepped.verdictSteps()];
    assert.ok(steps.length > 100);
    assert.equal(stepped.verdict, trend.verdict);
    assert.deepEqual([...stepped.verdictSteps()], []);
    assert.equal(trend.verdict === "doubling", freshIntervals().of("quantile").slopeLow > 0);
  });

  it("takes one step where there are too few models", () => {
    const few = analysisOf(paperModels.slice(0, 3)).trend;
    assert.equal([...few.verdictSteps()].length, 1);
    assert.equal(few.verdict, "too-few-models");
  });
});

describe("a result computed in steps", () => {
  it("is computed once, and not before somebody asks", () => {
    let begun = 0;
    function* counting(): Steps<string> {
      begun++;
      yield;
      return "done";
    }
    const result = new SteppedResult(counting());
    assert.equal(begun, 0);
    assert.equal([...result.steps()].length, 2);
    assert.deepEqual([result.get(), result.get(), [...result.steps()], begun], ["done", "done", [], 1]);
  });
});
