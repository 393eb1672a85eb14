import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse, stringify } from "yaml";
import { validateReport } from "../../server/src/generated/validateReport.js";
import { cardText } from "../support/cardText.ts";
import { densing, folderOf, projectRoot } from "../support/commandLine.ts";

interface ReportModel {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly score: number | null;
  readonly density: number | null;
  readonly effectiveParameters: number | null;
  readonly flags: string[];
  readonly benchmarks: Record<string, { density: number | null; flags: string[] }>;
}

function report(
  args: string,
  folder?: string,
): { models: ReportModel[]; excluded: { reason: string }[]; settings: object } {
  const { stdout, stderr, exitCode } = densing(`report --format json ${args}`, folder);
  assert.equal(exitCode, 0, stderr);
  const output: unknown = JSON.parse(stdout);
  assert.ok(validateReport(output), JSON.stringify(validateReport.errors));
  return output as ReturnType<typeof report>;
}

test("the sample of real models: as many cards and complete cards as its README says", () => {
  const { models } = report("samples/models");
  const five = ["mmlu", "bbh", "math", "humaneval", "mbpp"];
  const complete = models.filter(({ benchmarks }) => five.every((id) => id in benchmarks));
  const readme = readFileSync(join(projectRoot, "samples/models/README.md"), "utf8");
  assert.deepEqual([models.length, complete.length], [154, 89]);
  assert.match(readme, /154/);
  assert.match(readme, /\b89\b/);
  for (const { name, score, density, flags } of complete) {
    assert.ok(score !== null, name);
    assert.ok(density !== null || flags.includes("saturated") || flags.includes("below-floor"), name);
  }
});

test("every density of the paper's figure comes out as digitised, within its rounding", () => {
  const rows = readFileSync(join(projectRoot, "test/fixtures/paper/densities_fig1.csv"), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const published = new Map(rows.map((row) => [row.split(",")[0] ?? "", Number(row.split(",")[2])]));
  const { models } = report("samples/densing-law-2025 --kinds all");
  assert.equal(models.length, 51);
  for (const { name, density } of models) {
    const expected = published.get(name) ?? Number.NaN;
    // The file rounds densities to 4 decimals and implied scores to 3: half a unit of each.
    const bound = 0.00005 + expected * 0.0005;
    assert.ok(
      Math.abs((density ?? Number.NaN) - expected) <= bound,
      `${name}: ${density} against ${expected}`,
    );
  }
});

test("rows stand in the order of files; file and line name the card", () => {
  const folder = folderOf({
    "b.modelcard.yaml": `${cardText({ name: "B1" })}---\n${cardText({ name: "B2" })}`,
    "a.modelcard.yaml": cardText({ name: "A" }),
  });
  assert.deepEqual(
    report("", folder).models.map(({ name, file, line }) => `${name} ${file}:${line}`),
    ["A a.modelcard.yaml:1", "B1 b.modelcard.yaml:1", "B2 b.modelcard.yaml:9"],
  );
});

test("the example everyone quotes: 35 % of the parameters, four months later", () => {
  const output = report("samples/densing-law-2025");
  const byName = new Map(output.models.map((model) => [model.name, model]));
  const mistral = byName.get("Mistral-7B-v0.1");
  const minicpm = byName.get("MiniCPM-2.4B");
  assert.equal(((mistral?.effectiveParameters ?? 0) / 1e9).toFixed(2), "2.05");
  assert.equal(((minicpm?.effectiveParameters ?? 0) / 1e9).toFixed(2), "1.89");
});

interface UnderOtherChoices {
  readonly density: number | null;
  readonly densityUnderOtherMinima: readonly (number | null)[] | null;
  readonly densityUnderOtherTokens: readonly { tokens: number; density: number | null }[] | null;
}

/** The first model of a report, with what other choices of reference would say. */
function underOtherChoices(args: string, folder: string): UnderOtherChoices {
  return report(args, folder).models[0] as unknown as UnderOtherChoices;
}

test("a density stands beside what other D0 and the reference's other minimum would say", () => {
  const folder = folderOf({ "a.modelcard.yaml": cardText() });
  const { densityUnderOtherMinima, densityUnderOtherTokens } = underOtherChoices("", folder);
  // The same numbers to the last digit as with --d0.
  assert.deepEqual(
    densityUnderOtherTokens,
    [1e12, 15e12].map((tokens) => ({ tokens, density: report(`--d0 ${tokens}`, folder).models[0]?.density })),
  );
  // And as with a reference that has the other minimum for its curve.
  const text = readFileSync(join(projectRoot, "schemas/references/nmi-2025.reference.yaml"), "utf8");
  const reference = parse(text);
  const { average } = reference.curves;
  const [{ a, alpha, b, beta }] = average.alternative_loss_laws;
  const other = {
    ...average,
    loss_law: { a, alpha, b, beta },
    alternative_loss_laws: [],
    // Its loss levels off before the end of the curve's range.
    validated_scores: { above: average.score_law.d, up_to: 70 },
  };
  const curves = { ...reference.curves, average: other };
  const swapped = folderOf({
    "other.reference.yaml": stringify({ ...reference, name: "other", curves }),
    "a.modelcard.yaml": cardText(),
  });
  const under = underOtherChoices("--reference other.reference.yaml", swapped);
  assert.deepEqual(densityUnderOtherMinima, [under.density]);
  assert.deepEqual(under.densityUnderOtherMinima, []);
});

test("what no other choice of reference can say is null", () => {
  const none = underOtherChoices("", folderOf({ "a.modelcard.yaml": cardText().replace("35.37", "5") }));
  assert.deepEqual(
    [none.density, none.densityUnderOtherMinima, none.densityUnderOtherTokens],
    [null, null, null],
  );
  // The lower minimum's loss levels off above what a score of 80 needs.
  const high = underOtherChoices("", folderOf({ "a.modelcard.yaml": cardText().replace("35.37", "80") }));
  assert.notEqual(high.density, null);
  assert.deepEqual(high.densityUnderOtherMinima, [null]);
});

test("flags win over densing.yaml, which wins over the defaults", () => {
  const folder = folderOf({
    "densing.yaml": "denominator: total\nd0: 1e12\n",
    "models/a.modelcard.yaml": cardText(),
  });
  const settings = (args: string) =>
    report(args, folder).settings as { denominator: string; d0: number; basis: string };
  assert.deepEqual([settings("models").denominator, settings("models").d0], ["total", 1e12]);
  assert.deepEqual(
    [settings("--denominator paper").denominator, settings("--denominator paper").d0],
    ["paper", 1e12],
  );
});

test("a reference file of one's own changes the numbers and is named", () => {
  const text = readFileSync(join(projectRoot, "schemas/references/nmi-2025.reference.yaml"), "utf8");
  const folder = folderOf({
    "ours.reference.yaml": text
      .replace("name: nmi-2025", "name: ours")
      .replace("training_tokens: 5e12", "training_tokens: 1e12"),
    "a.modelcard.yaml": cardText(),
  });
  const output = report("--reference ours.reference.yaml", folder);
  assert.deepEqual(output.settings, { ...output.settings, reference: "ours", d0: 1e12 });
  assert.deepEqual(output.models[0]?.density, report("--d0 1e12", folder).models[0]?.density);
});

test("a table for people, the densest first, and why the others have no density", () => {
  const folder = folderOf({
    "a.modelcard.yaml": cardText({ name: "Light", nonEmbedding: "1B" }),
    "b.modelcard.yaml": cardText({ name: "Heavy", nonEmbedding: "10B" }),
    "c.modelcard.yaml": cardText({ name: "Scoreless" }).replace("average: 35.37", "mmlu: 50"),
  });
  const { stdout } = densing("report", folder);
  assert.ok(stdout.indexOf("Light") < stdout.indexOf("Heavy"));
  assert.match(stdout, /Without a density \(1\)/);
  assert.match(stdout, /Scoreless +1 of 5 scores: BBH, MATH, HumanEval and MBPP missing/);
});

test("CSV and Markdown survive names with commas, quotes and bars", () => {
  const folder = folderOf({ "a.modelcard.yaml": cardText({ name: "'a, \"b\" | c'" }) });
  assert.match(densing("report --format csv", folder).stdout, /^"a, ""b"" \| c",/m);
  assert.match(densing("report --format markdown", folder).stdout, /^\| a, "b" \\\| c \|/m);
});

test("a card with a loss and no score has a density, and every format says where it comes from", () => {
  const folder = folderOf({
    "a.modelcard.yaml": cardText().replace(
      "average: 35.37",
      "average: { loss: 0.2 }\n  mmlu: { loss: 0.19 }",
    ),
  });
  const [ofLoss] = report("", folder).models as unknown as {
    score: null;
    loss: number;
    density: number;
    benchmarks: object;
    losses: Record<string, { loss: number; density: number }>;
    flags: string[];
  }[];
  assert.deepEqual([ofLoss?.score, ofLoss?.loss, ofLoss?.benchmarks], [null, 0.2, {}]);
  assert.equal(ofLoss?.losses.average?.density, ofLoss?.density);
  assert.equal(ofLoss?.losses.mmlu?.loss, 0.19);
  assert.ok(ofLoss?.flags.includes("from-loss"));
  assert.match(densing("report", folder).stdout, /loss 0\.2 .*from a loss/);
  const [header = "", row = ""] = densing("report --format csv", folder).stdout.split("\n");
  const field = (name: string) => row.split(",")[header.split(",").indexOf(name)];
  assert.equal(Number(field("mmlu_loss")), 0.19);
  assert.equal(field("mmlu_score"), "");
  assert.equal(Number(field("average_density")), ofLoss?.density);
  // The residual of the loss law is common to all models, and nothing else of a loss is known.
  assert.deepEqual([field("average_density_low"), field("average_density_high")], ["", ""]);
});

test("ten thousand cards in one run", () => {
  const cards = Array.from({ length: 100 }, (_, file) => [
    `models/${file}.modelcard.yaml`,
    Array.from({ length: 100 }, (_, card) =>
      cardText({
        name: `Model-${file}-${card}`,
        releaseDate: `2024-${String((file % 12) + 1).padStart(2, "0")}-10`,
        average: 30 + card / 10,
      }),
    ).join("---\n"),
  ]);
  const output = report("", folderOf(Object.fromEntries(cards)));
  assert.equal(output.models.length, 10_000);
});
