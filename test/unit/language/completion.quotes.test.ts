import assert from "node:assert/strict";
import { test } from "node:test";
import { accepted, labels, offered } from "../../support/completions.ts";

/** Checks what accepting an item makes of a text, row by row. */
function check(rows: readonly (readonly [marked: string, label: string, after: string])[]): void {
  for (const [marked, label, after] of rows) assert.equal(accepted(marked, label), after, marked);
}

test("a value in quotes stays in them", () => {
  check([
    ['license: "apa‸"', "apache-2.0", 'license: "apache-2.0"'],
    ['license: "‸"', "apache-2.0", 'license: "apache-2.0"'],
    ['base_model: "‸"\n', "Tern-15B", 'base_model: "Tern-15B"\n'],
    ["kind: '‸'", "base", "kind: 'base'"],
    ["kind: 'ba‸se' # c", "merged", "kind: 'merged' # c"],
    ['release_date: "‸"', "2026-02-16", 'release_date: "2026-02-16"'],
    ["base_model: ['‸']", "Tern-15B", "base_model: ['Tern-15B']"],
    ["base_model:\n  - '‸'\n", "Tern-15B", "base_model:\n  - 'Tern-15B'\n"],
    ['{"kind": "‸"}', "base", '{"kind": "base"}'],
    ['{"kind":"‸"}', "base", '{"kind":"base"}'],
    ['{"kind": "ba‸", "name": "A"}', "base", '{"kind": "base", "name": "A"}'],
    ['license: "mit"‸', "apache-2.0", 'license: "apache-2.0"'],
    ['license: ‸"mit"', "apache-2.0", 'license: "apache-2.0"'],
  ]);
});

test("a name that needs quotes has them once", () => {
  check([
    ['base_model: "‸"', '"Gull: 3B"', 'base_model: "Gull: 3B"'],
    ["base_model: '‸'", '"Gull: 3B"', "base_model: 'Gull: 3B'"],
    ["base_model: Gu‸", '"Gull: 3B"', 'base_model: "Gull: 3B"'],
  ]);
});

test("what is no text leaves its quotes", () => {
  check([
    ['quantization: { bits: "‸" }', "4", "quantization: { bits: 4 }"],
    ['parameters:\n  tied_embeddings: "‸"\n', "true", "parameters:\n  tied_embeddings: true\n"],
    ['{"parameters":{"tied_embeddings":"‸"}}', "true", '{"parameters":{"tied_embeddings":true}}'],
  ]);
});

test("a quote that is only opened is closed", () => {
  check([
    ['license: "apa‸\nkind: base\n', "apache-2.0", 'license: "apache-2.0"\nkind: base\n'],
    ['license: "apa‸\nname: "A"\n', "apache-2.0", 'license: "apache-2.0"\nname: "A"\n'],
    ["license: 'apa‸ # c", "apache-2.0", "license: 'apache-2.0' # c"],
    ['base_model: ["Te‸]', "Tern-15B", 'base_model: ["Tern-15B"]'],
    ['{"kind": "ba‸}', "base", '{"kind": "base"}'],
    ['benchmarks:\n  "mm‸: 60\n', "mmlu", 'benchmarks:\n  "mmlu": 60\n'],
  ]);
});

test("a key in quotes is replaced without a second colon", () => {
  check([
    ['benchmarks: {"mm‸": 60}', "mmlu", 'benchmarks: {"mmlu": 60}'],
    ['{"benchmarks":{"mm‸":60}}', "mmlu", '{"benchmarks":{"mmlu":60}}'],
    ['benchmarks:\n  "mm‸": 60\n', "mmlu", 'benchmarks:\n  "mmlu": 60\n'],
    ["benchmarks:\n  'mm‸' : 60\n", "mmlu", "benchmarks:\n  'mmlu' : 60\n"],
    ['"ki‸": base\n', "kind", '"kind": base\n'],
    ['benchmarks: { "mm‸" }', "mmlu", 'benchmarks: { "mmlu": $1 }'],
    ["benchmarks:\n  BIG-Bench‸ Hard: 60\n", "bbh", "benchmarks:\n  bbh: 60\n"],
  ]);
  assert.ok(!labels('benchmarks: {"mm‸": 60}').includes("mmlu with protocol"));
});

test("editors find an item by what stands before the cursor, the quote included", () => {
  const filterOf = (marked: string, label: string) =>
    offered(marked).find((item) => item.label === label)?.filterText;
  assert.equal(filterOf('license: "apa‸"', "apache-2.0"), '"apache-2.0');
  assert.equal(filterOf("base_model: '‸'", '"Gull: 3B"'), "'Gull: 3B");
  assert.equal(filterOf("base_model: Gu‸", '"Gull: 3B"'), "Gull: 3B");
  assert.equal(filterOf('"ki‸": base', "kind"), '"kind');
  assert.match(filterOf('benchmarks: {"big‸": 60}', "bbh") ?? "", /^"bbh BBH .*BIG-Bench Hard/);
});

test("commas, brackets and hashes in quotes are text", () => {
  assert.equal(accepted('benchmarks: {"a, {b‸": 60, bbh: 3}', "mmlu"), 'benchmarks: {"mmlu": 60, bbh: 3}');
  assert.equal(accepted('organization: "a # [b‸"\n', "Seabirds"), 'organization: "Seabirds"\n');
  assert.ok(labels('notes: "see [1"\n‸').includes("kind"));
  assert.ok(labels('quantization:\n  method: "a [b"\n  ‸').includes("bits"));
  assert.equal(accepted('organization: "a \\"b‸\\" c"\n', "Seabirds"), 'organization: "Seabirds"\n');
  assert.equal(accepted("organization: 'it''s ‸'\n", "Seabirds"), "organization: 'Seabirds'\n");
});

test("nothing in a quoted text of several lines", () => {
  assert.deepEqual(labels('organization: "Sea‸\n  birds"\n'), []);
  assert.deepEqual(labels('organization: "Sea\n  bi‸rds"\n'), []);
  assert.deepEqual(labels('{ organization: "Sea\n  bi‸rds" }\n'), []);
});
