import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { validateReference } from "../../server/src/generated/validateReference.js";
import { validateReport } from "../../server/src/generated/validateReport.js";
import { cardText } from "../support/cardText.ts";
import { densing, folderOf, projectRoot } from "../support/commandLine.ts";
import { readCsv, readFixture } from "../support/csv.ts";

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

test("the shipped reference with an irreducible loss is what --irreducible makes of the same runs", () => {
  const path = "schemas/references/nmi-2025-irreducible.reference.yaml";
  const { stdout, stderr, exitCode } = densing(`fit ${path} --irreducible`);
  assert.equal(exitCode, 0, stderr);
  const text = readFileSync(join(projectRoot, path), "utf8");
  assert.equal(stdout, text);
  assert.deepEqual(parse(text).runs, parse(readFileSync(join(projectRoot, refit), "utf8")).runs);
  assert.match(stderr, /average: one minimum of the loss law: alpha 0\.2851, beta 0\.2277, e 0\.0917/);
  assert.match(stderr, /average: without an irreducible loss .* F\(1, 28\) = 23\.0, .* reject/);
});

test("runs that identify no loss law are refused with the reason", () => {
  const oneSize = runsFile().replaceAll(/parameters: \d+/g, "parameters: 1e8");
  const constant = runsFile().replaceAll(/triviaqa: [\d.]+ \}/g, "triviaqa: 0.5 }");
  for (const [text, reason] of [
    [oneSize, /fewer than 3 sizes/],
    [constant, /its loss is the same in all runs/],
  ] as const) {
    const { stderr, exitCode } = densing("fit ours.yaml", folderOf({ "ours.yaml": text }));
    assert.equal(exitCode, 2);
    assert.match(stderr, reason);
  }
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
    ["fit one.yaml two.yaml", /reads one YAML file/],
  ];
  for (const [args, message] of cases) {
    const { exitCode, stderr } = densing(args);
    assert.equal(exitCode, 2, args);
    assert.match(stderr, message);
  }
});

/** The digitised points as a European spreadsheet would save them, those that the paper held out marked. */
function markedPoints(): string {
  const rows = readCsv("reference/performance_points.csv").map(
    ({ benchmark, marker = "", loss, score }) =>
      `${benchmark};${loss};${score};${marker.startsWith("triangle") ? "yes" : ""}\r\n`,
  );
  return `\uFEFFBenchmark;Loss (nats);Score (%);held-out\r\n${rows.join("")}`;
}

test("CSV of the paper's runs and points: the minima of the runs, score laws of the points that count", () => {
  const folder = folderOf({
    "runs.csv": readFixture("reference/loss_points.csv"),
    "points.csv": markedPoints(),
  });
  const { stdout, stderr, exitCode } = densing("fit runs.csv points.csv", folder);
  assert.equal(exitCode, 0, stderr);
  const fitted = parse(stdout);
  assert.ok(validateReference(fitted), JSON.stringify(validateReference.errors));
  const shipped = parse(readFileSync(join(projectRoot, refit), "utf8"));
  assert.equal(fitted.name, "runs");
  assert.deepEqual(fitted.runs, shipped.runs);
  assert.deepEqual(fitted.points, shipped.points);
  assert.deepEqual(fitted.composite, shipped.composite);
  for (const id of Object.keys(shipped.curves)) {
    assert.deepEqual(fitted.curves[id].loss_law, shipped.curves[id].loss_law);
    assert.deepEqual(fitted.curves[id].alternative_loss_laws, shipped.curves[id].alternative_loss_laws);
  }
  assert.match(stderr, /^note: runs\.csv: the column size_label is not read\./);
});

test("the digitised CSV as they are: ends that the points put off the scale are held, and that is said", () => {
  const folder = folderOf({
    "runs.csv": readFixture("reference/loss_points.csv"),
    "points.csv": readFixture("reference/performance_points.csv"),
  });
  const { stdout, stderr, exitCode } = densing("fit runs.csv points.csv", folder);
  assert.equal(exitCode, 0, stderr);
  const fitted = parse(stdout);
  assert.ok(validateReference(fitted), JSON.stringify(validateReference.errors));
  assert.deepEqual(Object.keys(fitted.curves), ["mmlu", "bbh", "math", "humaneval", "mbpp", "average"]);
  const held = Object.entries<{ score_law_fit: { held?: string[] } }>(fitted.curves).map(
    ([id, { score_law_fit }]) => [id, score_law_fit.held],
  );
  assert.deepEqual(Object.fromEntries(held), {
    mmlu: undefined,
    bbh: ["ceiling"],
    math: undefined,
    humaneval: ["floor"],
    mbpp: ["floor"],
    average: undefined,
  });
  assert.equal(fitted.curves.mbpp.score_law.d, 0);
  assert.match(
    stderr,
    /^humaneval: the points would have the score law start below 0; its floor is held at 0\. The score law ends at 85\.7;/m,
  );
  assert.match(
    stderr,
    /^bbh: the points do not say where the score law ends; its ceiling is held at 100\.$/m,
  );
  // The digitised file marks the points that the paper held out in a column of its own.
  assert.match(
    stderr,
    /^note: points\.csv: the column marker is not read; points that are not to be fitted have yes in a column held_out\.$/m,
  );
  const again = densing("fit ours.reference.yaml", folderOf({ "ours.reference.yaml": stdout }));
  assert.equal(again.stdout, stdout, "its own runs and points give it again");
});

/** Runs of some benchmarks, all with the losses of `runsFile`, and points for those named. */
function runsOfSeveral(
  measured: readonly string[],
  scored: readonly string[],
  flat: readonly string[],
): string {
  const { runs, points } = parse(runsFile());
  const data = {
    runs: runs.map(({ loss, ...size }: { loss: { triviaqa: number } }) => ({
      ...size,
      loss: Object.fromEntries(measured.map((id) => [id, loss.triviaqa])),
    })),
    points: Object.fromEntries([
      ...scored.map((id) => [id, points.triviaqa]),
      ...flat.map((id) => [id, points.triviaqa.map(({ loss }: { loss: number }) => ({ loss, score: 30 }))]),
    ]),
  };
  return JSON.stringify(data);
}

test("a benchmark that cannot be fitted takes no other with it, unless the composite needs it", () => {
  const data = runsOfSeveral(["average", "mmlu", "mbpp"], ["average", "mmlu"], ["mbpp"]);
  const composite = (id: string, of: string) => `composite: { id: ${id}, of: [${of}] }\n`;
  const folder = folderOf({
    "plain.yaml": data,
    "mmlu.yaml": `${composite("mmlu", "mmlu")}runs: ${JSON.stringify(JSON.parse(data).runs)}\npoints: ${JSON.stringify(JSON.parse(data).points)}\n`,
    "one.yaml": runsOfSeveral(["mmlu", "bbh", "mbpp"], ["mmlu"], ["mbpp"]),
  });
  const refused =
    /^warning: mbpp: no curve: no score law fits its points: over several losses, scores must rise as the loss falls/m;

  const named = densing("fit mmlu.yaml", folder);
  assert.equal(named.exitCode, 0, named.stderr);
  assert.deepEqual(Object.keys(parse(named.stdout).curves), ["average", "mmlu"]);
  assert.match(named.stderr, refused);

  // The mean of the others would no longer be what its curve was measured on.
  const needed = densing("fit plain.yaml", folder);
  assert.equal(needed.exitCode, 2);
  assert.equal(needed.stdout, "");
  assert.match(needed.stderr, /plain\.yaml: the composite needs a curve for mbpp$/m);
  assert.match(needed.stderr, refused);
  assert.match(
    needed.stderr,
    /^There are curves for average, mmlu\. To go without the others, say which one densities are read from: write composite: \{ id: average, of: \[average\] \}\.$/m,
  );

  const one = densing("fit one.yaml", folder);
  assert.equal(one.exitCode, 0, one.stderr);
  assert.deepEqual(parse(one.stdout).composite, { id: "mmlu", of: ["mmlu"] });
  assert.match(one.stderr, /^warning: bbh: no curve: fewer than five points/m);
  assert.match(one.stderr, /^note: mmlu is the only benchmark with a curve; densities are read from it\.$/m);
});

test("a YAML file gives what tables leave open: the shipped refit comes out of its tables", () => {
  const text = readFileSync(join(projectRoot, refit), "utf8");
  const folder = folderOf({
    "head.yaml": text.replace(/^runs:[\s\S]*/m, ""),
    "runs.csv": readFixture("reference/loss_points.csv"),
    "points.csv": markedPoints(),
  });
  const { stdout, stderr, exitCode } = densing("fit head.yaml runs.csv points.csv", folder);
  assert.equal(exitCode, 0, stderr);
  assert.equal(stdout, text);
});

test("one table may give runs and points, in the units its header states", () => {
  const { runs, points } = parse(runsFile());
  const rows = [
    ...runs.map(
      (run: { parameters: number; tokens: number; loss: { triviaqa: number } }) =>
        `Trivia QA,${run.parameters / 1e6},${run.tokens / 1e9},${run.loss.triviaqa},`,
    ),
    ...points.triviaqa.map(
      ({ loss, score }: { loss: number; score: number }) => `triviaqa,,,${loss},${score / 100}`,
    ),
  ];
  const header = "benchmark,N (M),D (B),loss,score (fraction)";
  const folder = folderOf({ "ours.yaml": runsFile(), "both.csv": [header, ...rows, ""].join("\n") });
  const [fromYaml, fromTable] = ["ours.yaml", "both.csv"].map((file) => {
    const { stdout, stderr, exitCode } = densing(`fit ${file}`, folder);
    assert.equal(exitCode, 0, stderr);
    return parse(stdout).curves.triviaqa;
  });
  for (const [law, key] of [
    ["loss_law", "alpha"],
    ["loss_law", "b"],
    ["score_law", "l"],
    ["score_law", "c"],
  ] as const)
    assert.ok(Math.abs(fromTable[law][key] / fromYaml[law][key] - 1) < 1e-6, `${law} ${key}`);
});

/** Tables that cannot be read, and what is said of them. */
const unreadableTables: readonly (readonly [csv: string, messages: readonly RegExp[]])[] = [
  ["", [/t\.csv: it is empty\./]],
  ["benchmark,loss,scroe\nmmlu,0.4,30", [/t\.csv: column scroe is not known\. Did you mean score\?$/m]],
  [
    "benchmark,size,D,loss\nmmlu,7B,1T,0.4",
    [/needs a column parameters \(N\); its columns are benchmark, size/],
  ],
  ["N,D,loss\n7B,1T,0.4", [/needs a column benchmark/]],
  ["benchmark,N,loss\nmmlu,7B,0.4", [/needs a column tokens \(D\) or tokens_per_parameter/]],
  ["benchmark,N,params,D,loss\nmmlu,7B,7B,1T,0.4", [/the columns N and params say the same/]],
  ["benchmark,loss (bits),score\nmmlu,0.4,30", [/column loss \(bits\): the unit must be nats per token/]],
  ["benchmark,loss,score\n__proto__,0.4,30", [/row 2, column benchmark: __proto__ cannot be the name/]],
  [
    'benchmark,N,D,loss\n\nmmlu,7,1T,0.4\nmmlu,7B,,0.4\nmmlu,7B,1T,"0,4"\nmmlu,7B,1T,nan\nmmlu,7B,1T,-1\nmmlu,x,1T,0.4',
    [
      /t\.csv: row 3, column N: 7 could mean 7 or 7 billion parameters\. Write 7B\.$/m,
      /row 4, column N: a run needs both parameters and tokens\./,
      /row 5, column loss: 0,4 has a comma for a decimal point\. Write 0\.4\./,
      /row 6, column loss: nan is not a number\. Leave the field empty if it was not measured\./,
      /row 7, column loss: -1 cannot be: a loss, in nats per token, must be above 0\./,
      /row 8, column N: x cannot be read as a number of parameters/,
    ],
  ],
  [
    "benchmark,loss,score,held_out\nmmlu,0.4,130,\nmmlu,,30,maybe\n,0.3,4,\nmmlu,0.3,4,,5",
    [
      /row 2, column score: 130 is outside 0 to 100 percent\./,
      /row 3, column held_out: maybe is neither true nor false\./,
      /row 3, column loss: a score needs its loss\./,
      /row 4, column benchmark: no benchmark is named\./,
      /row 5 has 5 fields, the header 4\. A field with the separator in it needs quotes\./,
    ],
  ],
  [
    "benchmark,loss,score\nmmlu,0.4,0.3\nmmlu,0.3,0.62",
    [
      /row 2, column score: no score of mmlu is above 1\. Write percent, or name the column "score \(fraction\)"/,
    ],
  ],
  [
    "benchmark,loss,score\nmmlu,0.4,30",
    [/there are no runs: a table with the columns benchmark, parameters/],
  ],
  ["benchmark,N,D,loss\nmmlu,7B,1T,0.4", [/there are no points: a table with the columns benchmark, loss/]],
  [`benchmark,loss,score${"\nmmlu,x,30".repeat(14)}`, [/row 11, .*\n.*t\.csv: and 4 more\./]],
  [
    "N,D,loss_mmlu,loss_bbh,score_mmlu\n7B,1T,0.4,0.3,30",
    [/add composite: .* in a YAML file and name it beside the tables/],
  ],
];

for (const [csv, messages] of unreadableTables) {
  test(`densing fit on ${JSON.stringify(csv.slice(0, 60))}: exit 2, and where`, () => {
    const { exitCode, stderr, stdout } = densing("fit t.csv", folderOf({ "t.csv": csv }));
    assert.equal(exitCode, 2, stderr);
    assert.equal(stdout, "");
    for (const message of messages) assert.match(stderr, message);
  });
}

test("a benchmark that the registry does not know keeps its name, and that is said", () => {
  const csv = runsFileAsTable("our_exam");
  const { stdout, stderr, exitCode } = densing("fit t.csv", folderOf({ "t.csv": csv }));
  assert.equal(exitCode, 0, stderr);
  assert.deepEqual(Object.keys(parse(stdout).curves), ["our_exam"]);
  assert.match(
    stderr,
    /note: t\.csv: our_exam is not in the registry of benchmarks; its curve has that name\./,
  );
});

/** The runs and points of `runsFile` with a column for the benchmark. */
function runsFileAsTable(benchmark: string): string {
  const { runs, points } = parse(runsFile());
  const rows = [
    ...runs.map(
      (run: { parameters: number; tokens: number; loss: { triviaqa: number } }) =>
        `${run.parameters},${run.tokens},${run.loss.triviaqa},`,
    ),
    ...points.triviaqa.map(({ loss, score }: { loss: number; score: number }) => `,,${loss},${score}`),
  ];
  return [`N,D,loss_${benchmark},score_${benchmark}`, ...rows, ""].join("\n");
}
