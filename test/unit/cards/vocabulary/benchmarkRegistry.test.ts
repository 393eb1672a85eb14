import assert from "node:assert/strict";
import { test } from "node:test";
import {
  benchmarkById,
  benchmarks,
  nearestBenchmark,
  resolveBenchmark,
  spellingOf,
} from "../../../../server/src/cards/vocabulary/benchmarkRegistry.ts";

test("no spelling names two benchmarks", () => {
  const owners = new Map<string, string>();
  for (const { id, name, aliases } of benchmarks) {
    for (const spelling of new Set([id, name, ...aliases].map(spellingOf))) {
      assert.equal(owners.get(spelling), undefined, `${spelling} of ${id}`);
      owners.set(spelling, id);
    }
  }
});

test("every entry has an id that can be a key, a name and a sentence", () => {
  for (const { id, name, measures } of benchmarks) {
    assert.match(id, /^[a-z0-9_]+$/);
    assert.ok(name.length > 0 && measures.length > 10, id);
  }
  assert.equal(new Set(benchmarks.map(({ id }) => id)).size, benchmarks.length);
});

test("facts are in their ranges", () => {
  for (const { id, chancePercent, items, published, meanOf } of benchmarks) {
    assert.ok(chancePercent === undefined || (chancePercent >= 0 && chancePercent <= 50), id);
    assert.ok(items === undefined || (Number.isInteger(items) && items > 0), id);
    assert.ok(published === undefined || /^20[12]\d-(?:0[1-9]|1[0-2])$/.test(published), id);
    for (const part of meanOf) assert.ok(benchmarkById(part), part);
  }
});

test("every date of publication has its source, and an arXiv number says the same month", () => {
  for (const { id, published, source } of benchmarks) {
    assert.equal(source === undefined, published === undefined, id);
    const month = /^https:\/\/arxiv\.org\/abs\/(\d\d)(\d\d)\./.exec(source ?? "");
    if (month !== null) assert.equal(published, `20${month[1]}-${month[2]}`, id);
  }
});

test("the average is the mean of the five benchmarks of the paper", () => {
  assert.deepEqual(benchmarkById("average")?.meanOf, ["mmlu", "bbh", "math", "humaneval", "mbpp"]);
});

const spellings: readonly [string, string | undefined][] = [
  ["mmlu", "mmlu"],
  ["MMLU", "mmlu"],
  ["BBH", "bbh"],
  ["Big-Bench Hard", "bbh"],
  ["big_bench_hard", "bbh"],
  ["HumanEval", "humaneval"],
  ["human_eval", "humaneval"],
  ["MATH", "math"],
  ["MBPP", "mbpp"],
  ["mbpp_plus", "mbpp_plus"],
  ["MBPP+", "mbpp_plus"],
  ["HumanEval+", "humaneval_plus"],
  ["MATH-500", "math_500"],
  ["GSM-8K", "gsm8k"],
  ["ARC-C", "arc_challenge"],
  ["GPQA Diamond", "gpqa_diamond"],
  ["Average", "average"],
  ["mmlu_stem", undefined],
  ["mathematics", undefined],
  ["mbpp_5", undefined],
  ["bbh_3shot", undefined],
  ["", undefined],
  ["__proto__", undefined],
];

for (const [key, id] of spellings) {
  test(`${JSON.stringify(key)} names ${id ?? "no benchmark"}`, () =>
    assert.equal(resolveBenchmark(key)?.id, id));
}

test("a misspelt benchmark has a nearest one, a foreign one has none", () => {
  assert.equal(nearestBenchmark("mmluu"), "mmlu");
  assert.equal(nearestBenchmark("HumanEvl"), "humaneval");
  assert.equal(nearestBenchmark("our_own_suite"), undefined);
});

test("a benchmark named after another one is no slip of it", () => {
  const own = ["aime_2026", "MMLU-SR", "mmlu_de", "MMLU-ProX", "GSM1k", "hellaswag_de", "mmlu2"];
  for (const key of own) assert.equal(nearestBenchmark(key), undefined, key);
});

test("words about how a score was measured are no part of the benchmark's name", () => {
  for (const key of ["MMLU (5-shot)", "mmlu_5_shot", "MMLU 5-shot", "mmlu few shot"])
    assert.equal(nearestBenchmark(key), "mmlu", key);
  assert.equal(nearestBenchmark("HumanEval pass@1"), "humaneval");
  for (const key of ["MATH-500 (maj@8)", "GSM8K (F1)", "MMMLU", "BBEH", "KMMLU"])
    assert.equal(nearestBenchmark(key), undefined, key);
});
