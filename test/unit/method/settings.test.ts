import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeChoices, readChoices, resolveSettings } from "../../../server/src/method/collectionSettings.ts";
import { shippedReference } from "../../../server/src/references/references.ts";
import { kindChoices } from "../../../server/src/trend/collection/membership.ts";
import { epochDay } from "../../support/models.ts";

const reference = shippedReference("nmi-2025");
assert.ok(reference);

test("an empty file chooses nothing, and the defaults are the paper's but for its estimator", () => {
  assert.deepEqual(readChoices(""), { kind: "choices", choices: {}, unknownKeys: [] });
  const resolution = resolveSettings({}, reference);
  assert.ok(resolution.kind === "settings");
  const { basis, denominator, trainingTokens, estimator, kinds } = resolution.settings;
  assert.deepEqual(
    { basis, denominator, trainingTokens, estimator, kinds },
    {
      basis: "average",
      denominator: "paper",
      trainingTokens: 5e12,
      estimator: "quantile",
      kinds: ["base", "pruned", "distilled"],
    },
  );
});

test("every key is read, and an unknown one is named", () => {
  const reading = readChoices(
    "files: [m/*.yaml]\nreference: r.reference.yaml\nbasis: mmlu\nd0: 1e12\ndenominator: total\nkinds: all\nestimator: quantile\ntau: 0.95\nsince: 2023-01-01\nuntil: 2024-12-31\nwithout: [Phi-1]\nrules: { kind-missing: off }\nbreak: 2022-11-30\nlater: 1\n",
  );
  assert.deepEqual(reading, {
    kind: "choices",
    choices: {
      files: ["m/*.yaml"],
      reference: "r.reference.yaml",
      basis: "mmlu",
      d0: 1e12,
      denominator: "total",
      kinds: kindChoices,
      estimator: "quantile",
      tau: 0.95,
      sinceEpochDay: epochDay("2023-01-01"),
      untilEpochDay: epochDay("2024-12-31"),
      without: ["Phi-1"],
      rules: { "kind-missing": "off" },
      breakEpochDay: epochDay("2022-11-30"),
    },
    unknownKeys: ["later"],
  });
});

const mistakes: readonly (readonly [text: string, problem: RegExp])[] = [
  ["denominator: papr", /denominator .*paper, non-embedding, total, active/],
  ["kinds: [bse]", /kinds\.0 .*base/],
  ["d0: many", /d0 must be number/],
  ["rules: { x: loud }", /rules\.x .*off/],
  ["break: 2022-02-30", /break: there is no day 2022-02-30/],
  ["tau: 1", /tau must be < 1/],
  ["since: 2023-02-29", /since: there is no day 2023-02-29/],
  ["until: soon", /until /],
  ["without: Phi-1", /without must be array/],
  ["break: last year", /break /],
  ["- a list", /the file must be a map of keys/],
  ["kinds: [base", /not valid YAML/],
];

for (const [text, problem] of mistakes) {
  test(`densing.yaml with "${text}" says what is wrong`, () => {
    const reading = readChoices(text);
    assert.ok(reading.kind === "invalid");
    assert.match(reading.problems.join("; "), problem);
  });
}

test("the first layer that chooses wins, key by key", () => {
  assert.deepEqual(
    mergeChoices({ basis: "mmlu" }, { basis: "bbh", d0: 1e12 }, { d0: 2e12, estimator: "all" }),
    {
      basis: "mmlu",
      d0: 1e12,
      estimator: "all",
    },
  );
});

test("a layer can take back a limit that a later one sets", () => {
  const choices = mergeChoices(
    { sinceEpochDay: null, breakEpochDay: null },
    { sinceEpochDay: epochDay("2023-01-01"), untilEpochDay: epochDay("2024-12-31"), breakEpochDay: 19_326 },
  );
  const resolution = resolveSettings(choices, reference);
  assert.ok(resolution.kind === "settings");
  const { sinceEpochDay, untilEpochDay, breakEpochDay } = resolution.settings;
  assert.deepEqual(
    [sinceEpochDay, untilEpochDay, breakEpochDay],
    [undefined, epochDay("2024-12-31"), undefined],
  );
});

test("a basis without a curve is refused with the curves there are", () => {
  const resolution = resolveSettings({ basis: "gsm8k" }, reference);
  assert.ok(resolution.kind === "invalid");
  assert.match(
    resolution.problem,
    /no curve for the basis gsm8k; it has mmlu, bbh, math, humaneval, mbpp, average/,
  );
});
