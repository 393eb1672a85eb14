import assert from "node:assert/strict";
import { test } from "node:test";
import { bearersOfNames, duplicateNames, type NamedCard } from "../../../server/src/rules/duplicateName.ts";

function card(file: string, line: number, name: string): NamedCard {
  return {
    file,
    name,
    model: {},
    nameStart: { line, character: 6 },
    nameEnd: { line, character: 6 + name.length },
  };
}

function messages(cards: readonly NamedCard[]): string[] {
  return duplicateNames({ cards }, bearersOfNames(cards)).map(({ message }) => message);
}

test("unique names have nothing to be said", () => {
  assert.deepEqual(messages([card("a.yaml", 0, "A"), card("a.yaml", 9, "B"), card("b.yaml", 0, "a")]), []);
});

test("every bearer of a name is told where another is", () => {
  assert.deepEqual(messages([card("a.yaml", 0, "A"), card("b.yaml", 4, "A")]), [
    "A is also the name of the card at b.yaml:5. None of them is in the trend until the names differ.",
    "A is also the name of the card at a.yaml:1. None of them is in the trend until the names differ.",
  ]);
});

test("within a file the line is enough, and more bearers are counted", () => {
  assert.deepEqual(messages([card("a.yaml", 0, "A"), card("a.yaml", 9, "A"), card("a.yaml", 19, "A")]), [
    "A is also the name of the card at line 10, and of 1 more. None of them is in the trend until the names differ.",
    "A is also the name of the card at line 1, and of 1 more. None of them is in the trend until the names differ.",
    "A is also the name of the card at line 1, and of 1 more. None of them is in the trend until the names differ.",
  ]);
});

test("the name of an unreadable card counts for nothing", () => {
  assert.deepEqual(messages([card("a.yaml", 0, "A"), { ...card("b.yaml", 0, "A"), model: undefined }]), []);
});

test("a finding stands at the name", () => {
  const cards = [card("a.yaml", 3, "Model"), card("b.yaml", 0, "Model")];
  const [first] = duplicateNames({ cards: cards.slice(0, 1) }, bearersOfNames(cards));
  assert.deepEqual(
    [first?.code, first?.severity, first?.start, first?.end],
    ["duplicate-name", "error", { line: 3, character: 6 }, { line: 3, character: 11 }],
  );
});

test("ten thousand bearers of one name are found in linear time", () => {
  const cards = Array.from({ length: 10_000 }, (_, line) => card("a.yaml", line, "A"));
  const start = performance.now();
  assert.equal(messages(cards).length, 10_000);
  assert.ok(performance.now() - start < 2000);
});
