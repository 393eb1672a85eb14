import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { validateReference, validateReport } from "../../server/src/generated/validators.js";
import { cardText } from "../support/cardText.ts";
import { densing, folderOf, projectRoot } from "../support/commandLine.ts";

const refit = "schemas/references/nmi-2025-refit.reference.yaml";

test("the shipped refit is what densing fit makes of its own runs and points", () => {
  const { stdout, stderr, exitCode } = densing(`fit ${refit}`);
  assert.equal(exitCode, 0, stderr);
  assert.equal(stdout, readFileSync(join(projectRoot, refit), "utf8"));
  assert.match(stderr, /^warning: D\/N of the runs spans 10\.0 to 60\.0, less than a decade/);
  assert.match(
    stderr,
    /average: 2 minima.*alpha 0\.3647, beta 0\.1675, sum of squares 8\.5242e-4; alpha 0\.1153/,
  );
  assert.match(stderr, /mbpp: one minimum/);
});

test("JSON has the reference and the notes", () => {
  const { stdout, exitCode } = densing(`fit ${refit} --format json`);
  assert.equal(exitCode, 0);
  const output = JSON.parse(stdout);
  assert.ok(validateReport(output));
  assert.ok(validateReference(output.reference), JSON.stringify(validateReference.errors));
  assert.match(output.notes[0], /less than a decade/);
});

/** Runs and points of one benchmark from laws that are known, as a person would write them. */
function runsFile(): string {
  const sizes = [1e7, 4e7, 1.6e8, 6.4e8];
  const ratios = [5, 20, 80, 320];
  const runs = sizes.flatMap((size) =>
    ratios.map((ratio) => {
      const loss = 12 * size ** -0.28 + 410 * (size * ratio) ** -0.31;
      return `  - { parameters: ${size}, tokens: ${size * ratio}, loss: { triviaqa: ${loss} } }`;
    }),
  );
  const losses = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4];
  const points = losses.map((loss) => {
    const score = 70 / (1 + Math.exp(22 * (loss - 0.2))) + 2;
    return `    - { loss: ${loss}, score: ${score} }`;
  });
  return ["runs:", ...runs, "points:", "  triviaqa:", ...points, ""].join("\n");
}

test("runs and points alone become a reference that densing then uses", () => {
  const folder = folderOf({
    "ours.yaml": runsFile(),
    "a.modelcard.yaml": cardText({ name: "A" }).replace("average: 35.37", "triviaqa: 40"),
  });
  const { stdout, stderr, exitCode } = densing("fit ours.yaml", folder);
  assert.equal(exitCode, 0, stderr);
  const reference = parse(stdout);
  assert.equal(reference.name, "ours");
  assert.deepEqual(reference.composite, { id: "triviaqa", of: ["triviaqa"] });
  assert.match(stderr, /note: training_tokens is not given; 5e12 is written/);
  assert.doesNotMatch(stderr, /less than a decade/);
  const collection = folderOf({
    "ours.reference.yaml": stdout,
    "a.modelcard.yaml": cardText({ name: "A" }).replace("average: 35.37", "triviaqa: 40"),
  });
  const report = densing("report --format json --reference ours.reference.yaml", collection);
  assert.equal(report.exitCode, 0, report.stderr);
  const [model] = JSON.parse(report.stdout).models;
  // By hand: the inverse of the laws above at 5e12 tokens.
  const loss = 0.2 + Math.log(70 / 38 - 1) / 22;
  const size = ((loss - 410 * 5e12 ** -0.31) / 12) ** (-1 / 0.28);
  assert.ok(Math.abs(model.effectiveParameters / size - 1) < 1e-4);
});

test("what cannot be read or fitted is said, exit code 2", () => {
  const folder = folderOf({
    "empty.yaml": "",
    "few.yaml":
      "runs: [{ parameters: 1e8, tokens: 1e10, loss: { mmlu: 0.4 } }]\npoints: { mmlu: [{ loss: 0.4, score: 30 }] }\n",
    "several.yaml": "runs: [{ parameters: 1e8, tokens: 1e10, loss: { mmlu: 0.4, bbh: 0.3 } }]\npoints: {}\n",
  });
  const cases: [string, RegExp][] = [
    ["missing.yaml", /missing\.yaml: no such file/],
    ["empty.yaml", /the file must be object/],
    [
      "few.yaml",
      /the composite needs a curve for mmlu\n(.*\n)*.*mmlu: no curve: fewer than five runs give its loss/,
    ],
    ["several.yaml", /add composite: \{ id: average/],
  ];
  for (const [file, message] of cases) {
    const { exitCode, stderr, stdout } = densing(`fit ${file}`, folder);
    assert.equal(exitCode, 2, file);
    assert.equal(stdout, "");
    assert.match(stderr, message);
  }
});
