import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readReference } from "../../../server/src/references/readReference.ts";
import { shippedReference } from "../../../server/src/references/references.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/reference");
const shippedText = readFileSync(
  join(import.meta.dirname, "../../../schemas/references/nmi-2025.reference.yaml"),
  "utf8",
);

/** The same with a range that somebody measured. */
const measuredText = shippedText.replace(
  "    residual: 3.0",
  "    validated_scores: { above: 20.659095850794365, up_to: 89.24266090362195 }\n    residual: 3.0",
);

test("a reference may say where it was measured to hold", () => {
  const reading = readReference(measuredText);
  assert.ok(reading.kind === "reference");
  assert.deepEqual(reading.reference.curves.get("mmlu")?.validatedScores, {
    above: 20.659095850794365,
    upTo: 89.24266090362195,
  });
  assert.equal(reading.reference.curves.get("bbh")?.validatedScores, undefined);
});

test("the shipped reference has every digit of the digitised coefficients", () => {
  const { curves } = JSON.parse(readFileSync(join(fixtures, "coefficients.json"), "utf8"));
  const reference = shippedReference("nmi-2025");
  for (const [name, { a, alpha, b, beta, c, gamma, l, d }] of Object.entries<Record<string, number>>(
    curves,
  )) {
    const curve = reference?.curves.get(name.toLowerCase());
    assert.ok(curve?.kind === "laws");
    assert.deepEqual(curve.lossLaw, { a, alpha, b, beta }, name);
    assert.deepEqual(curve.scoreLaw, { c, gamma, l, d }, name);
  }
  assert.equal(reference?.trainingTokens, 5e12);
  assert.match(
    reference?.attribution ?? "",
    /^Xiao et al\., Nature Machine Intelligence 7, 1823-1833 \(2025\), CC BY 4\.0; values digitised$/,
  );
});

test("the largest loss run is the one the file states, else the largest it lists", () => {
  assert.equal(shippedReference("nmi-2025")?.largestRunParameters, 0.83e9);
  assert.equal(shippedReference("nmi-2025-refit")?.largestRunParameters, 828_225_024);
  const unstated = shippedText.replace(/^largest_run_parameters:.*$/m, "");
  const largestOf = (text: string) => {
    const reading = readReference(text);
    assert.ok(reading.kind === "reference");
    return reading.reference.largestRunParameters;
  };
  assert.equal(largestOf(unstated), 828_225_024);
  assert.equal(largestOf(unstated.replace(/^runs:\n(?: {2}- .*\n)+/m, "")), undefined);
});

const mistakes: readonly (readonly [from: string | RegExp, to: string, problem: RegExp])[] = [
  [/^name:.*$/m, "", /^the file needs name, which is not there$/],
  ["of: [mmlu,", "of: [mmul,", /the composite names mmul, which has no curve/],
  [/a: 1\.583\d+/, "a: -1", /curves\.mmlu\.loss_law\.a must be > 0/],
  [/up_to: 89\.\d+/, "up_to: 120", /curves\.mmlu: validated_scores\.up_to 120 reaches the ceiling/],
  [/gamma: -24\.9\d+/, "gamma: 24.9", /curves\.mmlu\.score_law\.gamma must be < 0/],
  [/beta: 0\.2365\d+/, "beta: 0", /curves\.mmlu\.loss_law\.beta must be > 0/],
  [
    /b: 38\.889\d+/,
    "b: 388.9",
    /curves\.mmlu: no finite size reaches validated_scores\.up_to 89\.24\d+ after 5.×.10¹² training_tokens/,
  ],
  [/above: 20\.659\d+/, "above: 90", /curves\.mmlu: validated_scores is empty/],
  [/above: 20\.659\d+/, "above: 0", /curves\.mmlu: validated_scores\.above 0 lies below the floor d 20\.659/],
  [
    "largest_fitted_parameters: 4e9",
    "largest_fitted_parameters: some",
    /largest_fitted_parameters must be number/,
  ],
  [/c: 79\.278\d+/, "c: 179", /curves\.mmlu: its scores would end at c \+ d = 199\.659, above 100 percent/],
  [/d: 20\.659\d+/, "d: -20", /curves\.mmlu: its scores would start at d = -20, below 0 percent/],
  ["provenance: >-", "provenance: [", /not valid YAML/],
];

for (const [from, to, problem] of mistakes) {
  test(`a reference with ${to || `no ${String(from)}`} says what is wrong`, () => {
    const reading = readReference(measuredText.replace(from, to));
    assert.ok(reading.kind === "invalid");
    assert.match(reading.problems.join("; "), problem);
  });
}

test("an alias bomb is no reference and no crash", () => {
  const levels = "bcdefghij"
    .split("")
    .map(
      (letter, position) =>
        `${letter}: &${letter} [${Array(10).fill(`*${"abcdefghij"[position]}`).join(", ")}]`,
    );
  const reading = readReference(["a: &a [x, x]", ...levels].join("\n"));
  assert.equal(reading.kind, "invalid");
});
