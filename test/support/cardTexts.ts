import fc from "fast-check";

/** A card as people write them, without findings. */
export function cardText(index: number): string {
  return `name: Model-${index}
organization: Example
release_date: 2024-09-19
kind: base
parameters:
  total: 7.61B
  non_embedding: 6.53B
training_tokens: 18T
benchmarks:
  mmlu: { score: 74.2, shots: 5, harness: OpenCompass }
  bbh: 70.4
  math: 49.8
  humaneval: 57.9
  mbpp: 63.6
`;
}

/** Pieces of cards and of YAML, right and wrong, that texts are put together from. */
const fragments = [
  "name: A\n",
  "name: B",
  "release_date: 2024-09-19\n",
  "release_date: 2025-02\n",
  "kind: base\n",
  "kind\n",
  "parameters: 7B\n",
  "parameters: { total: 176,000,000,000 }\n",
  "parameters:\n  total: 7.61B\n",
  "benchmarks:\n  mmlu: 74.2\n",
  "  bbh: 0.4\n",
  "benchmarks: { mmlu: 74,2, HumanEval: 1, human_eval: 2 }\n",
  "unit: fraction\n",
  "quantization: { bits: 4 }\n",
  "<<: *a\n",
  "notes: &a { x: 1 }\n",
  "notes: see: this\n",
  "---\n",
  "--- ",
  "...\n",
  "%YAML 1.1\n",
  "# comment\n",
  "\n",
  "\r\n",
  " ",
  "  ",
  "\t",
  ":",
  ": ",
  "- ",
  "? ",
  "[",
  "]",
  "{",
  "}",
  ",",
  '"',
  "'",
  "|\n",
  ">-\n",
  "&a ",
  "*a",
  "!!str ",
  "!",
  "@",
  "`",
  "\\",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "😀",
  "\u2028",
  "null",
  "~",
  "true",
  "1e999",
  ".inf",
  "0x1F",
  "x",
];

/** Texts between prose and cards. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: "grapheme", maxLength: 12 })), {
        maxLength: 30,
      })
      .map((parts) => parts.join("")),
  },
);

/** Streams of cards, good and broken. */
export const streams: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.nat(5).map(cardText), anyText), { minLength: 1, maxLength: 6 })
  .map((cards) => cards.join("\n---\n"));

/** A place in a text, as a share of its length, everywhere alike: of the doubles below 1 nearly all are tiny. */
export const anyPlace: fc.Arbitrary<number> = fc.integer({ min: 0, max: 9999 }).map((place) => place / 9999);

/** Replacements of a piece of a text, where a person could make them. */
export const edits: fc.Arbitrary<(text: string) => string> = fc
  .record({ place: anyPlace, length: fc.nat(12), inserted: anyText })
  .map(({ place, length, inserted }) => (text) => {
    const start = Math.floor(place * text.length);
    return text.slice(0, start) + inserted + text.slice(start + length);
  });
