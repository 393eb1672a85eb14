import assert from "node:assert/strict";
import { test } from "node:test";
import { checkFindings } from "../../support/markedCards.ts";
import { openText } from "../../support/openCards.ts";
import { repaired } from "../../support/repaired.ts";

const head = "name: Tern\nrelease_date: 2024-09-19\nkind: base\n";

/** Fixes of a card's counts, with the counts they leave. */
function counts(parameters: string, more = "", name = "Tern") {
  const card = (written: string, lines = more) =>
    `${head.replace("Tern", name)}${lines}parameters: ${written}\n`;
  return Object.entries(repaired(card(parameters), "counts-inconsistent")).map(([title, text]) => [
    title,
    text.slice(text.indexOf("parameters: ") + "parameters: ".length, -1),
  ]);
}

test("two counts are swapped where they fit each other then, and what is between them stays", () => {
  assert.deepEqual(counts("{ total: 12.9B, active: 46.7B }"), [
    ["Swap total and active", "{ total: 46.7B, active: 12.9B }"],
  ]);
  assert.deepEqual(
    counts("\n  active: 46.7B # each\n\n  # all\n  total: 12.9B # sic\n  non_embedding: 46.4B"),
    [
      [
        "Swap total and active",
        "\n  active: 12.9B # each\n\n  # all\n  total: 46.7B # sic\n  non_embedding: 46.4B",
      ],
    ],
  );
  assert.deepEqual(counts("{ total: 2.8B, non_embedding: 3B }"), [
    ["Swap total and non_embedding", "{ total: 3B, non_embedding: 2.8B }"],
  ]);
  assert.deepEqual(counts("{ total: 47B, active: 12.6B, active_non_embedding: 12.9B }"), [
    ["Swap active and active_non_embedding", "{ total: 47B, active: 12.9B, active_non_embedding: 12.6B }"],
  ]);
});

test("a count that vocabulary and width give is written", () => {
  const shape = "vocab_size: 100000, hidden_size: 2000, tied_embeddings: true";
  assert.deepEqual(counts(`{ total: 3B, non_embedding: 4B, ${shape} }`), [
    ["Write 2800000000, total without the embeddings", `{ total: 3B, non_embedding: 2800000000, ${shape} }`],
  ]);
  assert.deepEqual(counts(`{ total: 47B, active: 12.9B, active_non_embedding: 13.9B, ${shape} }`), [
    [
      "Write 12700000000, active without the embeddings",
      `{ total: 47B, active: 12.9B, active_non_embedding: 12700000000, ${shape} }`,
    ],
  ]);
  assert.deepEqual(
    counts(`{ total: 2.8B, non_embedding: 3B, ${shape} }`).map(([title]) => title),
    ["Swap total and non_embedding", "Write 2600000000, total without the embeddings"],
    "both agree with the shape",
  );
});

test("a dense model with active parameters is a mixture, or has none", () => {
  const block = "\n  total: 46.7B\n  active: 12.9B # each";
  const flow = repaired(
    `${head}architecture: dense # sic\nparameters: { total: 46.7B, active: 12.9B }\n`,
    "counts-inconsistent",
  );
  assert.deepEqual(flow, {
    "Write architecture: moe": `${head}architecture: moe # sic\nparameters: { total: 46.7B, active: 12.9B }\n`,
    "Remove this count": `${head}architecture: dense # sic\nparameters: { total: 46.7B }\n`,
  });
  assert.deepEqual(
    counts(block.replace(" # each", ""), "architecture: dense\n").map(([title]) => title),
    ["Write architecture: moe", "Remove this count"],
  );
  assert.deepEqual(
    counts(block, "architecture: dense\n", "Tern-8x7B").map(([title]) => title),
    ["Write architecture: moe"],
    "the name says which",
  );
});

test("nothing is offered for counts where nobody can know which is wrong", () => {
  const unknown = {
    "swapped they would be nearly all embeddings": counts("{ total: 7.24B, non_embedding: 72.4B }"),
    "swapped the third would not fit": counts("{ total: 5B, active: 46B, non_embedding: 4.8B }"),
    "swapped the model would be a mixture that is called dense": counts(
      "{ total: 12.9B, active: 46.7B }",
      "architecture: dense\n",
    ),
    "the name says that both are wrong": counts("{ total: 2B, active: 3B }", "", "Tern-7B"),
    "the embeddings alone are more": counts(
      "{ total: 0.4B, vocab_size: 256000, hidden_size: 2048, tied_embeddings: true }",
    ),
    "neither fits the shape": counts(
      "{ total: 0.1B, non_embedding: 3B, vocab_size: 100000, hidden_size: 2000, tied_embeddings: true }",
    ),
  };
  for (const [why, offered] of Object.entries(unknown)) assert.deepEqual(offered, [], why);
});

test("a bare number is said to say too little, and one in quotes to be text", () => {
  const said = (quantization: string) =>
    openText(`${head}parameters: 7B\nquantization: ${quantization}\n`)
      .findings.find(({ code }) => code === "quantization-bits")
      ?.message.split(",")[0];
  assert.equal(said("4"), "Nothing says that 4 is a number of bits");
  assert.match(said("{ bits: '4' }") ?? "", /^"4" in quotes is text$/);
  assert.equal(said("{ bits: 64 }"), "64 is not a number of bits");
});

test("bits that a word names are written by a fix that keeps the word, as the message says", () => {
  const text = (quantization: string) =>
    `${head}parameters: { non_embedding: 7B }\nquantization: ${quantization}\n`;
  assert.deepEqual(repaired(text("int4"), "quantization-bits"), {
    "Write { bits: 4, method: int4 }": text("{ bits: 4, method: int4 }"),
  });
  assert.deepEqual(repaired(text("{ method: GPTQ-Int4 }"), "quantization-bits"), {
    "Write bits: 4": text("{ method: GPTQ-Int4, bits: 4 }"),
  });
  assert.deepEqual(repaired(text("BF16"), "quantization-bits"), {
    "Remove quantization": text("").replace(/quantization: \n/, ""),
  });
  checkFindings(text("⟦int4⟧"), [
    "error quantization-bits: int4 is not a number of bits, and without it quantised weights have no density. Write `quantization: { bits: 4 }`, or leave the key out for weights of 16 or 32 bits.",
  ]);
});

test("a list of cards is not rewritten by a fix; the message says how", () => {
  const card = "name: Tern\n  release_date: 2024-09-19\n  kind: base\n  parameters: 7B\n";
  assert.deepEqual(repaired(`- ${card}`, "top-level-list"), {});
  checkFindings(`⟦- name: Tern⟧\n${card.slice(card.indexOf("\n") + 1)}- ${card}`, [
    "error top-level-list: This is a list, and a card is a map of keys with values. For several cards in one file write a line --- between them and no dashes before their names.",
  ]);
});

test("benchmarks below a heading are moved out of it", () => {
  const card = (lines: string) => `${head}parameters: { non_embedding: 7B }\nbenchmarks:\n${lines}`;
  const repairs = repaired(
    card("  General:\n    MMLU: 62.0 # ours\n    BBH: 50.1\n  math: 22\n"),
    "scores-misplaced",
  );
  assert.equal(
    repairs["Move the scores out of the heading"],
    card("  MMLU: 62.0 # ours\n  BBH: 50.1\n  math: 22\n"),
  );
});
