import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { buildTree } from "../../../../server/src/cards/yaml/buildTree.ts";
import { type TreeNode, toPlain } from "../../../../server/src/cards/yaml/cardTree.ts";
import { parseYaml } from "../../../../server/src/cards/yaml/parseYaml.ts";
import { cardText } from "../../../support/cardTexts.ts";
import { onlyModel } from "../../../support/markedCards.ts";

function treeOf(text: string): TreeNode {
  const reading = parseYaml(text);
  assert.ok(reading.kind === "document");
  return buildTree(reading.document, text, () => {}).root;
}

/** What `toPlain` leaves out of maps. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && !(typeof inner === "string" && inner.trim() === ""))
      .map(([key, inner]) => [key, withoutEmpty(inner)]),
  );
}

const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      7,
      -1.5,
      1e9,
      "",
      "7B",
      "a: b",
      "# no",
      "null",
      "2024-09-19",
      "x\ny\n",
      "'",
      '"',
    ),
    fc.string({ unit: "grapheme", maxLength: 10 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ minLength: 1, maxLength: 8 }).filter((key) => key !== "<<" && key !== "__proto__"),
      tie("value"),
      { maxKeys: 4 },
    ),
  ),
})).value;

test("the tree of correct YAML holds what the YAML library reads", () => {
  fc.assert(
    fc.property(data, fc.boolean(), (value, isFlow) => {
      const text = stringify(value, {
        collectionStyle: isFlow ? "flow" : "any",
        aliasDuplicateObjects: false,
      });
      // `{ a: 1, 2 }` is left to the tests of numbers with commas.
      fc.pre(!isFlow || !/:\s*\d+,\s*\d/.test(text));
      assert.equal(JSON.stringify(toPlain(treeOf(text))), JSON.stringify(withoutEmpty(parse(text))));
    }),
    { numRuns: 2000 },
  );
});

test("aliases repeat their anchor, and merged entries give way to written ones", () => {
  const text = "a: &a { x: 1, y: [2, 3] }\nb: *a\nc: { <<: *a, x: 4 }\nd: [*a, *a]\n";
  const a = { x: 1, y: [2, 3] };
  assert.equal(
    JSON.stringify(toPlain(treeOf(text))),
    JSON.stringify({ a, b: a, c: { x: 4, y: [2, 3] }, d: [a, a] }),
  );
});

test("a word typed on a line of its own changes no other value, wherever it stands", () => {
  const lines = cardText(1).trimEnd().split("\n");
  const before = onlyModel(cardText(1));
  for (let position = 1; position <= lines.length; position += 1) {
    const indent = /^ */.exec(lines[position] ?? "")?.[0] ?? "";
    const typed = [...lines.slice(0, position), `${indent}word`, ...lines.slice(position)].join("\n");
    assert.deepEqual(onlyModel(typed), before, typed);
  }
});
