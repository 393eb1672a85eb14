import assert from "node:assert/strict";
import { test } from "node:test";
import { cardWith, checkFindings, onlyCard, textAt } from "../../../support/markedCards.ts";

const read: readonly [written: string, losses: readonly number[], scores: readonly number[]][] = [
  ["{ loss: 0.168 }", [0.168], []],
  ["{ loss: 1.2e-1, shots: 5 }", [0.12], []],
  ["{ score: 60, loss: 0.168 }", [0.168], [60]],
  ["[{ score: 60 }, { loss: 0.2 }, { loss: 0.3 }]", [0.2, 0.3], [60]],
];

for (const [written, losses, scores] of read) {
  test(`mmlu: ${written} is read without a finding`, () => {
    const text = cardWith(`benchmarks:\n  mmlu: ${written}\n`);
    const { model, ranges, findings } = onlyCard(text);
    assert.deepEqual(findings, []);
    assert.deepEqual(model?.losses.get("mmlu"), losses);
    assert.deepEqual(
      (model?.scores.get("mmlu") ?? []).map(({ percent }) => percent),
      scores,
    );
    assert.deepEqual(
      ranges.losses.get("mmlu")?.map((range) => Number(textAt(text, range))),
      losses,
    );
    assert.equal(textAt(text, ranges.benchmarkKeys.get("mmlu")), "mmlu");
  });
}

const refused: readonly [marked: string, said: string][] = [
  ["{ loss: ⟦0⟧ }", "error wrong-value: mmlu loss is 0; it must be above 0."],
  ["{ loss: ⟦-0.2⟧ }", "error wrong-value: mmlu loss is -0.2; it must be above 0."],
  [
    "{ loss: ⟦40⟧ }",
    "error wrong-value: mmlu loss is 40; even guessing gives less than 13 nats per token. Write the loss per token, not of the whole answer; of a perplexity, its natural logarithm.",
  ],
  ["{ loss: ⟦high⟧ }", "error wrong-type: mmlu loss is text. Write a number, as `0.168`."],
  ["{ ⟦loss⟧: }", "error missing-key: loss is empty. Write the number, as `loss: 0.168`."],
  ["{ score: 60, loss: ⟦[0.1]⟧ }", "error wrong-type: mmlu loss is a list. Write a number, as `0.168`."],
];

for (const [marked, said] of refused) {
  test(`mmlu: ${marked} says what to write, and neither loss nor score is used`, () => {
    const cards = checkFindings(cardWith(`benchmarks:\n  mmlu: ${marked}\n`), [said]);
    assert.equal(cards[0]?.model?.losses.size, 0);
    assert.equal(cards[0]?.model?.scores.size, 0);
  });
}

test("a result with neither score nor loss is told to give its score", () => {
  checkFindings(cardWith("benchmarks:\n  mmlu: ⟦{ shots: 5 }⟧\n"), [
    "error missing-key: score is missing. Write the number, as `score: 70.4`.",
  ]);
});

test("an average that is a loss is compared with no scores", () => {
  checkFindings(cardWith("benchmarks:\n  average: { loss: 0.2 }\n  mmlu: 60\n"), []);
});
