import assert from "node:assert/strict";
import { test } from "node:test";
import { readCards } from "../../../server/src/cards/readCards.ts";
import { cardText } from "../../support/cardTexts.ts";

/** Far above what any of these texts takes on a slow machine, far below quadratic time. */
const longestMilliseconds = 5000;

function aliasBomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const previous = level === 0 ? "x" : `*a${level - 1}`;
    return `a${level}: &a${level} [${Array.from({ length: 9 }, () => previous).join(", ")}]\n`;
  });
  return `${levels.join("")}tags: *a8\n`;
}

const manyKeys = Array.from({ length: 20_000 }, (_, index) => `key${index}: ${index}\n`).join("");

/** Texts made to hurt a parser, with the finding that answers each. */
const hostile: readonly [string, string, string][] = [
  ["20,000 keys", manyKeys, "card-size"],
  ["4,000 equal keys", "key: 1\n".repeat(4000), "duplicate-key"],
  ["4,000 unknown keys", manyKeys.split("\n").slice(0, 4000).join("\n"), "more-findings"],
  [
    "2,500 unknown benchmarks",
    `benchmarks: {${manyKeys.split("\n").slice(0, 2500).join(", ")}}\n`,
    "more-findings",
  ],
  ["an alias bomb", aliasBomb(), "alias-size"],
  ["aliases of a wide map", `a: &a {${"k: 1, x: 2,".repeat(1)}}\nb: [${"*a,".repeat(6000)}]\n`, "alias-size"],
  [
    "merges of merges",
    `a0: &a0 {x: 1}\n${Array.from({ length: 1000 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: *a${i}, k${i}: 1}\n`).join("")}`,
    "alias-size",
  ],
  ["200,000 nested brackets", "[".repeat(200_000), "nesting"],
  ["10,000 nested brackets, closed", "[".repeat(10_000) + "]".repeat(10_000), "nesting"],
  ["nested braces", "{a: ".repeat(20_000), "nesting"],
  ["nested dashes", "- ".repeat(50_000), "nesting"],
  ["nested question marks", "? ".repeat(50_000), "nesting"],
  ["nested colons", ": ".repeat(50_000), "nesting"],
  [
    "nested indentation",
    Array.from({ length: 600 }, (_, level) => `${" ".repeat(level)}a:\n`).join(""),
    "nesting",
  ],
  ["second colons", "a: ".repeat(10_000), "nesting"],
  ["a megabyte of text", `notes: ${"x".repeat(1_000_000)}\n`, "card-size"],
  ["a long line of spaces", `name:${" ".repeat(250_000)}x\n`, "missing-key"],
  ["a long line of spaces in quotes", `name: "${" ".repeat(250_000)}\n x"\n`, "missing-key"],
  ["a long quantity", `parameters: ${"1".repeat(200_000)}\n`, "quantity-unreadable"],
  ["a long quantity with spaces", `parameters: "1${" ".repeat(200_000)}x"\n`, "quantity-unreadable"],
  ["a long date", `release_date: ${"1-".repeat(100_000)}\n`, "date-unreadable"],
  ["a long score", `benchmarks: { mmlu: ${"1.".repeat(90_000)} }\n`, "score-unreadable"],
  ["a long name", `name: ${"8x".repeat(100_000)}\n`, "missing-key"],
  ["a long key", `${"x".repeat(1000)}: 1\n`, "unknown-key"],
  ["a key longer than YAML allows", `${"x".repeat(200_000)}: 1\n`, "syntax"],
  ["many commas", `sources: [${",".repeat(20_000)}]\n`, "syntax"],
  ["many closing brackets", "]".repeat(100_000), "syntax"],
  ["many open brackets, one a line", "a: [\n".repeat(2000), "syntax"],
  ["many open quotes", 'a: "\n'.repeat(5000), "syntax"],
  ["many tags", `a: ${"!t ".repeat(9000)}x\n`, "syntax"],
  ["many anchors", `a: ${"&a ".repeat(9000)}x\n`, "syntax"],
  ["many directives", `${"%FOO bar\n".repeat(25_000)}name: x\n`, "not-a-map"],
  ["many documents", "name: x\n...\n".repeat(5000), "second-document"],
  ["many comments", `name: x\n${"# comment\n".repeat(9000)}`, "missing-key"],
  [
    "blank lines before comments",
    `notes: |\n  x\n${"\n".repeat(15_000)}${" #\n".repeat(4900)}`,
    "missing-key",
  ],
  ["lines without colons", "word\n".repeat(5000), "not-a-map"],
  ["lines without colons before a key", `${"word\n".repeat(150)}name: x\n`, "more-findings"],
  ["NULs", `name: ${"\0".repeat(1000)}\n`, "missing-key"],
  ["lone surrogates", `name: \uD800\uDC00\uD800\nnotes: ${"\uDC00".repeat(1000)}\n`, "missing-key"],
  ["byte order marks", "\uFEFF".repeat(1000), "not-a-map"],
  ["control characters YAML uses inside", "\u0002\u0018\u001f: \u0002\n", "missing-key"],
];

const [good] = readCards(cardText(1)).cards;

for (const [what, text, code] of hostile) {
  test(`${what}: answered in bounded time, and the next card is read right`, () => {
    const start = performance.now();
    const { cards } = readCards(`${text}\n---\n${cardText(1)}`);
    assert.ok(performance.now() - start < longestMilliseconds);
    const codes = new Set(cards[0]?.findings.map((finding) => finding.code));
    assert.ok(codes.has(code as never), `found ${[...codes].join(", ")}`);
    assert.ok((cards[0]?.findings.length ?? 0) <= 101);
    assert.deepEqual(cards.at(-1)?.model, good?.model);
    assert.deepEqual(cards.at(-1)?.findings, []);
  });
}

test("a file of more than 16 million characters is refused whole", () => {
  const { cards, findings } = readCards("# comment\n".repeat(1_700_000));
  assert.deepEqual(cards, []);
  assert.deepEqual(
    findings.map(({ code }) => code),
    ["file-size"],
  );
});

test("the deepest nesting that is read is far deeper than a card", () => {
  const nested = (depth: number) => `name: A\nnotes: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
  const isRefused = (depth: number) =>
    readCards(nested(depth)).cards[0]?.findings.some(({ code }) => code === "nesting");
  assert.equal(isRefused(90), false);
  assert.equal(isRefused(101), true);
});
