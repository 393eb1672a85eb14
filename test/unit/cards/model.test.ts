import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { isoOfEpochDay } from "../../../server/src/density/calendar.ts";
import { cardWith, checkFindings, onlyCard, onlyModel, textAt } from "../../support/markedCards.ts";

const complete = readFileSync(
  new URL("../../fixtures/cards/complete.modelcard.yaml", import.meta.url),
  "utf8",
);

test("a card with every key of the format becomes a model", () => {
  const model = onlyModel(complete);
  assert.deepEqual(model, {
    name: "Qwen2.5-7B",
    organization: "Alibaba",
    family: "Qwen2.5",
    releaseDate: { epochDay: 19_985, precision: "day" },
    kind: "base",
    baseModels: ["Qwen/Qwen2.5-14B", "Qwen2.5-3B"],
    checkpointOf: "Qwen2.5-run",
    architecture: "dense",
    parameters: {
      total: 7_610_000_000,
      active: 7_610_000_000,
      nonEmbedding: 6_530_000_000,
      activeNonEmbedding: 6_530_000_000,
      nonEmbeddingOrigin: "given",
    },
    weightBits: 4,
    price: { dollarsPerMillionTokens: 0.075, epochDay: 19_985 },
    scores: new Map([
      ["mmlu", [{ percent: 74.2, protocol: {}, unitDoubted: false }]],
      [
        "bbh",
        [
          {
            percent: 70.4,
            standardErrorPercent: 0.4,
            protocol: { shots: 3, chainOfThought: true, harness: "OpenCompass" },
            source: "https://example.org/a",
            unitDoubted: false,
          },
        ],
      ],
      [
        "math",
        [
          { percent: 49.8, protocol: { shots: 4, harness: "OpenCompass" }, unitDoubted: false },
          { percent: 52.1, standardErrorPercent: 1, items: 5000, protocol: {}, unitDoubted: false },
        ],
      ],
      ["humaneval", [{ percent: 57.9, protocol: {}, unitDoubted: false }]],
      ["mbpp", [{ percent: 63.6, protocol: {}, unitDoubted: false }]],
      ["our_own", [{ percent: 12, protocol: {}, unitDoubted: false }]],
    ]),
    losses: new Map([["math", [0.2]]]),
  });
});

test("the only thing to say about that card is that one benchmark is its own", () => {
  assert.deepEqual(
    onlyCard(complete).findings.map(({ code }) => code),
    ["unknown-benchmark"],
  );
});

test("ranges say where name, date, parameters and every score stand", () => {
  const { ranges } = onlyCard(complete);
  assert.equal(textAt(complete, ranges.name), "Qwen2.5-7B");
  assert.equal(textAt(complete, ranges.releaseDate), "2024-09-19");
  assert.equal(textAt(complete, ranges.parametersKey), "parameters");
  assert.match(textAt(complete, ranges.parameters) ?? "", /^total: 7\.61B/);
  assert.equal(textAt(complete, ranges.benchmarkKeys.get("bbh")), "Big-Bench Hard");
  assert.deepEqual(
    [...ranges.scores].map(([id, list]) => [id, list.map((range) => textAt(complete, range))]),
    [
      ["mmlu", ["74.2"]],
      ["bbh", ["70.4"]],
      ["math", ["49.8", "0.521"]],
      ["humaneval", ['"57.9"']],
      ["mbpp", ["63.6%"]],
      ["our_own", ["12"]],
    ],
  );
});

test("offsets are exact with a byte order mark, Windows line ends and astral characters", () => {
  const text = "\uFEFF# 😀\r\nname: 𝒳-7B\r\nkind: base\r\n---\r\nname: 😀😀\r\nrelease_date: 2025-02\r\n";
  const [first, second] = readCards(text).cards;
  assert.equal(textAt(text, first?.ranges.name), "𝒳-7B");
  assert.equal(textAt(text, second?.ranges.name), "😀😀");
  assert.equal(textAt(text, second?.ranges.releaseDate), "2025-02");
  assert.equal(textAt(text, second?.findings.find(({ code }) => code === "month-date")?.range), "2025-02");
});

test("the two cards of the mockup say what the mockup says", () => {
  checkFindings(
    `name: Tern-3B
release_date: 2024-09-19
kind: base
parameters:
  total: 3.21B
  non_embedding: 2.82B
benchmarks:
  mmlu: 56.4
  bbh: 41.8
  math: 18.6
  humaneval: 39.0
  mbpp: 49.2
---
name: Heron-7B
release_date: ⟦2025-02⟧
kind: base
⟦parameters⟧: 7.24B
benchmarks: { mmlu: 64.9, bbh: 52.0, math: 31.5, mbpp: 58.2, humaneval: ⟦0.412⟧ }
`,
    [
      "information month-date: Month only: drawn at 15 Feb 2025, ± 15 days.",
      "information total-size: No non-embedding size: 7.24 B in total is used, so the density is understated.",
      "warning score-unit: humaneval 0.412 reads as 0.412 %; the other scores are 31.5 to 64.9. If it is a fraction, write 41.2. If it is percent, confirm it with `unit: percent`.",
    ],
  );
});

test("a mistake in one key loses no other key", () => {
  const model = onlyModel(
    "name: Tern-3B\nrelease_date: soon\nkind: chat\nparameters: 7\nbenchmarks: { mmlu: high, bbh: 41.8 }\n",
  );
  assert.equal(model.name, "Tern-3B");
  assert.equal(model.releaseDate, undefined);
  assert.equal(model.kind, "unknown");
  assert.equal(model.parameters.total, undefined);
  assert.deepEqual([...model.scores.keys()], ["bbh"]);
});

test("a month counts as its 15th", () => {
  const { releaseDate } = onlyModel("name: A\nrelease_date: 2025-02\nparameters: 7B\n");
  assert.ok(releaseDate);
  assert.equal(isoOfEpochDay(releaseDate.epochDay), "2025-02-15");
  assert.equal(releaseDate.precision, "month");
});

test("a base model may be a name, org/name or a list", () => {
  assert.deepEqual(onlyModel(cardWith("base_model: Qwen2.5-14B\n")).baseModels, ["Qwen2.5-14B"]);
  assert.deepEqual(onlyModel(cardWith("base_model:\n- Qwen/A\n- B\n")).baseModels, ["Qwen/A", "B"]);
  assert.deepEqual(onlyModel(cardWith("base_model:\n")).baseModels, []);
});

const unreadable: readonly [string, string][] = [
  ["text", "just text\n"],
  ["a list", "- name: A\n"],
  ["a card without a name", "release_date: 2024-01-01\nparameters: 7B\n"],
  ["an empty name", "name: ''\nrelease_date: 2024-01-01\nparameters: 7B\n"],
  ["a list for a name", "name: [A]\nrelease_date: 2024-01-01\nparameters: 7B\n"],
  ["an open quote", 'name: A\norganization: "B\nparameters: 7B\n'],
];

for (const [what, text] of unreadable) {
  test(`${what} gives no model, and a finding says why`, () => {
    const card = onlyCard(text);
    assert.equal(card.model, undefined);
    assert.ok(card.findings.some(({ severity }) => severity === "error"));
  });
}

test("a card that cannot be read keeps the name that stands before the mistake", () => {
  assert.equal(onlyCard('name: A\norganization: "B\n').name, "A");
  assert.equal(onlyCard('name: "A\norganization: B\n').name, undefined);
});

test("a number for a name is read as text", () => {
  const card = onlyCard("name: 7\nrelease_date: 2024-01-01\nparameters: 7B\n");
  assert.equal(card.model?.name, "7");
  assert.ok(card.findings.some(({ code }) => code === "wrong-type"));
});
