import assert from "node:assert/strict";
import { test } from "node:test";
import { firstContentLine, splitStream } from "../../../../server/src/cards/yaml/splitStream.ts";

function pieces(text: string): string[] {
  return splitStream(text).map(({ start, end }) => text.slice(start, end));
}

const streams: readonly [string, string, readonly string[]][] = [
  ["one card", "a: 1\n", ["a: 1\n"]],
  ["a card keeps its own line of dashes", "---\na: 1\n", ["---\na: 1\n"]],
  ["two cards", "a: 1\n---\nb: 2\n", ["a: 1\n", "---\nb: 2\n"]],
  ["dashes with a comment", "a: 1\n--- # next\nb: 2", ["a: 1\n", "--- # next\nb: 2"]],
  ["dashes with a tab", "a: 1\n---\t\nb: 2", ["a: 1\n", "---\t\nb: 2"]],
  ["dashes with content", "a: 1\n--- {b: 2}\n", ["a: 1\n", "--- {b: 2}\n"]],
  ["dashes at the end of the text", "a: 1\n---", ["a: 1\n"]],
  ["four dashes are no end", "a: 1\n----\nb: 2\n", ["a: 1\n----\nb: 2\n"]],
  ["dashes with letters are no end", "a: 1\n---b\n", ["a: 1\n---b\n"]],
  ["indented dashes are no end", "a: |\n  x\n  ---\n", ["a: |\n  x\n  ---\n"]],
  ["an open quote ends with its card", 'a: "1\n---\nb: 2\n', ['a: "1\n', "---\nb: 2\n"]],
  ["a block of text ends with its card", "a: |\n  x\n---\nb: 2\n", ["a: |\n  x\n", "---\nb: 2\n"]],
  ["Windows line ends", "a: 1\r\n---\r\nb: 2\r\n", ["a: 1\r\n", "---\r\nb: 2\r\n"]],
  ["a byte order mark before dashes", "\uFEFF---\na: 1\n", ["---\na: 1\n"]],
  ["a byte order mark before a key", "\uFEFFa: 1\n---\nb: 2\n", ["\uFEFFa: 1\n", "---\nb: 2\n"]],
  ["a directive belongs to no card", "%YAML 1.1\n---\na: 1\n", ["---\na: 1\n"]],
  [
    "blank documents are left out",
    "---\n\n# only a comment\n---\n...\n--- #\n---\na: 1\n---\n \t\n",
    ["---\na: 1\n"],
  ],
  ["characters outside the basic plane", "a: 😀\n---\nb: 𝒳\n", ["a: 😀\n", "---\nb: 𝒳\n"]],
  ["a line separator in a comment", "# a\u2028b\n---\na: 1", ["---\na: 1"]],
  ["nothing", "", []],
  ["a byte order mark alone", "\uFEFF", []],
];

for (const [name, text, expected] of streams) {
  test(`splitting a stream: ${name}`, () => assert.deepEqual(pieces(text), expected));
}

test("splitting ten thousand cards takes no more than a few milliseconds", () => {
  const card = `name: Model\n${"key: value\n".repeat(80)}`;
  const stream = Array.from({ length: 10_000 }, () => card).join("---\n");
  const start = performance.now();
  assert.equal(splitStream(stream).length, 10_000);
  assert.ok(performance.now() - start < 500);
});

const firstLines: readonly [string, string][] = [
  ["name: A\nkind: base\n", "name: A"],
  ["---\n# comment\n\n  name: A  \nkind: base", "name: A"],
  ["\uFEFFname: A\r\nkind: base", "name: A"],
  ["--- {name: A}\n", "--- {name: A}"],
  ["# only a comment\n", ""],
];

for (const [text, expected] of firstLines) {
  test(`the first line with content of ${JSON.stringify(text)}`, () => {
    const { start, end } = firstContentLine(text);
    assert.equal(text.slice(start, end), expected);
  });
}
