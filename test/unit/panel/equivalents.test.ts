import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import fc from "fast-check";
import { choicesOf, collectionCommand, withTrendChoices } from "../../../server/src/cli/collectionOptions.ts";
import { denominators } from "../../../server/src/density/denominator.ts";
import {
  type CollectionChoices,
  chosenReference,
  mergeChoices,
  readChoices,
} from "../../../server/src/method/collectionSettings.ts";
import {
  type CompleteMethod,
  completeMethod,
  type MethodChoices,
} from "../../../server/src/method/methodChoices.ts";
import { commandText, settingsText } from "../../../server/src/panel/equivalents.ts";
import { shippedReference, shippedReferenceNames } from "../../../server/src/references/references.ts";
import { kindChoices } from "../../../server/src/trend/collection/membership.ts";
import { estimators } from "../../../server/src/trend/fit/estimator.ts";
import { epochDay } from "../../support/models.ts";

/** Names as people give them, and some that mean something to a shell, to YAML or to a command line. */
const names = fc.oneof(
  fc.constantFrom(
    "Phi-1 (1.2B)",
    "it's",
    '"quoted"',
    "$HOME",
    "`id`",
    "C:\\models",
    "100%",
    "-x",
    "--no-since",
  ),
  fc.constantFrom("off", "null", "1e3", "2024-01-01", "# no", "a: b", "[x]", "模型 7B", "!!", "~", "*"),
  fc.string({ minLength: 1 }).filter((name) => !name.includes("\0")),
);
const days = fc.integer({ min: epochDay("1990-01-01"), max: epochDay("2100-12-31") });
const limits = fc.option(days, { nil: null });

const said = fc.record(
  {
    reference: fc.constantFrom(...shippedReferenceNames),
    d0: fc.double({ min: 1e9, max: 1e15, noNaN: true }),
    basis: fc.constantFrom("average", "mmlu", "available"),
    denominator: fc.constantFrom(...denominators),
    kinds: fc.subarray([...kindChoices], { minLength: 1 }),
    estimator: fc.constantFrom(...estimators),
    tau: fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
    sinceEpochDay: days,
    untilEpochDay: days,
    breakEpochDay: days,
    without: fc.array(names, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const chosen: fc.Arbitrary<MethodChoices> = fc
  .tuple(
    said,
    fc.record({ sinceEpochDay: limits, untilEpochDay: limits, breakEpochDay: limits }, { requiredKeys: [] }),
  )
  .map(([choices, taken]) => ({ ...choices, ...taken }));
const own: fc.Arbitrary<CollectionChoices> = fc
  .tuple(
    said,
    fc.record(
      {
        files: fc.array(fc.constantFrom("models/**/*.yaml", "*.yml", "a b/*.yaml")),
        rules: fc.constantFrom({}, { "kind-missing": "off" as const }, { "name-size": "error" as const }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([choices, others]) => ({ ...choices, ...others }));
/** What an editor's settings can say. */
const editors: fc.Arbitrary<CollectionChoices> = said.map(({ reference, basis, d0, kinds, estimator }) =>
  Object.fromEntries(
    Object.entries({ reference, basis, d0, kinds, estimator }).filter(([, value]) => value !== undefined),
  ),
);

function methodOf(choices: CollectionChoices): CompleteMethod {
  return completeMethod(choices, referenceOf(choices));
}

function referenceOf(choices: CollectionChoices) {
  const reference = shippedReference(chosenReference(choices));
  assert.ok(reference);
  return reference;
}

/** The choices that a `densing trend` command makes, split into arguments by a real shell. */
function choicesOfCommand(command: string): CollectionChoices {
  const printed = execFileSync("sh", ["-c", `printf '%s\\0' ${command}`], { encoding: "utf8" });
  const [program, name, ...flags] = printed.split("\0").slice(0, -1);
  assert.deepEqual([program, name], ["densing", "trend"]);
  const parsed = withTrendChoices(collectionCommand("trend")).exitOverride();
  parsed.parse(flags, { from: "user" });
  assert.deepEqual(parsed.args, []);
  return choicesOf(parsed.opts());
}

describe("a panel's choices as densing.yaml", () => {
  test("read again, they are the method in force, whatever an editor says, and the file's other keys stay", () => {
    fc.assert(
      fc.property(chosen, own, editors, (choices, written, editor) => {
        const method = methodOf(mergeChoices(choices, written, editor));
        const reading = readChoices(settingsText(method, written));
        assert.ok(reading.kind === "choices", JSON.stringify(reading));
        assert.deepEqual(methodOf(mergeChoices(reading.choices, editor)), method);
        assert.deepEqual(reading.choices.files, written.files);
        assert.deepEqual(reading.choices.rules, written.rules);
        assert.deepEqual(reading.unknownKeys, []);
      }),
    );
  });

  test("they say the method whole, a line a choice", () => {
    const method = methodOf({
      estimator: "quantile",
      without: ["Phi-1"],
      untilEpochDay: epochDay("2024-12-31"),
    });
    assert.equal(
      settingsText(method, { files: ["models/*.yaml"], rules: { "kind-missing": "off" } }),
      `files: [models/*.yaml]
reference: nmi-2025
basis: average
d0: 5e+12
denominator: paper
kinds: [base, pruned, distilled]
estimator: quantile
tau: 0.9
until: 2024-12-31
without: [Phi-1]
size: all
strict: false
rules: {kind-missing: off}
`,
    );
  });
});

describe("a panel's choices as a command", () => {
  test("run in the folder, they are the method in force", () => {
    fc.assert(
      fc.property(chosen, own, editors, (choices, written, editor) => {
        const said = mergeChoices(choices, written, editor);
        const flags = choicesOfCommand(commandText(methodOf(said), referenceOf(said), written));
        assert.deepEqual(methodOf(mergeChoices(flags, written)), methodOf(said));
      }),
    );
  });

  const examples: readonly (readonly [string, MethodChoices, CollectionChoices, string])[] = [
    ["nothing is chosen", {}, {}, "densing trend"],
    ["the folder says it already", {}, { basis: "mmlu" }, "densing trend"],
    ["the folder says otherwise", { basis: "average" }, { basis: "mmlu" }, "densing trend --basis average"],
    [
      "limits of the folder are lifted",
      { sinceEpochDay: null, untilEpochDay: null, breakEpochDay: null, without: [] },
      { sinceEpochDay: 19_000, untilEpochDay: 20_000, breakEpochDay: 19_326, without: ["Phi-1"] },
      "densing trend --no-since --no-until --no-without --no-break",
    ],
    [
      "names have spaces and quotes",
      { without: ["Phi 1", "it's $5"] },
      {},
      `densing trend --without "Phi 1" --without 'it'\\''s $5'`,
    ],
    ["kinds are several", { kinds: ["base", "instruct"] }, {}, 'densing trend --kinds "base,instruct"'],
    ["kinds are all", { kinds: kindChoices, d0: 1.5e13 }, {}, "densing trend --d0 1.5e13 --kinds all"],
  ];
  for (const [when, choices, written, command] of examples)
    test(`when ${when}: ${command}`, () => {
      const said = mergeChoices(choices, written);
      assert.equal(commandText(methodOf(said), referenceOf(said), written), command);
    });
});
