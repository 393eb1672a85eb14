import assert from "node:assert/strict";
import { test } from "node:test";
import type { ParameterCounts } from "../../../../server/src/density/model.ts";
import { onlyCard, onlyModel } from "../../../support/markedCards.ts";

function cardOf(parameters: string): string {
  return `name: Tern-3B\nrelease_date: 2024-09-19\nkind: base\nparameters: ${parameters}\n`;
}

const none: ParameterCounts = {
  total: undefined,
  active: undefined,
  nonEmbedding: undefined,
  activeNonEmbedding: undefined,
  nonEmbeddingOrigin: "unknown",
};

const readable: readonly [string, Partial<ParameterCounts>, readonly string[]][] = [
  ["7.24B", { total: 7.24e9 }, ["total-size"]],
  ["7240000000", { total: 7.24e9 }, ["total-size"]],
  ['"176,000,000,000"', { total: 176e9 }, ["total-size"]],
  ["176,000,000,000", { total: 176e9 }, ["total-size"]],
  [
    "{ total: 7.24B, non_embedding: 6.98B }",
    { total: 7.24e9, nonEmbedding: 6.98e9, nonEmbeddingOrigin: "given" },
    [],
  ],
  ["{ non_embedding: 6.98B }", { nonEmbedding: 6.98e9, nonEmbeddingOrigin: "given" }, []],
  ["{ active: 12.9B }", { active: 12.9e9 }, ["total-missing"]],
  [
    "{ total: 7616000000, vocab_size: 152064, hidden_size: 3584, tied_embeddings: false }",
    {
      total: 7_616_000_000,
      nonEmbedding: 7_616_000_000 - 2 * 152_064 * 3584,
      nonEmbeddingOrigin: "computed",
    },
    [],
  ],
  [
    "{ total: 1B, vocab_size: 100000, hidden_size: 1000, tied_embeddings: true }",
    { total: 1e9, nonEmbedding: 0.9e9, nonEmbeddingOrigin: "computed" },
    [],
  ],
  [
    "{ total: 1B, non_embedding: 0.8B, vocab_size: 100000, hidden_size: 1000, tied_embeddings: true }",
    { total: 1e9, nonEmbedding: 0.8e9, nonEmbeddingOrigin: "given" },
    [],
  ],
  // Whether embeddings are tied changes the count, so it is never guessed.
  ["{ total: 1B, vocab_size: 100000, hidden_size: 1000 }", { total: 1e9 }, ["total-size"]],
  [
    "{ total: 46.7B, active: , non_embedding: 46.4B }",
    { total: 46.7e9, nonEmbedding: 46.4e9, nonEmbeddingOrigin: "given" },
    ["empty-value"],
  ],
];

for (const [text, expected, codes] of readable) {
  test(`parameters: ${text}`, () => {
    const card = onlyCard(cardOf(text));
    assert.deepEqual(card.model?.parameters, { ...none, ...expected });
    assert.deepEqual(
      card.findings.map(({ code }) => code),
      codes,
    );
  });
}

const unusable: readonly [string, string][] = [
  ["7", "quantity-too-small"],
  ["8x7B", "quantity-shorthand"],
  ["unknown", "quantity-unknown"],
  ["{ total: 176,000,000,000 }", "comma-number"],
  ["{ total: 46.7B, active: 2 of 8, non_embedding: 46.4B }", "quantity-unreadable"],
  ["{ total: 12.9B, active: 46.7B }", "counts-inconsistent"],
  ["{ total: 46.7B, total: 46.8B, non_embedding: 46.4B }", "duplicate-key"],
  ["{ total: 46.7B, active: [12.9B] }", "wrong-type"],
  ["{ total: 1B, vocab_size: 1000000, hidden_size: 1000, tied_embeddings: true }", "counts-inconsistent"],
  ["{ total: 1B, vocab_size: 100K, hidden_size: 1000, tied_embeddings: true }", "wrong-type"],
  ["[7B]", "wrong-type"],
  ["true", "quantity-unreadable"],
  ["{}", "wrong-value"],
];

for (const [text, code] of unusable) {
  test(`a mistake in a count leaves no count to divide by: parameters: ${text}`, () => {
    const card = onlyCard(cardOf(text));
    assert.deepEqual(card.model?.parameters, none);
    assert.deepEqual(
      card.findings.map((finding) => finding.code),
      [code],
    );
  });
}

test("a mixture of experts can say so without active counts", () => {
  const card = onlyCard(cardOf("{ total: 46.7B, non_embedding: 46.4B }\narchitecture: moe"));
  assert.equal(card.model?.architecture, "mixture-of-experts");
  assert.deepEqual(
    card.findings.map(({ code }) => code),
    ["active-missing"],
  );
});

test("a total that is a name multiplied out is pointed out", () => {
  const text = cardOf("{ total: 176B, non_embedding: 175B, active: 39B }").replace(
    "Tern-3B",
    "Mixtral-8x22B",
  );
  assert.deepEqual(
    onlyCard(text).findings.map(({ code }) => code),
    ["multiplied-experts"],
  );
});

const quantizations: readonly [string, number | undefined, boolean][] = [
  ["{ bits: 4, method: GPTQ }", 4, true],
  ["{ bits: 1.58 }", 1.58, true],
  ["{ bits: 16 }", undefined, true],
  ["", undefined, true],
  ["{ method: GPTQ }", undefined, false],
  ["{ bits: four }", undefined, false],
  ["{ bits: 0 }", undefined, false],
  ["GPTQ", undefined, false],
  ["[4]", undefined, false],
];

for (const [text, bits, hasSize] of quantizations) {
  test(`quantization: ${text}`, () => {
    const card = onlyCard(`${cardOf("{ non_embedding: 7B }")}quantization: ${text}\n`);
    assert.equal(card.model?.weightBits, bits);
    // Without the bits a quantised model would count as one at full precision.
    assert.equal(card.model?.parameters.nonEmbedding !== undefined, hasSize);
    assert.equal(card.findings.filter(({ severity }) => severity === "error").length, hasSize ? 0 : 1);
  });
}

test("a mistake in training tokens is said and costs nothing", () => {
  const text = `${cardOf("{ non_embedding: 7B }")}training_tokens: 18\n`;
  assert.equal(onlyModel(text).parameters.nonEmbedding, 7e9);
  assert.deepEqual(
    onlyCard(text).findings.map(({ code }) => code),
    ["quantity-too-small"],
  );
});

test("a word for the architecture that is not understood leaves no count, unless active counts decide", () => {
  const dense = cardOf("{ total: 46.7B, non_embedding: 46.4B }\narchitecture: sparse");
  assert.deepEqual(onlyModel(dense).parameters, none);
  const sparse = cardOf("{ total: 46.7B, non_embedding: 46.4B, active: 12.9B }\narchitecture: sparse");
  assert.equal(onlyModel(sparse).parameters.active, 12.9e9);
});

test("counts are said to be swapped only where they would fit each other then", () => {
  const advice = (text: string) =>
    onlyCard(cardOf(text))
      .findings.find(({ code }) => code === "counts-inconsistent")
      ?.message.split(". ")
      .at(-1);
  const swapped = "They may be swapped.";
  const wrong = "One of them is wrong.";
  assert.equal(advice("{ total: 12.9B, active: 46.7B }"), swapped);
  assert.equal(advice("{ total: 2.8B, non_embedding: 3B }"), swapped);
  assert.equal(advice("{ total: 7B, active: 70B, non_embedding: 6.5B }"), wrong, "nearly all embeddings");
  assert.equal(advice("{ total: 7.24B, non_embedding: 72.4B }"), wrong, "nearly all embeddings");
  assert.equal(
    advice("{ total: 5B, active: 46B, active_non_embedding: 12B }"),
    wrong,
    "the third is too large",
  );
});
