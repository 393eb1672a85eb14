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
    ["empty.yaml", /the file needs runs, which is not there/],
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

test("a ladder through one family becomes a reference that densing then uses", () => {
  const { stdout, stderr, exitCode } = densing("fit --ladder Qwen2.5 --benchmark gsm8k samples/models");
  assert.equal(exitCode, 0, stderr);
  assert.match(stderr, /^Calibrated on 7 models of Qwen2\.5: Qwen2\.5-0\.5B 41\.6, /);
  const reference = parse(stdout);
  assert.ok(validateReference(reference), JSON.stringify(validateReference.errors));
  assert.equal(reference.curves.gsm8k.calibrated_on, "Qwen2.5");
  const folder = folderOf({
    "qwen.reference.yaml": stdout,
    // The score of a 7 B member of the family, from half the size.
    "a.modelcard.yaml": cardText({ name: "A", nonEmbedding: "3.26B" }).replace(
      "average: 35.37",
      "gsm8k: 86.37",
    ),
  });
  const report = densing("report --reference qwen.reference.yaml", folder);
  assert.equal(report.exitCode, 0, report.stderr);
  const { c, d, n50, k } = reference.curves.gsm8k.ladder;
  const size = n50 * (c / (86.37 - d) - 1) ** (-1 / k);
  assert.ok(report.stdout.includes((size / 3.26e9).toFixed(2)), report.stdout);
  assert.match(report.stdout, /Calibrated on the sizes of Qwen2\.5; densities are relative to that family/);
});

test("a ladder without benchmark, family or sizes: exit 2", () => {
  const cases: [string, RegExp][] = [
    ["fit --ladder Qwen2.5 samples/models", /--ladder needs --benchmark/],
    ["fit --ladder Qwen2.5 --benchmark nothing samples/models", /"nothing" is not in the registry/],
    ["fit --ladder Nobody --benchmark mmlu samples/models", /A ladder needs 4 sizes of a family.*: none\./],
    ["fit one.yaml two.yaml", /reads one file/],
  ];
  for (const [args, message] of cases) {
    const { exitCode, stderr } = densing(args);
    assert.equal(exitCode, 2, args);
    assert.match(stderr, message);
  }
});
