import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerForecasts } from "../../../server/src/cli/trendQuestions.ts";
import {
  type PanelForecastQuestion,
  readForecastQuestions,
} from "../../../server/src/panel/forecastQuestion.ts";
import { forecasts } from "../../../server/src/panel/panelForecast.ts";
import type { CollectionAnalysis } from "../../../server/src/trend/collection/analyseCollection.ts";
import { finish } from "../../../server/src/trend/steps.ts";
import { forecastRefusal, forecastSentence } from "../../../server/src/wording/forecast.ts";
import { noReferenceIntervals } from "../../../server/src/wording/referenceIntervals.ts";
import { analysisOf, paperModels, withShuffledDates } from "../../support/figures.ts";
import { model, scores } from "../../support/models.ts";
import { panelContext } from "../../support/panelContexts.ts";

const paper = analysisOf(paperModels);

function idOf(name: string, { models }: CollectionAnalysis = paper): string {
  const found = models.find((analysed) => analysed.model.name === name);
  assert.ok(found, name);
  return found.id;
}

function answers(
  asked: readonly PanelForecastQuestion[],
  analysis: CollectionAnalysis = paper,
): readonly string[] {
  return finish(forecasts({ context: { ...panelContext(), analysis } }, asked));
}

describe("what the panel asks ahead", () => {
  it("is answered in the words of the command line", () => {
    const modelId = idOf("Mistral-Small-24B");
    const asked: PanelForecastQuestion[] = [
      { kind: "match", modelId },
      { kind: "match", modelId, parameters: 3e9 },
      { kind: "frontier", epochDay: 20_454 },
      { kind: "wait", months: 6 },
    ];
    const match = "Mistral-Small-24B";
    const printed = [{ match }, { match, at: 3e9 }, { onEpochDay: 20_454 }, { wait: 6 }].flatMap((question) =>
      answerForecasts(paper, question).map(forecastSentence),
    );
    assert.deepEqual(answers(asked), printed);
    for (const answer of answers(asked))
      assert.match(
        answer,
        /(95.%|indicative) interval .* (within the data\.|beyond data that span 771 days)/,
      );
  });

  it("makes its draws in steps, so that others get their turn and a cancelled one ends", () => {
    const steps = forecasts({ context: panelContext() }, [{ kind: "wait", months: 6 }]);
    let count = 0;
    while (steps.next().done !== true) count += 1;
    assert.ok(count > 100, `${count} steps`);
  });

  it("is refused where no doubling is claimed", () => {
    const shuffled = analysisOf(withShuffledDates(16));
    const modelId = idOf("Mistral-Small-24B", shuffled);
    const asked: PanelForecastQuestion[] = [
      { kind: "match", modelId },
      { kind: "wait", months: 6 },
    ];
    assert.deepEqual(answers(asked, shuffled), [forecastRefusal, forecastRefusal]);
  });

  it("says of a model why it cannot be matched", () => {
    const analysis = analysisOf([
      ...paperModels,
      model({ name: "Saturated", scores: scores({ average: 99 }) }),
    ]);
    assert.deepEqual(
      answers(
        [
          { kind: "match", modelId: "gone" },
          { kind: "match", modelId: idOf("Saturated", analysis) },
        ],
        analysis,
      ),
      ["This model is no longer in the collection.", "Saturated has no density to be matched."],
    );
  });

  it("is told what the reference is worth, draw by draw, or why nobody can say", () => {
    const context = panelContext();
    // What other questions need is made by then.
    assert.deepEqual(finish(forecasts({ context }, [])), []);
    const steps = forecasts({ context }, [{ kind: "reference" }]);
    for (let draw = 0; draw < 5; draw++) assert.equal(steps.next().done, false);
    steps.return([]);
    const without = panelContext({ reference: "arxiv-2024" });
    assert.deepEqual(finish(forecasts({ context: without }, [{ kind: "reference" }])), [
      noReferenceIntervals,
    ]);
  });

  it("is read with care: what is no question is left out", () => {
    const good: PanelForecastQuestion[] = [
      { kind: "match", modelId: "a" },
      { kind: "match", modelId: "a", parameters: 3e9 },
      { kind: "frontier", epochDay: 20_454 },
      { kind: "wait", months: 0.5 },
      { kind: "reference" },
    ];
    assert.deepEqual(readForecastQuestions(good), good);
    const odd = [null, 3, {}, { kind: "match" }, { kind: "frontier", epochDay: 0.5 }];
    const months = [0, -1, 1e9, Number.NaN, "6"].map((each) => ({ kind: "wait", months: each }));
    assert.deepEqual(readForecastQuestions([...odd, ...months]), []);
    assert.deepEqual(readForecastQuestions([{ kind: "match", modelId: "a", parameters: -3 }]), [
      { kind: "match", modelId: "a" },
    ]);
    assert.deepEqual(readForecastQuestions("match"), []);
  });
});
