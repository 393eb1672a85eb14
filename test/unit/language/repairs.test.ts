import assert from "node:assert/strict";
import { test } from "node:test";
import { quickFixesAt } from "../../../server/src/language/codeActions/codeActions.ts";
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

/** Fixes of what a card says of its quantisation, with what they write. */
function bits(written: string, name = "Tern") {
  const card = (quantization: string) =>
    `${head.replace("Tern", name)}parameters: 7B\nquantization: ${quantization}\nlicense: mit # ü\n`;
  const [before = "", after = ""] = card("|").split("|");
  return Object.entries(repaired(card(written), "quantization-bits")).map(([title, text]) => {
    assert.ok(text.startsWith(before) && text.endsWith(after), text);
    return [title, text.slice(before.length, text.length - after.length)];
  });
}

const namedBits: readonly (readonly [string, number])[] = [
  ["int4", 4],
  ["INT8", 8],
  ["q4_k_m", 4],
  ["Q8_0", 8],
  ["IQ2_XS", 2],
  ["fp16", 16],
  ["bf16", 16],
  ["float8_e4m3", 8],
  ["nf4", 4],
  ["mxfp4", 4],
  ["w4a16", 4],
  ["GPTQ-Int4", 4],
  ["awq-3bit", 3],
];

for (const [word, number] of namedBits) {
  test(`${word} names ${number} bits and stays as the method`, () => {
    const map = `{ bits: ${number}, method: ${word} }`;
    assert.deepEqual(bits(word), [[`Write ${map}`, map]]);
    assert.deepEqual(bits(`{ bits: ${word}, method: GPTQ }`), [
      [`Write ${number}`, `{ bits: ${number}, method: GPTQ }`],
    ]);
    assert.deepEqual(bits(`{ bits: ${word} }`), [[`Write ${number} and method: ${word}`, map]]);
    assert.deepEqual(bits(`{ method: ${word} }`), [[`Add bits: ${number}, as the method says`, map]]);
  });
}

test("words that say nothing but a number of bits are that number", () => {
  for (const word of ["4bit", "4-bit", "4 bits", "'4'", '"4-bit"', "4bpw"]) {
    assert.deepEqual(bits(`{ bits: ${word} } # sic`), [["Write 4", "{ bits: 4 } # sic"]], word);
    assert.deepEqual(bits(word), [["Write { bits: 4 }", "{ bits: 4 }"]], word);
  }
  assert.deepEqual(bits("4 # sic"), [["Write { bits: 4 }", "{ bits: 4 } # sic"]]);
  assert.deepEqual(bits("4.25bpw"), [["Write { bits: 4.25 }", "{ bits: 4.25 }"]]);
});

test("bits are written in lines of their own as the map is", () => {
  assert.deepEqual(bits("\n  bits: q4_k_m # sic\n  # more"), [
    ["Write 4 and method: q4_k_m", "\n  bits: 4\n  method: q4_k_m # sic\n  # more"],
  ]);
  assert.deepEqual(bits("\n  # how\n  method: w4a16"), [
    ["Add bits: 4, as the method says", "\n  # how\n  bits: 4\n  method: w4a16"],
  ]);
  assert.deepEqual(bits("{ method: GPTQ }", "Tern-GPTQ-Int4"), [
    ["Add bits: 4, as the name says", "{ bits: 4, method: GPTQ }"],
  ]);
});

test("nothing is offered where no bits are named, or several", () => {
  const unknown = [
    "GPTQ",
    "{ method: AWQ }",
    "{ bits: 64 }",
    "{ bits: 0 }",
    "{ bits: some }",
    "int4/int8",
    "[int4]",
    "GPT4",
  ];
  for (const written of [...unknown, "{ bits: , method: int4 }", "{ bits: { weights: 4 } }"]) {
    assert.deepEqual(bits(written), [], written);
  }
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

const named = (name: string) =>
  `name: ${name}\nrelease_date: 2024-09-19\nkind: base\nparameters: { non_embedding: 7B }\n`;

/** A card as an item of a list. */
function item(card: string, dash = "- "): string {
  const indent = " ".repeat(dash.length);
  return `${dash}${card.replaceAll(/\n(?=[^\n])/g, `\n${indent}`)}`;
}

function stream(text: string, others: Readonly<Record<string, string>> = {}) {
  return Object.entries(repaired(text, "top-level-list", others));
}

test("a list of cards becomes a stream, with its comments and blank lines", () => {
  const list = `# all\n\n${item(named("A"))}  # end of A\n\n# about B\n${item(`${named("B")}notes: |\n  - one\n\n  - two\n`)}# end\n`;
  const cards = `# all\n\n${named("A")}# end of A\n\n---\n# about B\n${named("B")}notes: |\n  - one\n\n  - two\n# end\n`;
  const title = "Write 2 cards with --- between them";
  assert.deepEqual(stream(list), [[title, cards]]);
  const crlf = (text: string) => text.replaceAll("\n", "\r\n");
  assert.deepEqual(stream(crlf(list)), [[title, crlf(cards)]]);
  assert.deepEqual(stream(`\uFEFF${item(named("A"))}${item(named("B"))}`), [
    [title, `\uFEFF${named("A")}---\n${named("B")}`],
  ]);
  const indented = `${item(named("A"), "-   ")}${item(named("B"), "-  ")}`.replaceAll(/^/gm, "  ").trimEnd();
  assert.deepEqual(stream(indented), [[title, `${named("A")}---\n${named("B")}`.trimEnd()]]);
  assert.deepEqual(
    stream(
      `${named("A")}---\n-\n  ${item(named("B"), "  ").slice(2)}- # third\n  ${item(named("C"), "  ").slice(2)}---\n${named("D")}`,
    ),
    [[title, `${named("A")}---\n${named("B")}---\n# third\n${named("C")}---\n${named("D")}`]],
  );
  assert.deepEqual(stream(item(named("A"))), [["Write it as a card", named("A")]]);
});

test("a list in brackets becomes a stream", () => {
  const flow = (name: string) =>
    `{ name: ${name}, release_date: 2024-09-19, kind: base, parameters: { non_embedding: 7B } }`;
  assert.deepEqual(stream(`# all\n[${flow("A")},\n  ${flow("B")},\n] # both\n`), [
    ["Write 2 cards with --- between them", `# all\n${flow("A")}\n---\n${flow("B")} # both\n`],
  ]);
  assert.deepEqual(
    stream(`[${flow("A")}, # first\n${flow("B")}]\n`),
    [],
    "a comment that could be on either",
  );
});

test("a list stays where its items are not all cards that could stand alone", () => {
  const refused = {
    "an item with an error": item(named("A")) + item(named("B").replace("7B", "7")),
    "an item that is text": `${item(named("A"))}- B\n`,
    "an empty item": `${item(named("A"))}-\n`,
    "two items of one name": item(named("A")) + item(named("A")),
    "an alias of another item":
      item(named("A").replace("7B", "&size 7B")) + item(named("B").replace("7B", "*size")),
    "an item with an anchor": `- &a\n  ${item(named("A"), "  ").slice(2)}`,
  };
  for (const [why, text] of Object.entries(refused)) assert.deepEqual(stream(text), [], why);
  assert.deepEqual(stream(item(named("A")), { "a.modelcard.yaml": named("A") }), [], "a name that is taken");
});

test("two lists of one card's name are each a card, but not both", () => {
  const list = `${item(named("A"))}${item(named("B"))}`;
  const titles = (text: string) =>
    quickFixesAt(openText(text).context, openText(text).findings, {
      start: { line: 0, character: 0 },
      end: { line: 99, character: 0 },
    }).map(({ title }) => title);
  const title = "Write 2 cards with --- between them";
  assert.deepEqual(titles(`${list}---\n${list}`), [title, title]);
  const other = list.replace("name: A", "name: C").replace("name: B", "name: D");
  assert.deepEqual(titles(`${list}---\n${other}`), [title, title, "Fix all 2 top-level-list in this file"]);
});
