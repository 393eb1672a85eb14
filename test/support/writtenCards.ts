import fc from "fast-check";

/** Ways to write one value. */
const values: Readonly<Record<string, readonly string[]>> = {
  name: [
    "Tern-3B",
    '"Tern-3B"',
    "'Tern: 3B'",
    "Tern 3 B",
    '"a \\" # [b"',
    "'it''s'",
    "Sea\n    birds",
    '"Sea\n    birds"',
  ],
  organization: [
    "Seabirds",
    "Seabirds Inc",
    '"Sea, birds {1}"',
    "it's [one",
    "!!str Seabirds",
    "&o Seabirds",
  ],
  release_date: ["2024-09-19", '"2024-09"', "'2024-09-19'"],
  kind: ["base", '"base"', "'merged'", ""],
  license: ["mit", '"mit"', "", "[mit, 'apache-2.0']", "|\n    mit: x\n    # y\n"],
  base_model: [
    "Tern-15B",
    "[Tern-15B]",
    "['Tern-15B', \"Gull: 3B\", Auk 1]",
    "[ ]",
    "[\n    Tern-15B, # c\n    'Auk'\n    ]",
    '\n    - Tern-15B\n    - "Gull: 3B" # c',
    "\n    - Tern 15 B\n    -\n    - 'Auk'",
    "",
  ],
  parameters: [
    "3B",
    '"3B"',
    "{ total: 3B }",
    '{"total":"3B","tied_embeddings":"true"}',
    "\n    total: 3B\n    tied_embeddings: true",
    "{\n    total: 3B,\n\n    active: 2B\n    }",
    "{}",
  ],
  quantization: [
    "{ bits: 4, method: GPTQ }",
    "{bits: '4'}",
    "\n      bits: 4",
    "{\n    bits: 4, # c\n    method: a b\n    }",
    '{ "bits" : 4 , }',
  ],
  benchmarks: [
    '{ mmlu: 60, "bbh": 50 }',
    '{"mmlu":60,"bbh":{"score":50,"cot":true}}',
    '\n      mmlu: 60\n      "bbh": 50 # c\n\n      BIG-Bench Hard: 3',
    "\n    mmlu:\n      score: 3\n      shots: 5\n    bbh: { score: 3 }",
    "\n    mmlu:\n      - score: 3\n        cot: true\n      - { score: 4, shots: 5 }",
    "\n    mmlu:\n    - score: 3\n      harness: 'Beak'\n    bbh: [{ score: 3 }, {\"score\":4}]",
    "\n    mmlu: {\n      score: 3,\n      cot: true }",
    "",
  ],
  price_per_million_tokens: [
    "0.3",
    "{ input: 0.3, date: 2024-09 }",
    "\n    input: 0.3\n    date: '2024-09-19'",
  ],
  tags: ["[a, 'b']", "\n    - a"],
  notes: ["see [1", "'a: b'", ">-\n    kind: x\n\n    [ y", "{ kind: base, x: [1, {a: b}] }", "a\n    b"],
};

/** One entry of a card, indented as if it stood two columns from the margin. */
const entry = (key: string) =>
  fc
    .record({
      value: fc.constantFrom(...(values[key] ?? [])),
      name: fc.constantFrom(key, key, key, `"${key}"`, `'${key}'`, `${key} `),
      end: fc.constantFrom("", "", "", " ", "\n", "\n  ", "\n    ", "\n      # c", "\n# c"),
    })
    .map(
      ({ value, name, end }) => `${name}:${value === "" || value.startsWith("\n") ? "" : " "}${value}${end}`,
    );

const keys = fc.shuffledSubarray(Object.keys(values), { minLength: 1 });

/** Cards in block style, and the same ones further right. */
const blockCards = keys.chain((chosen) =>
  fc
    .record({
      entries: fc.tuple(...chosen.map(entry)),
      head: fc.constantFrom("", "---\n", "# c\n", "\uFEFF", "name: First\n---\n", "\n"),
      isIndented: fc.nat(5).map((number) => number === 0),
    })
    .map(({ entries, head, isIndented }) => {
      const lines = entries.join("\n");
      const body = isIndented ? lines.replaceAll(/^(?=.)/gm, "  ") : lines.replaceAll(/^ {2}/gm, "");
      return `${head}${body}\n`;
    }),
);

const plainValues = fc.constantFrom("name", "kind", "license", "parameters", "base_model", "quantization");

/** Cards in braces. */
const flowCards = fc
  .uniqueArray(plainValues, { minLength: 1 })
  .chain((chosen) =>
    fc.record({
      entries: fc.tuple(
        ...chosen.map((key) =>
          fc
            .record({
              value: fc.constantFrom(
                ...(values[key] ?? []).filter((value) => !/^[\n|>]|: \d/.test(value) || value === ""),
              ),
              name: fc.constantFrom(key, `"${key}"`),
            })
            .map(({ value, name }) => `${name}: ${value}`),
        ),
      ),
      comma: fc.constantFrom(", ", ",\n  ", " , ", ",\n\n  # c\n  "),
      braces: fc.constantFrom(["{", "}"], ["{ ", " }"], ["{\n  ", "\n}"], ["{ # c\n  ", ",\n}"]),
    }),
  )
  .map(({ entries, comma, braces: [open = "", close = ""] }) => `${open}${entries.join(comma)}${close}\n`);

/** Cards in many ways of writing: quotes, braces, lists, comments, blanks. All are valid YAML. */
export const writtenCards: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: blockCards },
  { weight: 1, arbitrary: flowCards },
);
