import assert from "node:assert/strict";
import { test } from "node:test";
import { knownKeys, nearestKey } from "../../../../server/src/cards/vocabulary/knownKeys.ts";
import { cardWith, checkFindings, onlyCard } from "../../../support/markedCards.ts";

test("missing keys are said at the name, or at the first line when there is none", () => {
  checkFindings("# comment\nkind: base\nname: ⟦A⟧\nrelease_date: 2024-01-01\n", [
    "error missing-key: parameters is missing. Write how many parameters the model has, as `parameters: 7.61B`.",
  ]);
  checkFindings("# comment\n⟦kind: base⟧\nrelease_date: 2024-01-01\nparameters: { non_embedding: 7B }\n", [
    "error missing-key: name is missing. Write the model's name, as `name: Qwen2.5-7B`.",
  ]);
});

test("a misspelt required key gives one finding, at the misspelling", () => {
  checkFindings("name: A\n⟦relase_date⟧: 2024-01-01\nkind: base\nparameters: { non_embedding: 7B }\n", [
    "error missing-key: release_date is missing, and relase_date is not a key of the card format. Write release_date.",
  ]);
});

test("unknown keys are hints, with the nearest known key", () => {
  checkFindings(cardWith("⟦organisation⟧: Example\n⟦context_length⟧: 32768\n"), [
    "hint unknown-key: organisation is not a key of the card format; it is kept and not read. organization is one.",
    "hint unknown-key: context_length is not a key of the card format; it is kept and not read.",
  ]);
});

test("an unknown key whose known one is there says so", () => {
  checkFindings(cardWith("⟦Name⟧: x\n"), [
    "hint unknown-key: Name is not a key of the card format; it is kept and not read. name is there already.",
  ]);
});

test("counts at the top of a card are said to stand below parameters", () => {
  checkFindings(cardWith("⟦active_parameters⟧: 3B\n⟦num-params⟧: 30B\n"), [
    "hint unknown-key: active_parameters is not read here. Counts stand below parameters: write `active: 3B` there.",
    "hint unknown-key: num-params is not read here. Counts stand below parameters: write `total: 30B` there.",
  ]);
  checkFindings("name: A\nrelease_date: 2024-01-01\nkind: base\n⟦total_parameters⟧: 3B\n", [
    "error missing-key: parameters is missing, and total_parameters is not a key of the card format. Write parameters.",
  ]);
});

test("a key of the card below another one is said to belong outside", () => {
  const head = "name: A\nrelease_date: 2024-01-01\nkind: base\n";
  checkFindings(`${head}parameters:\n  non_embedding: 7B\n  ⟦benchmarks⟧:\n    mmlu: 60\n`, [
    "hint unknown-key: benchmarks is a key of the card, not of parameters, so it is not read here. Write it at the start of the line.",
  ]);
  checkFindings(`${head}parameters: { non_embedding: 7B, ⟦license⟧: mit }\n`, [
    "hint unknown-key: license is a key of the card, not of parameters, so it is not read here. Write it outside the braces of parameters.",
  ]);
});

test("lines that are not indented below their key are told once, at the key", () => {
  const message = (holder: string, lines: string) =>
    `error not-indented: ${holder} is empty, because what is below it is not indented. Indent ${lines} by two spaces.`;
  checkFindings(cardWith("⟦benchmarks⟧:\nmmlu: 60\nbbh: 50\nlicense: mit\n"), [
    message("benchmarks", "the lines from mmlu to bbh"),
  ]);
  checkFindings("name: A\nrelease_date: 2024-01-01\nkind: base\n⟦parameters⟧:\nnon_embedding: 7B\n", [
    message("parameters", "non_embedding"),
  ]);
});

test("lines that go on at the margin are told once, at the first", () => {
  checkFindings(cardWith("benchmarks:\n  mmlu: 60\n⟦bbh⟧: 50\nmath: 40\n"), [
    "error not-indented: bbh is not indented like the lines of benchmarks above, so it is not read. Indent the lines from bbh to math as they are.",
  ]);
  checkFindings(cardWith("benchmarks:\n  mmlu: 60\nlicense: mit\n⟦bbh⟧: 50\n"), [
    "warning scores-misplaced: bbh is a benchmark and is not read here. Scores stand below benchmarks.",
  ]);
});

test("an unknown key is renamed by its fix, unless the known key is there already", () => {
  const fixes = (text: string) => onlyCard(cardWith(text)).findings.map(({ fixes }) => fixes?.[0]?.newText);
  assert.deepEqual(fixes("organisation: A\n"), ["organization"]);
  assert.deepEqual(fixes("organisation: A\norganization: B\n"), [undefined]);
});

const meant: readonly [string, string | undefined][] = [
  ["parameter", "parameters"],
  ["Parameters", "parameters"],
  ["nmae", "name"],
  ["kidn", "kind"],
  ["mane", undefined],
  ["releaseDate", "release_date"],
  ["release-date", "release_date"],
  ["num_parameters", "parameters"],
  ["param_count", "parameters"],
  ["scores", "benchmarks"],
  ["model_name", "name"],
  ["benchmraks", "benchmarks"],
  ["context_length", undefined],
  ["__proto__", undefined],
  ["constructor", undefined],
  ["", undefined],
  ["x".repeat(100_000), undefined],
];

for (const [key, expected] of meant) {
  test(`${JSON.stringify(key.slice(0, 20))} is meant to be ${expected ?? "nothing known"}`, () => {
    assert.equal(nearestKey(key, knownKeys.card), expected);
  });
}

test("empty keys are said, and read as absent", () => {
  const [card] = checkFindings(cardWith("⟦family⟧:\n⟦benchmarks⟧:\n⟦unit⟧: ~\n"), [
    "hint empty-value: family has no value; the card reads as if it were not there.",
    "hint empty-value: benchmarks has no value; the card reads as if it were not there.",
    "hint empty-value: unit has no value; the card reads as if it were not there.",
  ]);
  assert.equal(card?.model?.family, undefined);
});

test("a key written twice is used in neither place", () => {
  const [card] = checkFindings(cardWith("family: A\n⟦family⟧: B\n"), [
    "error duplicate-key: family is written twice; programmes disagree on which one counts, so neither is used. Keep one.",
  ]);
  assert.equal(card?.model?.family, undefined);
});

test("keys of every object are keys like any other", () => {
  const card = onlyCard(cardWith("__proto__: { name: B }\nconstructor: 1\ntoString: 2\nhasOwnProperty: 3\n"));
  assert.equal(card.model?.name, "Tern-3B");
  assert.deepEqual(
    card.findings.map(({ code }) => code),
    ["unknown-key", "unknown-key", "unknown-key", "unknown-key"],
  );
});

test("a key that is no text is refused", () => {
  for (const key of ["[a, b]", "{ a: b }", "? [a]\n"]) {
    const { findings } = onlyCard(cardWith(`${key}: 1\n`));
    assert.ok(
      findings.some(({ code }) => code === "wrong-type"),
      key,
    );
  }
});

const wrongValues: readonly [string, string][] = [
  ["kind: ⟦chat⟧", "error wrong-value: chat is no kind that cards know. Write instruct."],
  ["kind: ⟦Base⟧", "error wrong-value: Base is no kind that cards know. Write base."],
  [
    "kind: ⟦5⟧",
    "error wrong-value: 5 is no kind that cards know. Write base, instruct, pruned, distilled or merged.",
  ],
  ["architecture: ⟦8⟧", "error wrong-value: 8 is no architecture that cards know. Write dense or moe."],
  ["family: ⟦5⟧", 'error wrong-type: family: 5 is a number to YAML. Write it in quotes: "5".'],
  ["architecture: ⟦sparse⟧", "error wrong-value: sparse is no architecture that cards know. Write moe."],
  ["organization: ⟦[A]⟧", "error wrong-type: organization is a list. Write text, as `Alibaba`."],
  ["benchmarks: { mmlu: { score: 1.5, cot: ⟦5⟧ } }", "error wrong-type: mmlu cot is 5. Write true or false."],
  ["output_tokens: ⟦many⟧", "error wrong-type: output_tokens is text. Write a number, as `1200`."],
  [
    "price_per_million_tokens: { input: ⟦-1⟧ }",
    "error wrong-value: price_per_million_tokens input is -1; it cannot be below 0.",
  ],
];

for (const [marked, message] of wrongValues) {
  test(`a wrong value is explained: ${marked}`, () => {
    const text = marked.startsWith("kind")
      ? cardWith("").replace("kind: base", marked)
      : cardWith(`${marked}\n`);
    checkFindings(text, [message]);
  });
}

test("a card without a kind says what it counts as", () => {
  checkFindings("name: ⟦A⟧\nrelease_date: 2024-01-01\nparameters: { non_embedding: 7B }\n", [
    "information kind-missing: No kind: counted as base. Write `kind: base`, or instruct, pruned, distilled or merged.",
  ]);
});
