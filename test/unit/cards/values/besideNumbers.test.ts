import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Card } from "../../../../server/src/cards/card.ts";
import type { Finding } from "../../../../server/src/cards/finding.ts";
import { readCards } from "../../../../server/src/cards/readCards.ts";
import { separatedNumbers } from "../../../../server/src/cards/values/groupedDigits.ts";

const head = "name: T-3B\nrelease_date: 2024-09-19\nkind: base\n";

function cardOf(text: string): Card {
  const [card] = readCards(text).cards;
  assert.ok(card);
  return card;
}

/** The finding on a value, and the card once its first fix is applied. */
function fixed(text: string, code: string): { finding: Finding; after: Card; fix: string; isGuess: boolean } {
  const finding = cardOf(text).findings.find((one) => one.code === code);
  assert.ok(finding, `${code} in ${text}`);
  const [fix] = finding.fixes ?? [];
  assert.ok(fix, finding.message);
  const after = cardOf(text.slice(0, fix.range.start) + fix.newText + text.slice(fix.range.end));
  return { finding, after, fix: fix.newText, isGuess: fix.isGuess === true };
}

const withScore = (score: string, key = "mmlu") => `${head}parameters: 3B\nbenchmarks:\n  ${key}: ${score}\n`;

test("a count with words is the map of the counts that it names", () => {
  const written: Readonly<Record<string, string>> = {
    "7.61B (6.53B non-embedding)": "{ total: 7.61B, non_embedding: 6.53B }",
    "235B total, 22B activated": "{ total: 235B, active: 22B }",
    "235B (22B active)": "{ total: 235B, active: 22B }",
    "22B active / 235B total": "{ active: 22B, total: 235B }",
    "671B total parameters, 37B activated per token": "{ total: 671B, active: 37B }",
    "1.7 billion (1.4 billion without embeddings)": "{ total: 1.7billion, non_embedding: 1.4billion }",
  };
  for (const [text, map] of Object.entries(written)) {
    const { fix, after } = fixed(`${head}parameters: "${text}"\n`, "quantity-shorthand");
    assert.equal(fix, map);
    assert.ok(after.model?.parameters.total !== undefined, text);
  }
  for (const text of ["8B/70B", "7B, 13B", "7B (approx. 6.5B)"])
    assert.equal(cardOf(`${head}parameters: "${text}"\n`).model?.parameters.total, undefined, text);
});

test("a score with a note keeps what a result has a key for", () => {
  const written: Readonly<Record<string, readonly [fix: string, isGuess: boolean]>> = {
    "74.2 (5-shot)": ["{ score: 74.2, shots: 5 }", false],
    "74.2 (0-shot, CoT)": ["{ score: 74.2, shots: 0, cot: true }", false],
    "834/1000": ["{ score: 83.4, items: 1000 }", false],
    "100/164": ["{ score: 60.9756, items: 164 }", true],
    "74.2 (95% CI 73.1-75.3)": ["{ score: 74.2, stderr: 0.561 }", false],
    '"74.2 [73.1, 75.3]"': ["74.2", true],
    "74.2*": ["74.2", true],
    "74.2 ★": ["74.2", true],
    "74.2 (self-reported)": ["74.2", true],
  };
  for (const [text, [wanted, guess]] of Object.entries(written)) {
    const { fix, isGuess } = fixed(withScore(text), "score-unreadable");
    assert.deepEqual([fix, isGuess], [wanted, guess], text);
  }
});

test("what a note does not leave clear gives no number", () => {
  for (const text of ["8/10", "74.2 -> 80.1", "70-75", "1001/1000", "74.2 x 2", "35 ms"])
    assert.equal(cardOf(withScore(`"${text}"`)).model?.scores.size, 0, text);
});

test("three digits behind a comma may be thousands: both are offered, neither preferred", () => {
  const finding = cardOf(withScore("1,287", "Arena rating")).findings.find(
    ({ code }) => code === "score-unreadable",
  );
  assert.deepEqual(
    finding?.fixes?.map(({ newText, isGuess }) => [newText, isGuess]),
    [
      ["1287", true],
      ["1.287", true],
    ],
  );
  assert.equal(fixed(withScore("2,029.5", "Contest rating"), "score-unreadable").fix, "2029.5");
  assert.deepEqual(separatedNumbers("1.287,5"), ["1287.5"]);
  assert.deepEqual(separatedNumbers("1\u202f287"), ["1287"]);
  assert.deepEqual(separatedNumbers("0,412"), ["0.412"]);
  assert.deepEqual(separatedNumbers("12.5"), []);
  assert.deepEqual(separatedNumbers("1,28,7"), []);
});

test("a rating, a time and a negative score of an unregistered benchmark are kept and not read", () => {
  for (const text of ["1287", "-3.5", "35 ms", "8.1/10", "5.3 (lower is better)", "\u22122"]) {
    const card = cardOf(withScore(`"${text}"`, "Arena rating"));
    assert.deepEqual(
      card.findings.filter(({ code }) => /score|benchmark/.test(code)).map(({ code }) => code),
      ["unknown-benchmark"],
      text,
    );
    assert.equal(card.model?.scores.size, 0);
  }
});

test("property: grouped digits are never taken for decimals alone, and every fix reads as the number meant", () => {
  const separators = [",", ".", " ", "'", "\u202f"] as const;
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 999_999_999 }),
      fc.constantFrom(...separators),
      fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined }),
      (whole, separator, cents) => {
        const grouped = String(whole).replaceAll(/\B(?=(\d{3})+$)/g, separator);
        const decimal = separator === "," ? "." : ",";
        const text = cents === undefined ? grouped : `${grouped}${decimal}${cents}`;
        const readings = separatedNumbers(text).map(Number);
        const meant = cents === undefined ? whole : Number(`${whole}.${cents}`);
        // 1.287 is a number as it stands.
        if (cents === undefined && separator === "." && whole < 1e6) assert.deepEqual(readings, []);
        else assert.ok(readings.includes(meant), `${text}: ${readings.join(", ")}`);
      },
    ),
  );
});

test("property: a share of right answers is never read as another one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 99_999 }), fc.nat({ max: 99_999 }), (items, right) => {
      fc.pre(right <= items);
      const { after } = fixed(withScore(`${right}/${items}`), "score-unreadable");
      const percent = after.model?.scores.get("mmlu")?.[0]?.percent ?? Number.NaN;
      assert.ok(Math.abs(percent - (100 * right) / items) < 1e-4);
    }),
    { numRuns: 50 },
  );
});

test("words for the precision of weights name their bits in message and fix", () => {
  const bits: Readonly<Record<string, number>> = {
    FP8: 8,
    INT8: 8,
    "4.5bpw": 4.5,
    NVFP4: 4,
    W8A8: 8,
    Q4_K_M: 4,
    "4-bit": 4,
    IQ2_XXS: 2,
    "GPTQ-Int4": 4,
  };
  for (const [word, wanted] of Object.entries(bits)) {
    const { finding, after } = fixed(`${head}parameters: 3B\nquantization: ${word}\n`, "quantization-bits");
    assert.match(finding.message, new RegExp(`bits: ${wanted} \\}`), word);
    assert.equal(after.model?.weightBits, wanted, word);
  }
  for (const word of ["BF16", "none", "fp16", "float32"])
    assert.match(
      cardOf(`${head}parameters: 3B\nquantization: ${word}\n`)
        .findings.map(({ message }) => message)
        .join(),
      /not quantised\. Leave the key out\./,
      word,
    );
});

test("what is known of a date is offered, and nothing absurd", () => {
  const proposals: Readonly<Record<string, readonly string[]>> = {
    "2409": ["2024-09"],
    "1024": [],
    "9999": [],
    "2024-09-00": ["2024-09"],
    "2024-09-xx": ["2024-09"],
    "2024-Q3": [],
    "late 2024": [],
    "2024-09-19 (paper)": ["2024-09-19"],
    "2024-09-19?": ["2024-09-19"],
    "2024年9月19日": ["2024-09-19"],
    "24-09-19": ["2024-09-19", "2019-09-24"],
    TBA: [],
    "2024_09_19": ["2024-09-19"],
    "2024-09-19 to 2024-10-01": [],
  };
  for (const [text, wanted] of Object.entries(proposals)) {
    const finding = cardOf(`name: T-3B\nrelease_date: ${text}\nparameters: 3B\n`).findings.find(
      ({ code }) => code === "date-unreadable",
    );
    assert.deepEqual(
      (finding?.fixes ?? []).map(({ newText }) => newText),
      wanted,
      text,
    );
    assert.doesNotMatch(finding?.message ?? "", /1024-|9999-|2409-/);
  }
});
