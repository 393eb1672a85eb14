import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { CompletionItemKind } from "vscode-languageserver-types";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { newCardSnippet } from "../../../server/src/language/newCard.ts";
import { filledIn, offered } from "../../support/completions.ts";

/** What stands in the editor when every stop is passed over. */
function passedOver(snippet: string): string {
  return snippet.replaceAll(
    /\\(.)|\$\{\d+\|([^,|]*)[^}]*\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+/g,
    (_, plain = "", first = "", proposed = "") => `${plain}${first}${proposed.replaceAll(/\\(.)/g, "$1")}`,
  );
}

const command = (name: string) => newCardSnippet({ name, isNamed: true, isMixture: false });
const codesOf = (text: string) =>
  readCards(text).cards.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === "error" || severity === "warning").map(({ code }) => code),
  );

test("a new card has the size that its name says, and no other number", () => {
  assert.equal(
    passedOver(command("My-3B")),
    `name: My-3B
organization: 
family: 
release_date: # YYYY-MM-DD, the day the weights became public
kind: base
parameters:
  total: 3B
  non_embedding: # without input and output embeddings
benchmarks:
  mmlu: 
  bbh: 
  math: 
  humaneval: 
  mbpp: 
sources: []
`,
  );
});

test("a name that says no size leaves the size open, and says what is wanted", () => {
  assert.match(passedOver(command("Grok")), /\n {2}total: # all of them, in B or M\n/);
});

for (const [name, sizes] of [
  ["SmolLM-360M", { total: "360M" }],
  ["Qwen2.5-0.5B", { total: "0.5B" }],
  ["Qwen3-30B-A3B", { total: "30B", active: "3B" }],
  ["Kimi-1T-A32B", { total: "1T", active: "32B" }],
  ["Llama-4-Scout-17B-16E", { active: "17B" }],
  ["Mixtral-8x7B", {}],
  ["Gemma-3n-E4B", {}],
  ["internlm2-1_8b", {}],
] as const) {
  test(`${name} says ${JSON.stringify(sizes)}`, () => {
    const text = passedOver(command(name));
    const written = Object.fromEntries(
      [...text.matchAll(/^ {2}(total|active): (\d.*)$/gm)].map(([, key, count]) => [key, count]),
    );
    assert.deepEqual(written, sizes);
    const isMixture = /A3B|A32B|16E|8x7B/.test(name);
    assert.equal(text.includes("architecture: moe\n"), isMixture);
    assert.equal(text.includes("  active: "), isMixture);
  });
}

test("what is not filled in is said, and nothing else is wrong", () => {
  assert.deepEqual(codesOf(passedOver(command("My-3B"))), ["missing-key"]);
  const text = passedOver(command("My-3B"));
  assert.deepEqual(codesOf(text.replace(/release_date: .*/, "release_date: 2024-09-19")), []);
});

test("any name is read back from the card as it was given", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ unit: "binary", maxLength: 20 }), (one, other) => {
      const name = `a${one}${other}`.replaceAll(/[\p{C}\s]+/gu, " ").trim();
      assert.equal(readCards(passedOver(command(name))).cards[0]?.name, name);
    }),
  );
});

const snippetsOf = (marked: string) =>
  offered(marked)
    .filter(({ kind }) => kind === CompletionItemKind.Snippet)
    .map(({ label }) => label);

test("a whole card is offered where there is none yet, and nowhere else", () => {
  for (const marked of ["‸", "mod‸", "# a card\n‸\n", "name: A\n---\n‸\n"])
    assert.deepEqual(snippetsOf(marked), ["model-card", "model-card-moe"], marked);
  for (const marked of [
    "name: A\n‸\n",
    "name: A\nrelease_date: ‸\n",
    "mod‸: 3\n",
    "kind: ‸",
    "{ ‸ }",
    "name: A\nparameters:\n  ‸\n",
    "# mod‸",
  ])
    assert.deepEqual(snippetsOf(marked), [], marked);
});

test("a score is offered below benchmarks, for those that are not there yet", () => {
  const marked = "name: A\nbenchmarks:\n  mmlu: 3\n  ‸\n";
  assert.deepEqual(snippetsOf(marked), ["score"]);
  const item = offered(marked).find(({ kind }) => kind === CompletionItemKind.Snippet);
  assert.equal(
    item?.textEdit?.newText,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of snippets
    '${1|bbh,math,humaneval,mbpp|}: { score: $2, shots: $3, harness: $4, source: "https://$5" }$0',
  );
  for (const other of [
    "benchmarks: ‸",
    "benchmarks: { ‸ }",
    "benchmarks:\n  mmlu: { ‸ }",
    "benchmarks:\n  mmlu: ‸",
  ])
    assert.deepEqual(snippetsOf(`name: A\n${other}`), [], other);
});

test("the snippet of a card is named as its file is, with the size that this name says", () => {
  const item = offered("‸").find(({ label }) => label === "model-card");
  assert.ok(item);
  const text = filledIn(item).textEdit?.newText ?? "";
  assert.match(text, /^name: test\norganization: /);
});

test("the command and the snippet write the same card", () => {
  const snippet = newCardSnippet({ name: "My-3B", isNamed: false, isMixture: false });
  assert.equal(passedOver(snippet), passedOver(command("My-3B")));
});
