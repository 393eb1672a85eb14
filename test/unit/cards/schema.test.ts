import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import { stringify } from "yaml";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { resolveBenchmark } from "../../../server/src/cards/vocabulary/benchmarkRegistry.ts";
import { knownKeys } from "../../../server/src/cards/vocabulary/knownKeys.ts";
import { modelCardSchema } from "../../../server/src/generated/shippedData.ts";
import { validateModelCard } from "../../../server/src/generated/validateModelCard.js";

interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const schema = modelCardSchema as SchemaNode & { readonly $id: string };

/** Every key of the format with its path in the schema. */
function keysBelow(node: SchemaNode, path: string): { path: string; node: SchemaNode }[] {
  const own = Object.entries(node.properties ?? {}).map(([key, child]) => ({
    path: `${path}/properties/${key}`,
    node: child,
  }));
  const defined = Object.entries(node.$defs ?? {}).map(([key, child]) => ({
    path: `${path}/$defs/${key}`,
    node: child,
  }));
  return [...own, ...defined].flatMap((entry) => [entry, ...keysBelow(entry.node, entry.path)]);
}

const allKeys = keysBelow(schema, "#");

for (const { path, node } of allKeys.filter(({ path }) => path.includes("/properties/"))) {
  test(`${path} has words for hover and completion`, () => {
    assert.ok(node.title, "title");
    assert.match(node.description ?? "", /^[A-Z0-9a-z].*\.$/);
    assert.ok(node.examples?.length, "examples");
  });
}

test("every example is what its own schema allows", () => {
  const ajv = new Ajv2020({ allowUnionTypes: true });
  ajv.addSchema(schema);
  const withExamples = allKeys.filter(({ node }) => node.examples !== undefined);
  assert.ok(withExamples.length > 40);
  for (const { path, node } of withExamples) {
    const validate = ajv.getSchema(`${schema.$id}${path}`);
    assert.ok(validate, path);
    for (const example of node.examples ?? []) {
      assert.ok(validate(example), `${path}: ${JSON.stringify(example)}`);
    }
  }
});

test("the example card is read without a finding", () => {
  const [example] = schema.examples ?? [];
  assert.deepEqual(readCards(stringify(example)).cards[0]?.findings, []);
});

test("keys are known from the schema, reserved ones among them", () => {
  for (const key of ["modality", "output_tokens", "price_per_million_tokens", "checkpoint_of", "license"]) {
    assert.ok(knownKeys.card.includes(key), key);
  }
  for (const key of ["loss", "items", "modality", "output_tokens"])
    assert.ok(knownKeys.result.includes(key), key);
  assert.ok(knownKeys.parameters.includes("non_embedding"));
  assert.ok(knownKeys.quantization.includes("bits"));
});

test("benchmarks that the schema describes are in the registry under the same name", () => {
  for (const id of Object.keys(schema.properties?.benchmarks?.properties ?? {})) {
    assert.equal(resolveBenchmark(id)?.id, id);
  }
});

const accepted = [
  "7.61B",
  "350M",
  "7.61 B",
  "7.61e9",
  "7_610_000_000",
  "176,000,000,000",
  "7B parameters",
  7.61e9,
];
for (const parameters of accepted) {
  test(`an editor that knows only the schema accepts parameters: ${parameters}`, () => {
    assert.ok(validateModelCard({ name: "A", release_date: "2024-09", parameters }));
  });
}

const refused = ["8x7B", "3-7B", "unknown", "1_5", "7,61B", "7", 7, 7610, [7e9], true, {}];
for (const parameters of refused) {
  test(`an editor that knows only the schema refuses parameters: ${JSON.stringify(parameters)}`, () => {
    const isValid = validateModelCard({ name: "A", release_date: "2024-09", parameters });
    // A number in quotes is text to the schema; only the reader sees that it lacks its unit.
    assert.equal(isValid, parameters === "7");
  });
}

const values = fc.oneof(
  fc.constantFrom<unknown>(
    "7.61B",
    "350M",
    "8x7B",
    7,
    7e9,
    "2024-09-19",
    "2024-09",
    "2024/09",
    2024,
    "base",
    "chat",
    "moe",
    "dense",
    "percent",
    "points",
    true,
    false,
    -1,
    0,
    0.4,
    74.2,
    742,
    "74.2",
    "77%",
    "",
    "x",
    [],
    {},
    ["a"],
    [1],
    [null],
  ),
  fc.dictionary(
    fc.constantFrom("score", "shots", "cot", "stderr", "unit", "bits", "total", "active"),
    fc.constantFrom<unknown>(1, 4, 50, "7B", "x", true, [1]),
    { maxKeys: 3 },
  ),
);

const cardLike = fc.record(
  {
    name: fc.constantFrom<unknown>("A", "B", 3, ["C"]),
    release_date: values,
    parameters: values,
    kind: values,
    architecture: values,
    base_model: values,
    quantization: values,
    training_tokens: values,
    unit: values,
    benchmarks: fc.oneof(
      values,
      fc.dictionary(
        fc.constantFrom("mmlu", "bbh", "x"),
        fc.oneof(values, fc.array(values, { maxLength: 2 })),
        { maxKeys: 3 },
      ),
    ),
    checkpoint_of: values,
    price_per_million_tokens: values,
    sources: values,
  },
  { requiredKeys: [] },
);

test("whatever the schema refuses has a finding in words", () => {
  fc.assert(
    fc.property(cardLike, (card) => {
      if (validateModelCard(card)) return;
      const refusedAs = (validateModelCard.errors ?? []).map(
        ({ instancePath, keyword }) => `${instancePath} ${keyword}`,
      );
      const findings = readCards(stringify(card)).cards.flatMap((read) => read.findings);
      assert.ok(
        findings.some(
          ({ code, severity }) => severity !== "hint" && code !== "kind-missing" && code !== "month-date",
        ),
        refusedAs.join(", "),
      );
    }),
    { numRuns: 2000 },
  );
});
