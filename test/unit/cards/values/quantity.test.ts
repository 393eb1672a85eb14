import assert from "node:assert/strict";
import { test } from "node:test";
import { cardMessage } from "../../../../server/src/cards/findings/cardMessages.ts";
import type { Counted } from "../../../../server/src/cards/findings/cardSubjects.ts";
import { readQuantity } from "../../../../server/src/cards/values/quantity.ts";

const counts: readonly [string, number][] = [
  ["7.61B", 7_610_000_000],
  ["7.61 B", 7_610_000_000],
  ["7.61\u00A0B", 7_610_000_000],
  ["350M", 350_000_000],
  ["350m", 350_000_000],
  ["1.04T", 1_040_000_000_000],
  ["4.35T", 4_350_000_000_000],
  ["500K", 500_000],
  [".5B", 500_000_000],
  ["7.61e9", 7_610_000_000],
  ["7.61E+9", 7_610_000_000],
  ["7610000000", 7_610_000_000],
  ["7_610_000_000", 7_610_000_000],
  ["176,000,000,000", 176_000_000_000],
  ["1000000", 1_000_000],
  ["7B parameters", 7_000_000_000],
  ["34B parameters (dense)", 34_000_000_000],
  ["7 billion", 7_000_000_000],
  ["350 million params", 350_000_000],
  ["1.2 Trillion", 1_200_000_000_000],
  ["7bn", 7_000_000_000],
  ["  7B  ", 7_000_000_000],
];

for (const [text, expected] of counts) {
  test(`${JSON.stringify(text)} is a count`, () => {
    assert.deepEqual(readQuantity(text, "parameters"), { kind: "count", count: expected });
  });
}

const problems: readonly [string, string, readonly string[]][] = [
  ["7", "quantity-too-small", ["7B"]],
  ["7.61", "quantity-too-small", ["7.61B"]],
  ["350", "quantity-too-small", ["350M", "350B"]],
  ["7610", "quantity-too-small", []],
  ["999999", "quantity-too-small", []],
  ["7e5", "quantity-too-small", []],
  ["0", "quantity-too-small", []],
  ["0B", "quantity-too-small", []],
  ["7610000000B", "quantity-too-large", []],
  ["1e300", "quantity-too-large", []],
  ["1e999", "quantity-too-large", []],
  ["1_5", "quantity-unreadable", ["1.5B"]],
  ["1p3b", "quantity-unreadable", ["1.3B"]],
  ["7,61B", "quantity-unreadable", ["7.61B"]],
  ["1,043B", "quantity-unreadable", ["1.043B", "1043B"]],
  ["7G", "quantity-unreadable", ["7B"]],
  ["~7B", "quantity-unreadable", ["7B"]],
  ["about 7B", "quantity-unreadable", ["7B"]],
  ["7B+", "quantity-unreadable", ["7B"]],
  ["-7B", "quantity-unreadable", []],
  ["0x1F", "quantity-unreadable", []],
  ["7 B B", "quantity-unreadable", []],
  ["seven billion", "quantity-unreadable", []],
  ["61B parameters (sparse)", "quantity-unreadable", []],
  ["x".repeat(100_000), "quantity-unreadable", []],
  [`7${" ".repeat(100_000)}B`, "quantity-unreadable", []],
  ["3-7B", "quantity-range", []],
  ["3B – 7B", "quantity-range", []],
  ["0.06 - 11", "quantity-range", []],
  ["3 to 7B", "quantity-range", []],
  ["3, 7, 12", "quantity-range", []],
  ["7B/13B", "quantity-range", []],
  ["8x7B", "quantity-shorthand", []],
  ["8×22B", "quantity-shorthand", []],
  ["35B-A3B", "quantity-shorthand", []],
  ["17B-16E", "quantity-shorthand", []],
  ["E4B", "quantity-shorthand", []],
  ["unknown", "quantity-unknown", []],
  ["unknkown", "quantity-unknown", []],
  ["Undisclosed", "quantity-unknown", []],
  ["N/A", "quantity-unknown", []],
  ["?", "quantity-unknown", []],
];

for (const [text, code, proposals] of problems) {
  test(`${JSON.stringify(text.slice(0, 20))} is no count: ${code}`, () => {
    const reading = readQuantity(text, "parameters");
    assert.equal(reading.kind, "problem");
    if (reading.kind === "problem")
      assert.deepEqual([reading.subject.kind, reading.proposals], [code, proposals]);
  });
}

const proposedFor: readonly Counted[] = ["parameters", "tokens"];
for (const counted of proposedFor) {
  test(`every proposal for ${counted} that is one quantity can be read`, () => {
    const texts = problems.flatMap(([text]) => {
      const reading = readQuantity(text, counted);
      return reading.kind === "problem" ? reading.proposals : [];
    });
    assert.ok(texts.length > 5);
    for (const text of texts) assert.equal(readQuantity(text, counted).kind, "count", text);
  });
}

test("a bare number of tokens is more likely trillions", () => {
  const reading = readQuantity("18", "tokens");
  assert.ok(reading.kind === "problem");
  assert.equal(cardMessage(reading.subject), "18 could mean 18 or 18 trillion tokens. Write 18T.");
  assert.deepEqual(reading.proposals, ["18T"]);
});

test("messages never repeat a long text", () => {
  const reading = readQuantity(`${"very ".repeat(50_000)}many`, "parameters");
  assert.ok(reading.kind === "problem" && cardMessage(reading.subject).length < 200);
});
