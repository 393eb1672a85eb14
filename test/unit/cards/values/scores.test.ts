import assert from "node:assert/strict";
import { test } from "node:test";
import { cardWith, checkFindings, onlyCard, onlyModel } from "../../../support/markedCards.ts";

const percents: readonly [string, number][] = [
  ["74.2", 74.2],
  ['"74.2"', 74.2],
  ['"77.0%"', 77],
  ["77.0 %", 77],
  ["7.42e1", 74.2],
  ["0", 0],
  ["100", 100],
  [".5%", 0.5],
  ["{ score: 0.57, unit: fraction }", 57],
  ["{ score: 1, unit: fraction }", 100],
  ["{ score: 0.9, unit: percent }", 0.9],
  ["{ score: 77%, unit: fraction }", 77],
  ["[{ score: 74.2 }]", 74.2],
];

for (const [text, expected] of percents) {
  test(`mmlu: ${text} is ${expected} percent, without doubt`, () => {
    const card = onlyCard(cardWith(`benchmarks:\n  mmlu: ${text}\n`));
    assert.deepEqual(card.findings, []);
    const [score] = card.model?.scores.get("mmlu") ?? [];
    assert.deepEqual([score?.percent, score?.unitDoubted], [expected, false]);
  });
}

const refused: readonly [string, string][] = [
  ["742", "score-range"],
  ["100.1", "score-range"],
  ["-0.1", "score-range"],
  ["{ score: 74.2, unit: fraction }", "score-range"],
  ["1e400", "score-range"],
  [".inf", "score-unreadable"],
  [".nan", "score-unreadable"],
  ["74,2", "score-unreadable"],
  ["20.0 ± 1.2", "score-unreadable"],
  ["n/a", "score-unreadable"],
  ["yes", "score-unreadable"],
  ["true", "score-unreadable"],
  ["{ shots: 5 }", "missing-key"],
  ["{ score: }", "missing-key"],
  ["{ score: [1] }", "wrong-type"],
  ["{ score: 50, unit: points }", "wrong-value"],
  ["[]", "wrong-value"],
  ["[50, high]", "score-unreadable"],
  ["[50, [51]]", "wrong-type"],
];

for (const [text, code] of refused) {
  test(`mmlu: ${text} is not used: ${code}`, () => {
    const card = onlyCard(cardWith(`benchmarks:\n  mmlu: ${text}\n`));
    assert.deepEqual(
      card.findings.map((finding) => finding.code),
      [code],
    );
    assert.equal(card.model?.scores.size, 0);
  });
}

const unitOfCard: readonly [string, string, number | undefined][] = [
  ["percent", "0.9", 0.9],
  ["fraction", "0.9", 90],
  ["fraction", "90", undefined],
  ["points", "90", undefined],
];

for (const [unit, score, expected] of unitOfCard) {
  test(`with unit: ${unit} a score of ${score} is ${expected ?? "not used"}`, () => {
    const card = onlyCard(cardWith(`unit: ${unit}\nbenchmarks: { mmlu: ${score} }\n`));
    assert.equal(card.model?.scores.get("mmlu")?.[0]?.percent, expected);
    assert.equal(card.findings.length, expected === undefined ? 1 : 0);
  });
}

test("a mistake in how a score was measured costs only that", () => {
  const card = onlyCard(
    cardWith("benchmarks: { mmlu: { score: 74.2, shots: five, stderr: 200, harness: X } }\n"),
  );
  assert.deepEqual(card.model?.scores.get("mmlu"), [
    { percent: 74.2, protocol: { harness: "X" }, unitDoubted: false },
  ]);
  assert.deepEqual(
    card.findings.map(({ code }) => code),
    ["wrong-type", "score-range"],
  );
});

test("a score of 1 or below is doubted when nothing says its unit", () => {
  const model = onlyModel(cardWith("benchmarks: { mmlu: 64.9, bbh: 1, math: 0, mbpp: 0.412 }\n"));
  const doubted = [...model.scores].filter(([, scores]) => scores.some(({ unitDoubted }) => unitDoubted));
  assert.deepEqual(
    doubted.map(([id]) => id),
    ["bbh", "mbpp"],
  );
});

test("a doubted score says what it could be compared with", () => {
  checkFindings(cardWith("benchmarks: { mmlu: 64.9, bbh: ⟦0.57⟧ }\n"), [
    "warning score-unit: bbh 0.57 reads as 0.57 %; the other score is 64.9. If it is a fraction, write 57. If it is percent, confirm it with `unit: percent`.",
  ]);
  checkFindings(cardWith("benchmarks: { bbh: ⟦0.57⟧ }\n"), [
    "warning score-unit: bbh 0.57 reads as 0.57 %. If it is a fraction, write 57 or, if all are, `unit: fraction`. If it is percent, confirm it with `unit: percent`.",
  ]);
});

const unitFixes: readonly [string, string, string][] = [
  ["in lines", cardWith("benchmarks:\n  mmlu: 0.5\n"), cardWith("unit: percent\nbenchmarks:\n  mmlu: 0.5\n")],
  [
    "in indented lines with Windows line ends",
    "---\r\n  name: A\r\n  benchmarks:\r\n    mmlu: 0.5\r\n",
    "---\r\n  name: A\r\n  unit: percent\r\n  benchmarks:\r\n    mmlu: 0.5\r\n",
  ],
  [
    "in braces",
    "{ name: A, benchmarks: { mmlu: 0.5 } }",
    "{ name: A, unit: percent, benchmarks: { mmlu: 0.5 } }",
  ],
];

for (const [where, before, after] of unitFixes) {
  test(`the fix that confirms percent writes the unit ${where}, and removes the doubt`, () => {
    const finding = onlyCard(before).findings.find(({ code }) => code === "score-unit");
    const fix = finding?.fixes?.[1];
    assert.ok(fix);
    const fixed = before.slice(0, fix.range.start) + fix.newText + before.slice(fix.range.end);
    assert.equal(fixed, after);
    assert.ok(!onlyCard(fixed).findings.some(({ code }) => code === "score-unit"));
  });
}

test("two spellings of one benchmark: neither is used", () => {
  const card = onlyCard(
    cardWith("benchmarks:\n  HumanEval: 57.9\n  mmlu: 70\n  human_eval: 56\n  HUMAN-EVAL: 55\n"),
  );
  assert.deepEqual([...(card.model?.scores.keys() ?? [])], ["mmlu"]);
  assert.deepEqual(
    card.findings.map(({ code }) => code),
    ["duplicate-benchmark", "duplicate-benchmark"],
  );
});

test("an unknown benchmark is kept under its own name, and its spellings count as one too", () => {
  const card = onlyCard(cardWith("benchmarks:\n  my_bench: 57.9\n  My-Bench: 56\n  other: 3\n"));
  assert.deepEqual([...(card.model?.scores.keys() ?? [])], ["other"]);
  assert.deepEqual(
    card.findings.map(({ code }) => code),
    ["unknown-benchmark", "duplicate-benchmark", "unknown-benchmark"],
  );
});

test("names that only start alike are different benchmarks", () => {
  const model = onlyModel(
    cardWith("benchmarks: { mbpp: 50, mbpp_plus: 40, MBPP+: 41, math: 30, MATH-500: 60 }\n"),
  );
  assert.deepEqual([...model.scores.keys()], ["mbpp", "math", "math_500"]);
});

const five = "mmlu: 70, bbh: 60, math: 50, humaneval: 40, mbpp: 30";
const averages: readonly [string, readonly string[]][] = [
  [`{ ${five}, average: 50 }`, []],
  [`{ ${five}, average: 50.1 }`, []],
  [`{ ${five}, average: 49.9 }`, []],
  [`{ ${five}, average: 50.11 }`, ["average-mismatch"]],
  [`{ ${five}, average: 0.5 }`, ["score-unit"]],
  ["{ average: 50 }", ["average-alone"]],
  ["{ mmlu: 70, average: 50 }", ["average-alone"]],
  // The mistake in mmlu is the one to correct first.
  [`{ ${five.replace("70", "high")}, average: 50 }`, ["score-unreadable"]],
  // Either of two results could be meant.
  [`{ ${five.replace("mmlu: 70", "mmlu: [70, 75]")}, average: 51 }`, []],
  [`{ ${five.replace("mmlu: 70", "mmlu: [70, 75]")}, average: 51.2 }`, ["average-mismatch"]],
];

for (const [text, codes] of averages) {
  test(`averages: ${text}`, () => {
    const { findings } = onlyCard(cardWith(`benchmarks: ${text}\n`));
    assert.deepEqual(
      findings.map(({ code }) => code),
      codes,
    );
  });
}

test("a given average stays among the scores, wherever its finding leads", () => {
  assert.equal(onlyModel(cardWith("benchmarks: { average: 50 }\n")).scores.get("average")?.[0]?.percent, 50);
});
