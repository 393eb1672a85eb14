import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { TextEdit } from "vscode-languageserver-types";
import { completionsAt } from "../../../server/src/language/completion/completion.ts";
import { anyPlace, anyText } from "../../support/cardTexts.ts";
import { accepted, labels, offered } from "../../support/completions.ts";
import { openText, testToday } from "../../support/openCards.ts";

const head = "name: A\nrelease_date: 2024-09-19\n";

test("keys that are allowed and not there yet, in the order of the schema", () => {
  const keys = labels(`${head}‸\nparameters: 3B\n`);
  assert.deepEqual(keys.slice(0, 4), ["organization", "family", "kind", "architecture"]);
  for (const present of ["name", "release_date", "parameters"]) assert.ok(!keys.includes(present), present);
});

test("a key is documented and brings its skeleton", () => {
  const item = offered(`${head}par‸`).find(({ label }) => label === "parameters");
  assert.match(JSON.stringify(item?.documentation), /How many parameters the model has/);
  assert.equal(accepted(`${head}par‸`, "parameters"), `${head}parameters:\n  total: $1`);
  assert.equal(accepted(`${head}par‸`, "parameters", false), `${head}parameters: `);
  assert.match(accepted("name: A\n‸", "release_date"), /\nrelease_date: \$\{1:2026-02-16\}$/);
  assert.match(accepted(`${head}k‸`, "kind"), /kind: \$\{1\|base,instruct,pruned,distilled,merged\|\}$/);
});

test("in the middle of a word, and before a colon that is there", () => {
  assert.match(accepted(`${head}kin‸nd\n`, "kind"), /\nkind: \$\{1\|base,.*merged\|\}\n$/);
  assert.equal(accepted(`${head}ki‸: base\n`, "kind"), `${head}kind: base\n`);
});

test("inside maps: block, braces, several lines, a map in a list", () => {
  assert.deepEqual(labels(`${head}parameters:\n  total: 3B\n  ‸\nkind: base\n`), [
    "active",
    "non_embedding",
    "active_non_embedding",
    "vocab_size",
    "hidden_size",
    "tied_embeddings",
  ]);
  assert.deepEqual(labels(`${head}quantization: { bits: 4, ‸ }\n`), ["method"]);
  assert.deepEqual(labels(`${head}quantization: { ‸, bits: 4 }\n`), ["method"]);
  assert.deepEqual(labels(`${head}quantization:\n  { bits: 4, ‸ }\n`), ["method"], "braces on the next line");
  assert.ok(labels(`${head}benchmarks:\n  mmlu:\n    - { score: 50, ‸ }\n`).includes("harness"));
  assert.deepEqual(labels(`${head}quantization: {\n  bits: 4,\n  me‸`), ["method"]);
  const results = ["shots", "cot", "harness", "source", "stderr"];
  for (const marked of [
    `${head}benchmarks:\n  mmlu:\n    score: 3\n    ‸\n`,
    `${head}benchmarks:\n  mmlu: { score: 3, ‸ }\n`,
    `${head}benchmarks: { mmlu: { score: 3, ‸ } }\n`,
    `${head}benchmarks:\n  mmlu:\n    - score: 3\n      ‸\n`,
    `${head}benchmarks:\n  mmlu:\n    - score: 2\n      shots: 5\n    - score: 3\n      sh‸\n`,
  ]) {
    assert.deepEqual(labels(marked).slice(0, 5), results, marked);
  }
});

test("benchmarks not on the card yet, in whatever spelling, with what they measure", () => {
  const items = offered(`${head}benchmarks:\n  MMLU: 3\n  ‸\n`);
  assert.ok(!items.some(({ label }) => label === "mmlu"));
  const bbh = items.find(({ label }) => label === "bbh");
  assert.match(bbh?.detail ?? "", /^BBH: Reasoning in 23 tasks/);
  assert.match(bbh?.filterText ?? "", /BIG-Bench Hard/);
  const documentation = JSON.stringify(bbh?.documentation);
  assert.match(documentation, /nmi\\\\-2025 expects 3 shots and chain of thought/);
  assert.match(documentation, /up to 85/);
  const items2 = offered(`${head}benchmarks: { ‸ }\n`);
  assert.match(
    JSON.stringify(items2.find(({ label }) => label === "mmlu")?.documentation),
    /guessing gives 25/i,
  );
  assert.equal(
    accepted(`${head}benchmarks:\n  b‸`, "bbh with protocol"),
    `${head}benchmarks:\n  bbh: { score: $1, shots: 3, cot: true }`,
  );
});

test("values: closed choices, the collection's names, licences, today", () => {
  assert.deepEqual(labels("kind: ‸"), ["base", "instruct", "pruned", "distilled", "merged"]);
  assert.deepEqual(labels("organization: ‸"), ["Seabirds"]);
  assert.deepEqual(labels("family: T‸"), ["Tern"]);
  assert.deepEqual(labels("base_model: ‸"), ['"Gull: 3B"', "Tern-15B"]);
  assert.deepEqual(labels("base_model:\n  - ‸"), ['"Gull: 3B"', "Tern-15B"]);
  assert.deepEqual(labels("base_model: [Auk-3B, ‸]"), ['"Gull: 3B"', "Tern-15B"]);
  assert.ok(labels("license: ‸").includes("apache-2.0"));
  assert.deepEqual(labels("release_date: ‸"), ["2026-02-16", "2026-02"]);
  assert.equal(accepted("release_date: 2026-‸01-01\n", "2026-02-16"), "release_date: 2026-02-16\n");
  assert.deepEqual(labels("benchmarks: { mmlu: { cot: ‸ } }"), ["true", "false"]);
  assert.equal(labels("benchmarks: { mmlu: { harness: ‸ } }")[0], "Beak");
  assert.equal(
    offered("base_model: ‸")
      .find(({ label }) => label === "Tern-15B")
      ?.detail?.replaceAll("\u00a0", " "),
    "1 Mar 2024, 15.0 B",
  );
});

test("no card is made from itself, in a stream too", () => {
  const second = `---\nname: B\nrelease_date: 2024-10-19\nkind: base\nparameters: 3B\n`;
  assert.deepEqual(labels(`${head}kind: base\nparameters: 3B\nbase_model: ‸\n${second}`), [
    '"Gull: 3B"',
    "Tern-15B",
    "B",
  ]);
  assert.deepEqual(labels(`${head}kind: base\nparameters: 3B\n${second}base_model: ‸`), [
    '"Gull: 3B"',
    "Tern-15B",
    "A",
  ]);
});

test("days of an evaluation and of a price", () => {
  for (const marked of ["benchmarks: { mmlu: { date: ‸ } }", "price_per_million_tokens:\n  date: ‸\n"])
    assert.deepEqual(labels(marked), ["2026-02-16"], marked);
  assert.deepEqual(labels("notes: { date: ‸ }"), []);
});

test("behind a byte-order mark the first key counts as there", () => {
  assert.ok(!labels(`\uFEFF${head}‸`).includes("name"));
  assert.deepEqual(labels("\uFEFFkind: ‸"), ["base", "instruct", "pruned", "distilled", "merged"]);
  assert.equal(accepted("\uFEFFki‸", "kind", false), "\uFEFFkind: ");
});

test("while the text around is broken", () => {
  assert.ok(labels(`${head}parameters: { total: 3B\n‸\nbenchmarks: [\n`).includes("kind"));
  assert.ok(labels(`${head}kind\n‸\nnotes: see: this\n`).includes("license"));
  assert.deepEqual(labels(`name: "A\nquantization:\n  bits: 4\n  m‸\n`), ["method"]);
});

test("each card of a stream has keys of its own; an empty file has all", () => {
  assert.ok(labels(`${head}---\n‸\n---\nname: B\n`).includes("name"));
  assert.ok(!labels(`name: A\n---\nname: B\n‸\n---\n`).includes("name"));
  assert.ok(labels("‸").includes("name"));
  assert.ok(labels("# a comment above\n‸").includes("name"));
  assert.ok(labels("name: A\r\n‸\r\nkind: base\r\n").includes("parameters"));
});

test("nothing in comments, in free text, or behind a quote", () => {
  assert.deepEqual(labels(`${head}# k‸`), []);
  assert.deepEqual(labels(`${head}notes: ‸`), []);
  assert.deepEqual(labels(`${head}tags: [‸]`), []);
});

test("in a value that goes on from the line above, edits stay on the cursor's line", () => {
  const { context } = openText("{name: A\n!name: A\n");
  const items = completionsAt(context, { line: 1, character: 1 }, { today: testToday, snippets: true });
  for (const { textEdit } of items) {
    assert.ok(textEdit && TextEdit.is(textEdit));
    assert.deepEqual([textEdit.range.start.line, textEdit.range.end.line], [1, 1]);
  }
});

test("property: at any place of any text there is an answer, and its edits stay on the cursor's line", () => {
  fc.assert(
    fc.property(anyText, anyPlace, (text, part) => {
      const { context } = openText(text);
      const position = context.document.positionAt(Math.floor(part * text.length));
      for (const { textEdit } of completionsAt(context, position, { today: testToday, snippets: true })) {
        assert.ok(textEdit && TextEdit.is(textEdit));
        assert.equal(textEdit.range.start.line, position.line);
        assert.equal(textEdit.range.end.line, position.line);
      }
    }),
    {
      numRuns: 500,
      examples: [
        ["\r", 1],
        ["kind: base\rlic\r", 0.9],
      ],
    },
  );
});
