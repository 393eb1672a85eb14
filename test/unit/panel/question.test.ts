import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { keptQuestion } from "../../../server/src/panel/panelQuestion.ts";
import { readPanelQuestion } from "../../../server/src/panel/readPanelQuestion.ts";

const question = {
  view: "sizes",
  choices: { untilEpochDay: null, without: ["Phi-1"], sinceEpochDay: 19_000, kinds: ["base"], tau: 0.95 },
  aheadEpochDay: 21_000,
};

describe("a question of a panel", () => {
  it("is written by the page as its answer is, in whatever order its choices were made", () => {
    const answered = readPanelQuestion(question);
    assert.deepEqual(answered, question);
    const turned = { ...question, choices: Object.fromEntries(Object.entries(question.choices).reverse()) };
    for (const asked of [question, turned, { ...question, choices: { ...question.choices, d0: undefined } }])
      assert.equal(JSON.stringify(keptQuestion(asked)), JSON.stringify(keptQuestion(answered)));
  });

  it("is read by the register: what is no value of its choice is left out, and so is what is no choice", () => {
    const choices = { ...question.choices, tau: 2, basis: 7, denominator: "papr", seed: 3, later: 1 };
    const { tau: _, ...others } = question.choices;
    assert.deepEqual(readPanelQuestion({ ...question, choices }).choices, others);
    for (const odd of [undefined, null, 7, "x", [], { choices: 7 }, { view: "pie", choices: null }])
      assert.deepEqual(readPanelQuestion(odd), { view: "time", choices: {} });
  });
});
