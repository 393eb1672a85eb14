import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted, labels } from "../../support/completions.ts";

/** Checks what accepting an item makes of a text, row by row. */
function check(rows: readonly (readonly [marked: string, label: string, after: string])[]): void {
  for (const [marked, label, after] of rows) assert.equal(accepted(marked, label), after, marked);
}

/** Checks that nothing is offered. */
function checkNothing(...texts: readonly string[]): void {
  for (const marked of texts) assert.deepEqual(labels(marked), [], marked);
}

test("right behind a colon, dash or comma the blank is added", () => {
  check([
    ["kind:‸", "base", "kind: base"],
    ["kind:‸\nname: A\n", "base", "kind: base\nname: A\n"],
    ["base_model:‸", "Tern-15B", "base_model: Tern-15B"],
    ["base_model:\n  -‸", "Tern-15B", "base_model:\n  - Tern-15B"],
    ["base_model: [Auk-3B,‸]", "Tern-15B", "base_model: [Auk-3B, Tern-15B]"],
    ["quantization: { bits: 4,‸ }", "method", "quantization: { bits: 4, method: $1 }"],
    ["{ kind:‸ }", "base", "{ kind: base }"],
    ["{ kind:‸, name: A }", "base", "{ kind: base, name: A }"],
    ['{ "kind":‸ }', "base", '{ "kind": base }'],
  ]);
});

test("a value behind the cursor is replaced, comments are not", () => {
  check([
    ["license:‸ mit", "apache-2.0", "license: apache-2.0"],
    ["license:‸ mit # c", "apache-2.0", "license: apache-2.0 # c"],
    ["license: ‸  mit", "apache-2.0", "license: apache-2.0"],
    ["license: mit‸# c", "apache-2.0", "license: apache-2.0"],
    ["license: ‸# c", "apache-2.0", "license: apache-2.0 # c"],
    ["license: mit ‸# c", "apache-2.0", "license: apache-2.0 # c"],
    ['license:‸ "mit"', "apache-2.0", 'license: "apache-2.0"'],
    ["{ license:‸ mit }", "apache-2.0", "{ license: apache-2.0 }"],
  ]);
});

test("the whole of a value is replaced", () => {
  check([
    ["organization: Sea‸birds Inc", "Seabirds", "organization: Seabirds"],
    ["organization: Sea‸birds Inc # c\n", "Seabirds", "organization: Seabirds # c\n"],
    [
      "organization: Sea‸birds, Inc\r\nkind: base\r\n",
      "Seabirds",
      "organization: Seabirds\r\nkind: base\r\n",
    ],
    ["{ organization: Sea‸birds Inc, kind: base }", "Seabirds", "{ organization: Seabirds, kind: base }"],
    ["base_model: [Te‸rn 15 B, Auk]", "Tern-15B", "base_model: [Tern-15B, Auk]"],
    ["base_model:\n  - Te‸rn 15 B\n  - Auk\n", "Tern-15B", "base_model:\n  - Tern-15B\n  - Auk\n"],
  ]);
});

test("nothing where the value goes on below, or is a list, map, block or alias", () => {
  checkNothing(
    "organization: Sea‸birds\n  Inc\n",
    "base_model: ‸\n  - Auk\n",
    "base_model:‸\n- Auk\n",
    "base_model: ‸[Auk]\n",
    "base_model: [Auk]‸\n",
    "license: ‸|\n  mit\n",
    "license: &a ‸mit\n",
    "organization: Sea\n  bi‸rds\n",
    "license: |\n  a\n  ‸\n",
  );
});

test("entries that a list has are not offered again, in whatever spelling", () => {
  for (const marked of [
    "base_model: [Tern-15B, ‸]",
    "base_model: [‸, seabirds/tern-15b]",
    "base_model: ['Tern-15B', ‸]",
    "base_model: [\n  Tern-15B, # c\n  ‸\n]\n",
    "base_model: [\n  ‸,\n  Tern-15B\n]\n",
    "base_model:\n  - Tern-15B # c\n  - ‸\n",
    'base_model:\n- ‸\n- "Tern-15B"\nkind: base\n',
  ]) {
    assert.deepEqual(labels(marked), ['"Gull: 3B"'], marked);
  }
  assert.ok(labels("base_model: [Te‸rn-15B]").includes("Tern-15B"), "the entry under the cursor");
});

test("in braces keys that are there are not offered, on other lines neither", () => {
  assert.deepEqual(labels("quantization: {\n  ‸,\n  bits: 4 # c\n}\n"), ["method"]);
  assert.deepEqual(labels("quantization: { # c\n  'bits' : 4,\n  ‸\n}\n"), ["method"]);
  assert.deepEqual(labels("quantization: { ‸, x: { a: [1, 2] }, bits: 4 }\n"), ["method"]);
  assert.ok(!labels("benchmarks: { MMLU: 3, ‸ }").includes("mmlu"));
});

test("in braces no key in front of a text that is the value of a key", () => {
  checkNothing('benchmarks: {"mmlu": {"score", ‸:50}}\n', '{ nam ‸ "A" }\n', "{ nam‸ [A, B] }\n");
});

test("nothing where a comma is missing before the cursor; one that is missing behind it is added", () => {
  checkNothing(
    "parameters: {total: 7B\n  ‸",
    "parameters: {\n  total: 7B\n  ‸\n}\n",
    "parameters: {\n  total: 7B\n‸\n}\n",
    "base_model: [\n  Auk\n  ‸\n]\n",
  );
  check([
    ["quantization: { ‸ bits: 4 }", "method", "quantization: { method: $1, bits: 4 }"],
    ["quantization: { me‸ bits: 4 }", "method", "quantization: { method: $1, bits: 4 }"],
    ["quantization: {\n  ‸\n  bits: 4\n}\n", "method", "quantization: {\n  method: $1,\n  bits: 4\n}\n"],
    ["base_model: [\n  ‸\n  Auk\n]\n", "Tern-15B", "base_model: [\n  Tern-15B,\n  Auk\n]\n"],
    ["quantization: {\n  bits: 4,\n  me‸", "method", "quantization: {\n  bits: 4,\n  method: $1"],
    ["quantization: {\n‸\n}\n", "method", "quantization: {\n  method: $1\n}\n"],
    ["quantization: {\n  bits:\n    ‸\n}\n", "4", "quantization: {\n  bits:\n    4\n}\n"],
  ]);
});

test("in front of a comment a key is written as anywhere", () => {
  check([
    ["name: A\n‸# c\n", "kind", `name: A\nkind: $\{1|base,instruct,pruned,distilled,merged|} # c\n`],
    ["name: A\nlic‸ # c\n", "license", "name: A\nlicense: $1 # c\n"],
    ["quantization: { bits: 4, ‸# c\n  }\n", "method", "quantization: { bits: 4, method: $1 # c\n  }\n"],
  ]);
});

test("words behind the cursor become the value of the key", () => {
  check([["name: A\nki‸ base\n", "kind", "name: A\nkind: base\n"]]);
});

test("outside of a card in braces nothing", () => {
  checkNothing("‸{ name: A }\n", "{\n  name: A }‸\n", "parameters: {\n  total: 3B\n} ‸\n");
});

test("a key stands where the other keys of its map stand", () => {
  const bbh = "benchmarks:\n    mmlu: 60\n    bbh: $1";
  check([
    ["benchmarks:\n    mmlu: 60\n  ‸", "bbh", bbh],
    ["benchmarks:\n    mmlu: 60\n  b‸", "bbh", "benchmarks:\n    mmlu: 60\n    bbh: $1"],
    ["benchmarks:\n    mmlu: 60\n    ‸", "bbh", bbh],
    ["benchmarks:\n    mmlu: 60\n  b‸\nkind: base\n", "bbh", `${bbh}\nkind: base\n`],
    ["benchmarks:\n‸\n    mmlu: 60\n", "bbh", "benchmarks:\n    bbh: $1\n    mmlu: 60\n"],
    ["benchmarks:\n    ‸\n  mmlu: 60\n", "bbh", "benchmarks:\n  bbh: $1\n  mmlu: 60\n"],
    ["  ‸\nkind: base\n", "name", "name: $1\nkind: base\n"],
    ["  kind: base\n‸", "parameters", "  kind: base\n  parameters:\n    total: $1"],
    [
      "benchmarks:\n  mmlu:\n  - ‸\n    score: 3\n",
      "shots",
      "benchmarks:\n  mmlu:\n  - shots: $1\n    score: 3\n",
    ],
    [
      "benchmarks:\n  mmlu:\n  -‸\n    score: 3\n",
      "shots",
      "benchmarks:\n  mmlu:\n  - shots: $1\n    score: 3\n",
    ],
    ["benchmarks:\n  mmlu:\n  -\n    ‸\n", "shots", "benchmarks:\n  mmlu:\n  -\n    shots: $1\n"],
  ]);
  assert.ok(labels("benchmarks:\n    mmlu: 60\n‸").includes("kind"));
});

test("a key that is retyped above its value is written alone, where it stands", () => {
  const mmlu = "benchmarks:\n  mmlu:\n    score: 60\n    shots: 5\n";
  const bbh = "benchmarks:\n  bbh:\n    score: 50\n";
  check([
    ["benchmarks:\n  mm‸\n    score: 60\n    shots: 5\n", "mmlu", mmlu],
    ["benchmarks:\n  ‸mm\n    score: 60\n    shots: 5\n", "mmlu", mmlu],
    [`${bbh}  mm‸\n    score: 60\n`, "mmlu", `${bbh}  mmlu:\n    score: 60\n`],
    ["benchmarks:\n  mm‸\n  - score: 60\n", "mmlu", "benchmarks:\n  mmlu:\n  - score: 60\n"],
    ["par‸\n  total: 3B\n", "parameters", "parameters:\n  total: 3B\n"],
    ["name: A\npar‸\n\n  # c\n  total: 3B\n", "parameters", "name: A\nparameters:\n\n  # c\n  total: 3B\n"],
    ["par‸ # c\r\n  total: 3B\r\n", "parameters", "parameters: # c\r\n  total: 3B\r\n"],
    ["ben‸\n  mmlu: 3\nname: A\n", "benchmarks", "benchmarks:\n  mmlu: 3\nname: A\n"],
    ["sou‸\n  - https://a\n", "sources", "sources:\n  - https://a\n"],
    ["base_model:\n- Auk\nsou‸\n- https://a\n", "sources", "base_model:\n- Auk\nsources:\n- https://a\n"],
    ["org‸\n  Seabirds\nname: A\n", "organization", "organization:\n  Seabirds\nname: A\n"],
    // Where no map stands at the word's own column, the keys around it tell the column.
    [
      "benchmarks:\n    mm‸\n      score: 60\n  bbh: 3\n",
      "mmlu",
      "benchmarks:\n  mmlu:\n      score: 60\n  bbh: 3\n",
    ],
    [
      "benchmarks:\n    mmlu: 60\n  b‸\n    gsm8k: 3\n",
      "bbh",
      "benchmarks:\n    mmlu: 60\n    bbh: $1\n    gsm8k: 3\n",
    ],
    [
      "benchmarks:\n    mmlu: 60\n  b‸\n      score: 3\n",
      "bbh",
      "benchmarks:\n    mmlu: 60\n    bbh:\n      score: 3\n",
    ],
  ]);
  const keys = labels(`${bbh}  mm‸\n    score: 60\n  gsm8k: 3\n`);
  for (const absent of ["bbh", "gsm8k", "cot", "harness", "mmlu with protocol"])
    assert.ok(!keys.includes(absent), absent);
});

test("in braces the entry that a comma parts from the cursor counts as there", () => {
  check([
    ["benchmarks: { mmlu: { ‸ score: 60 } }", "shots", "benchmarks: { mmlu: { shots: $1, score: 60 } }"],
    ["benchmarks: { ‸ mmlu: 60 }", "bbh", "benchmarks: { bbh: $1, mmlu: 60 }"],
    ["benchmarks: { mm‸ bbh: 60 }", "mmlu", "benchmarks: { mmlu: $1, bbh: 60 }"],
    ["quantization: { bi‸ts: 4 }", "bits", "quantization: { bits: 4 }"],
  ]);
  for (const [marked, absent] of [
    ["benchmarks:\n  mmlu: { ‸ score: 60 }\n", "score"],
    ["benchmarks:\n  mmlu: {‸ score: 60 }\n", "score"],
    ["benchmarks:\n  mmlu: { score: 60, ‸ shots: 5 }\n", "shots"],
    ["benchmarks:\n  mmlu: { score: 60,‸ shots: 5 }\n", "shots"],
    ['benchmarks: { mmlu: { sc‸ "score": 60 } }\n', "score"],
    ["benchmarks:\n  mmlu: {\n    ‸\n    # c: d\n    'score' : 60,\n    }\n", "score"],
    ["benchmarks: { ‸ mmlu: 60 }\n", "mmlu"],
    ["benchmarks: { ‸ MMLU: { score: 60 } }\n", "mmlu"],
    ["{ ‸ kind: base }\n", "kind"],
    ["quantization: { bits, ‸ }\n", "bits"],
    ["quantization: { bits, ‸: 4 }\n", "bits"],
    ["base_model: [\n  ‸\n  Tern-15B # c\n]\n", "Tern-15B"],
    ["base_model: [\n  ‸\n  'Tern-15B', Auk\n]\n", "Tern-15B"],
  ] as const) {
    const names = labels(marked);
    assert.ok(names.length > 0 && !names.includes(absent), marked);
  }
});

test("in a card in braces lines may start at the margin", () => {
  check([
    ["{name: A,\n‸kind: base,\nlicense: mit}\n", "family", "{name: A,\nfamily: base,\nlicense: mit}\n"],
    ["{name: A,\nki‸\n", "kind", `{name: A,\nkind: $\{1|base,instruct,pruned,distilled,merged|}\n`],
    [
      "{name: A,\nparameters: {total: 3B,\nac‸}}\n",
      "active",
      "{name: A,\nparameters: {total: 3B,\nactive: $1}}\n",
    ],
  ]);
  checkNothing('{name: "Sea\n[‸birds", kind: base}\n');
  for (const absent of ["name", "license"])
    assert.ok(!labels("{name: A,\n‸kind: base,\nlicense: mit}\n").includes(absent), absent);
});

test("no key where it would break the card", () => {
  checkNothing(
    "parameters: 7B\n  ‸\n",
    "parameters: { total: 7B }\n  ‸\n",
    "benchmarks:\n  mmlu: 60\n    ‸\n",
    "benchmarks:\n  mmlu:\n    - score: 3\n    ‸\n",
    "benchmarks:\n  mmlu:\n‸\n    - score: 3\n",
    "base_model:\n‸\n- Auk\n",
    "benchmarks:\n‸  mmlu: 60\n",
    "parameters:\n  7\n  ‸\n",
    "parameters:\n  to‸\n    x\n  y\n",
    "benchmarks:\n    mmlu: 60\n  b‸\n   score: 3\n",
    "par‸\n  total: 3B\n- a\n",
    "‸---\nname: A\n",
    "--- ‸\nname: A\n",
    "name: A\n...‸\n",
  );
});

test("keys on both sides of a list that stands as far left as its key are there", () => {
  const keys = labels("name: A\nbase_model:\n- Auk\n‸\nsources:\n- https://example.org\nkind: base\n");
  for (const present of ["name", "base_model", "sources", "kind"])
    assert.ok(!keys.includes(present), present);
  assert.ok(keys.includes("license"));
});
