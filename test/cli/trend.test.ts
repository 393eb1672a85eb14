import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { validateReport } from "../../server/src/generated/validateReport.js";
import { cardText } from "../support/cardText.ts";
import { densing, folderOf } from "../support/commandLine.ts";
import { readFixture } from "../support/csv.ts";

interface SensitivityRow {
  readonly group: string;
  readonly choice: string;
  readonly doublingTimeDays: number | null;
  readonly modelCount: number;
  readonly estimators: { readonly estimator: string; readonly doublingTimeDays: number | null }[];
  readonly independentPValue: number | null;
}

interface TrendOutput {
  readonly settings: Record<string, unknown>;
  readonly size: string;
  readonly strict: boolean;
  readonly without: readonly string[];
  readonly modelCount: number;
  readonly records: { readonly name: string; readonly releaseDate: string; readonly density: number }[];
  readonly slopePerDay: number;
  readonly intercept: number;
  readonly rSquared: number;
  readonly doublingTimeDays: number;
  readonly verdict: string;
  readonly trendTest: { readonly pValue: number };
  readonly estimator: string;
  readonly interval: {
    readonly samples: number;
    readonly seed: number;
    readonly lowDays: number;
    readonly highDays: number | null;
    readonly indicative: boolean;
  };
  readonly estimators: {
    readonly estimator: string;
    readonly interval: { readonly indicative: boolean } | null;
  }[];
  readonly influence: { readonly name: string; readonly doublingTimeDays: number }[] | null;
  readonly break: {
    readonly before: { modelCount: number };
    readonly hinge: object | null;
    readonly placebo: { readonly ratio: number; readonly share: number } | null;
  } | null;
  readonly power:
    | { readonly doublingTimeDays: number; readonly claimed: number; readonly draws: number }[]
    | null;
  readonly forecasts:
    | { readonly kind: string; readonly dateLow?: string; readonly dateHigh?: string }[]
    | null;
  readonly referenceIntervals:
    | {
        readonly estimator: string;
        readonly minimum: string;
        readonly lowDays: number;
        readonly indicative: boolean;
      }[]
    | null;
  readonly corollaries: {
    readonly prices: { readonly lowest: readonly { readonly name: string }[] } | null;
  } | null;
  readonly coverage: {
    readonly years: { readonly year: number; readonly members: number; readonly cards: number }[];
    readonly halvedIn: number | null;
  };
  readonly backtest:
    | {
        readonly estimator: string;
        readonly hits: number;
        readonly tooHigh: number;
        readonly tooLow: number;
        readonly aboveWhatCame: number;
        readonly forecasts: {
          readonly madeOn: string;
          readonly modelCount: number;
          readonly outcome: string;
        }[];
      }[]
    | null;
  readonly sensitivity: readonly SensitivityRow[] | null;
  readonly excluded: { readonly name: string; readonly reason: string }[];
}

function trend(args: string, folder?: string): TrendOutput {
  const { stdout, stderr, exitCode } = densing(`trend --format json ${args}`, folder);
  assert.equal(exitCode, 0, stderr);
  const output: unknown = JSON.parse(stdout);
  assert.ok(validateReport(output), JSON.stringify(validateReport.errors));
  return output as TrendOutput;
}

test("models dated after the day taken for today are no members", () => {
  const { excluded, records } = trend("samples/densing-law-2025 --as-of 2025-03-31");
  assert.deepEqual(
    excluded.filter(({ reason }) => reason === "date-future").map(({ name }) => name),
    ["Llama4-Scout-17B-16E"],
  );
  assert.ok(records.every(({ releaseDate }) => releaseDate <= "2025-03-31"));
});

test("the paper's figure 1: 47 models, nine records, 106 days", () => {
  const output = trend("samples/densing-law-2025 --estimator records");
  assert.equal(output.modelCount, 47);
  assert.equal(output.records.length, 9);
  assert.equal(output.slopePerDay.toFixed(5), "0.00653");
  assert.equal(output.rSquared.toFixed(3), "0.934");
  assert.equal(Math.round(output.doublingTimeDays), 106);
  assert.equal(output.verdict, "doubling");
  assert.ok(output.trendTest.pValue < 0.001);
  assert.deepEqual(output.excluded.map(({ name, reason }) => `${name}: ${reason}`).sort(), [
    "Gemma2-9B-GPTQ: kind",
    "Llama3.1-8B-GPTQ: kind",
    "Llama3.1-8B-gguf: kind",
    "StableLM-Zephyr-3B: kind",
  ]);
});

test("by itself the line is the quantile line: 135 days, 91 to 275", () => {
  const output = trend("samples/densing-law-2025 --samples 4000");
  assert.deepEqual([output.estimator, output.interval.indicative], ["quantile", false]);
  const { lowDays, highDays } = output.interval;
  assert.deepEqual([output.doublingTimeDays, lowDays, highDays ?? 0].map(Math.round), [135, 91, 275]);
  const records = output.estimators.find(({ estimator }) => estimator === "records");
  assert.equal(records?.interval?.indicative, true);
});

test("all 51 models give the same nine records", () => {
  const output = trend("samples/densing-law-2025 --kinds all --estimator records");
  assert.equal(output.modelCount, 51);
  assert.deepEqual(output.records, trend("samples/densing-law-2025").records);
  assert.equal(output.slopePerDay.toFixed(5), "0.00653");
  assert.deepEqual(output.excluded, []);
});

test("the training size of the reference moves the doubling time as published", () => {
  const days = ["1e12", "2e12", "5e12", "15e12"].map((d0) =>
    Math.round(trend(`samples/densing-law-2025 --estimator records --d0 ${d0}`).doublingTimeDays),
  );
  assert.deepEqual(days, [94, 100, 106, 113]);
});

test("--since and --until come before the records, and say what they leave out", () => {
  const output = trend("samples/densing-law-2025 --since 2024-01-01 --until 2024-12-31");
  assert.ok(output.records.every(({ releaseDate }) => releaseDate.startsWith("2024")));
  assert.ok(output.excluded.some(({ name, reason }) => name === "Llama-65B" && reason === "outside-window"));
});

test("text tells a newcomer the verdict, what it rests on and what was left out", () => {
  const { stdout } = densing("trend samples/densing-law-2025");
  assert.match(
    stdout,
    /^Density doubles about every 4\.4 months \(135 days, 95\u00a0% interval 91 to 275\)\.\n/,
  );
  assert.match(
    stdout,
    /^The paper’s method, a line through the nine records, gives 106 days; records run fast\./m,
  );
  assert.match(stdout, /Growth slowed: 96 days until 18\s+Apr 2024, 400 days after \(p = 0\.02\)\./);
  assert.match(
    stdout,
    /Quantile 0\.90 over 47 models, 24 Feb 2023 to 5 Apr 2025; rise over all models in 12\s+families\s+p < 0\.001/,
  );
  assert.match(stdout, /Gemma2-9B-GPTQ: 4-bit quantised weights/);
  assert.match(stdout, /Xiao et al\., Nature Machine Intelligence 7, 1823-1833 \(2025\), CC BY 4\.0/);
  assert.ok(!stdout.includes("\u001b"), "colours are for terminals only");
});

test("same input, same bytes, in every format", () => {
  for (const format of ["text", "json", "csv", "svg"]) {
    const args = `trend samples/densing-law-2025 --as-of 2025-06-01 --format ${format}`;
    const { stdout } = densing(args);
    assert.ok(stdout.length > 500, format);
    assert.equal(densing(args).stdout, stdout, format);
  }
});

test("every estimator has its interval, and every record its influence", () => {
  const output = trend("samples/densing-law-2025 --estimator quantile --tau 0.95 --seed 7 --samples 500");
  assert.deepEqual([output.interval.samples, output.interval.seed], [500, 7]);
  assert.deepEqual(
    output.estimators.map(({ estimator, interval }) => [estimator, interval !== null]),
    [
      ["records", true],
      ["quantile", true],
      ["all", true],
    ],
  );
  assert.equal(output.influence?.[0]?.name, "Mistral-Small-24B");
  assert.deepEqual([output.break, output.forecasts, output.sensitivity], [null, null, null]);
});

test("break, forecasts and sensitivity come when they are asked for", () => {
  const output = trend(
    "samples/densing-law-2025 --break --match Llama-3.1-405B --at 3B --on 2026-01-01 --wait 6 --sensitivity",
  );
  assert.equal(output.break?.before.modelCount, 0);
  assert.equal(output.break?.hinge, null);
  assert.deepEqual(
    output.forecasts?.map(({ kind }) => kind),
    ["match", "frontier", "wait"],
  );
  const [match] = output.forecasts ?? [];
  assert.ok(match?.dateLow !== undefined && match.dateHigh !== undefined && match.dateLow < match.dateHigh);
  assert.ok(output.sensitivity?.some(({ choice }) => choice === "records"));
});

test("the other minimum of a fit of one's own is a row of its sensitivity", () => {
  const tables = folderOf({
    "runs.csv": readFixture("reference/loss_points.csv"),
    "points.csv": readFixture("reference/performance_points.csv"),
  });
  const folder = folderOf({ "ours.reference.yaml": densing("fit runs.csv points.csv", tables).stdout });
  const reference = join(folder, "ours.reference.yaml");
  const { sensitivity } = trend(
    `samples/densing-law-2025 --estimator records --sensitivity --reference ${reference}`,
  );
  const row = sensitivity?.find(({ choice }) => choice === "runs, other minimum");
  assert.equal(row?.group, "Reference");
  // Its score law is not the paper's, so neither is its answer; its loss law is.
  assert.ok(row.doublingTimeDays !== null && row.doublingTimeDays > 80 && row.doublingTimeDays < 120);
});

test("the corollaries: density with chips, and the fall of the price of inference", () => {
  const { stdout } = densing("trend samples/densing-law-2025 --estimator records --corollaries");
  assert.match(stdout, /doubles every 93 days/);
  assert.match(stdout, /Price of inference: no card has a dated price/);
  const { exitCode, stdout: prices } = densing("trend samples/prices --corollaries");
  assert.equal(exitCode, 0);
  const words = prices.replaceAll(/\s+/g, " ");
  assert.match(words, /no doubling can be claimed/);
  assert.match(
    words,
    /from \$20 \(GPT-3\.5, 30 Nov 2022\) to \$0\.075 \(Gemini-1\.5-Flash, 12 Aug 2024\), 266\.7 times lower/,
  );
  assert.match(words, /halves every 76 days \(2\.5 months\), R² 0\.969 over five prices/);
  assert.equal(densing("check samples/prices --fail-on information").exitCode, 0);
  trend("samples/prices --corollaries");
});

test("a model is left out by any spelling of its name, and nothing is claimed of names nobody has", () => {
  const without = (args: string) => {
    const { without: left, excluded } = trend(`samples/densing-law-2025 ${args}`);
    const setAside = excluded.filter(({ reason }) => reason === "set-aside").map(({ name }) => name);
    return { without: left, setAside };
  };
  for (const spelling of ["MiniCPM-2.4B", "minicpm-2.4b", "openbmb/MiniCPM_2.4B"])
    assert.deepEqual(without(`--without ${spelling}`), {
      without: ["MiniCPM-2.4B"],
      setAside: ["MiniCPM-2.4B"],
    });
  const folder = folderOf({
    "densing.yaml": "without: [org/a-3b, Nobody-7B]\n",
    "a.modelcard.yaml": cardText().replace(/^name: .*$/m, "name: A-3B"),
  });
  assert.deepEqual(trend("", folder).without, ["A-3B"]);
  const { stdout, stderr } = densing("trend", folder);
  assert.match(stderr, /densing\.yaml: without: There is no model "Nobody-7B" in the collection\./);
  assert.doesNotMatch(stdout, /Nobody/);
});

test("a break may stand in densing.yaml", () => {
  const text = densing("trend samples/densing-law-2025 --break 2024-01-01").stdout;
  assert.match(text, /Break at 1 Jan 2024, each side with a frontier of its own/);
  const folder = folderOf({ "densing.yaml": "break: 2024-01-01\n", "a.modelcard.yaml": cardText() });
  assert.equal(trend("", folder).break?.before.modelCount, 0);
});

test("usage errors of the trend's options name what is expected", () => {
  for (const [args, message] of [
    ["--tau 1.5", /between 0 and 1/],
    ["--samples 3", /whole number from 100/],
    ["--match Nobody", /no model "Nobody" in the collection\.\n/],
    ["--without Phi-1-1.3B", /no model "Phi-1-1\.3B"/],
    ["--without MiniCPN-2.4B", /no model "MiniCPN-2\.4B" in the collection\. Did you mean MiniCPM-2\.4B\?/],
    ["--estimator quantil", /Did you mean quantile/],
  ] as const) {
    const { exitCode, stderr } = densing(`trend samples/densing-law-2025 ${args}`);
    assert.equal(exitCode, 2);
    assert.match(stderr, message);
  }
});

test("too few models: no line, no number, and what is needed", () => {
  const folder = folderOf({ "a.modelcard.yaml": cardText() });
  const output = trend("", folder);
  assert.equal(output.verdict, "too-few-models");
  assert.deepEqual([output.slopePerDay, output.doublingTimeDays, output.trendTest], [null, null, null]);
  assert.match(
    densing("trend", folder).stdout,
    /^Too few models for a trend: 1 record of 1 model; 3 of 5 are needed\./,
  );
});

test("nothing to plot is a sentence, in text and in the figure", () => {
  const folder = folderOf({ "a.modelcard.yaml": cardText().replace("average: 35.37", "mmlu: 50") });
  assert.match(densing("trend", folder).stdout, /^No models to plot yet\./);
  assert.match(densing("trend --format svg", folder).stdout, /No models to plot yet/);
});

test("--figure draws each figure, in any theme and size", () => {
  const picture = (args: string) => densing(`trend ${args} --format svg`).stdout;
  assert.equal(picture("samples/densing-law-2025 --figure time"), picture("samples/densing-law-2025"));
  assert.match(
    picture("samples/densing-law-2025 --figure sizes --theme high-contrast --width 380 --height 900"),
    /^<svg [^>]*width="380" height="900"[\s\S]*<title>MiniCPM-2\.4B is within 0\.7 points of Mistral-7B-v0\.1 /,
  );
  assert.match(
    picture("samples/densing-law-2025 --figure curves"),
    /<title>The average of five can be read from 18\u00a0% to 77\u00a0%\./,
  );
  assert.match(
    picture("samples/models --figure benchmarks"),
    /<title>MATH density doubles faster than that of MMLU and MBPP: every 64 days; 95\u00a0% interval \d+ to \d+ days\./,
  );
  assert.match(picture("samples/prices --figure prices"), /<title>The lowest price .* halves every 76 days/);
  assert.match(picture("samples/densing-law-2025 --figure prices"), /<title>No prices to plot yet/);
});

test("--layers draws what it names, and without it the usual layers", () => {
  const picture = (args = "") => densing(`trend samples/densing-law-2025 --format svg ${args}`).stdout;
  assert.equal(picture("--layers band,paper,labels,others"), picture());
  const bare = picture("--layers others");
  assert.match(picture(), /95\u00a0% band[\s\S]*>Phi-1-1\.2B<tspan/);
  assert.doesNotMatch(bare, /95\u00a0% band|>Phi-1-1\.2B<tspan/);
});

test("--size and --strict choose members, and say what they leave out", () => {
  const small = trend("samples/models --size ..3B --estimator all");
  assert.deepEqual([small.modelCount, Math.round(small.doublingTimeDays)], [21, 172]);
  assert.equal(small.size, "..3B");
  assert.ok(small.excluded.some(({ name, reason }) => name === "Qwen2.5-7B" && reason === "outside-size"));
  const strict = trend("samples/models --strict");
  assert.deepEqual([strict.strict, strict.modelCount, Math.round(strict.doublingTimeDays)], [true, 55, 147]);
  assert.ok(strict.excluded.some(({ name, reason }) => name === "Qwen2.5-7B" && reason === "doubted"));
  const { stderr, exitCode } = densing("trend samples/models --size 3..");
  assert.equal(exitCode, 2);
  assert.match(stderr, /Write 3B/);
});

test("--backtest lays past half-year forecasts beside what came", () => {
  const { backtest } = trend("samples/models --estimator records --backtest");
  assert.deepEqual(
    backtest?.map(({ estimator, hits, tooHigh, tooLow, aboveWhatCame }) => [
      estimator,
      hits,
      tooHigh,
      tooLow,
      aboveWhatCame,
    ]),
    [
      ["records", 2, 1, 0, 3],
      ["quantile", 3, 0, 0, 3],
    ],
  );
  assert.deepEqual(
    backtest?.[0]?.forecasts.map(({ madeOn, modelCount, outcome }) => [madeOn, modelCount, outcome]),
    [
      ["2023-12-31", 23, "hit"],
      ["2024-06-30", 55, "hit"],
      ["2024-12-31", 76, "too-high"],
    ],
  );
  assert.equal(trend("samples/models").backtest, null);
  const { stdout } = densing("trend samples/models --estimator records --backtest");
  assert.match(
    stdout,
    /By records two of three past half-year forecasts hit, and every one lay above what came\./,
  );
  assert.match(stdout, /31 Dec 2024 +76 +2 Jul 2025 +217\.65 .* 9\.64 +too high/);
});

test("who is missing is in the JSON, the text, the picture and the caption", () => {
  const { coverage } = trend("samples/models");
  assert.deepEqual(
    coverage.years.map(({ year, members, cards }) => [year, members, cards]),
    [
      [2023, 23, 30],
      [2024, 53, 72],
      [2025, 9, 43],
      [2026, 0, 4],
    ],
  );
  assert.equal(coverage.halvedIn, 2025);
  const words = /In the trend: 23 of 30 cards of 2023, 53 of 72 of 2024, 9 of 43 of 2025, 0\s+of 4 of 2026\./;
  for (const format of ["text", "svg", "markdown"])
    assert.match(densing(`trend samples/models --format ${format}`).stdout, words, format);
});

test("--sensitivity has rows by size, without a developer and without doubts, by every estimator", () => {
  const rows = trend("samples/models --sensitivity").sensitivity ?? [];
  const days = (label: string) =>
    rows
      .find(({ choice }) => choice.startsWith(label))
      ?.estimators.map(({ doublingTimeDays }) => doublingTimeDays?.toFixed(0))
      .join(" / ");
  assert.equal(days("without Alibaba"), "104 / 109 / 119");
  assert.equal(days("no doubt"), "102 / 147 / 129");
  const bySize = rows.filter(({ group }) => group === "Models of one size");
  assert.deepEqual(
    bySize.map((row) => [row.modelCount, row.estimators.at(-1)?.doublingTimeDays?.toFixed(0)]),
    [
      [21, "172"],
      [33, "107"],
      [31, "103"],
    ],
  );
  assert.equal(bySize[0]?.independentPValue?.toFixed(3), "0.048");
  const { stdout } = densing("trend samples/models --sensitivity");
  assert.match(
    stdout.replaceAll(/\s+/g, " "),
    /Over all models by size: below 3 B 172 days \(21 models, p = 0\.\d+\); 3 B to 15 B 107 days \(33 models, p < 0\.001\); from 15 B 103 days/,
  );
});

test("--break is laid beside a placebo, and --power says what could have been claimed", () => {
  const { break: broken, power } = trend("samples/densing-law-2025 --break 2024-01-01 --power");
  assert.ok(broken?.placebo && broken.placebo.share > 0.3);
  assert.equal(broken.placebo.ratio.toFixed(2), "0.88");
  assert.deepEqual(
    power?.map(({ doublingTimeDays, draws }) => [doublingTimeDays, draws]),
    [
      [100, 200],
      [200, 200],
      [400, 200],
    ],
  );
  // Honest about what nobody would see: a doubling in 400 days is claimed in three of ten.
  assert.equal(power?.[2]?.claimed, 67);
  const { stdout } = densing("trend samples/densing-law-2025 --break 2024-01-01 --power");
  assert.match(stdout.replaceAll(/\s+/g, " "), /of 100 days in 10 of 10, .*of 400 days in 3 of 10\./);
});

test("--reference-interval draws runs and models together; the law's form moves 106 to between 37 and 147", () => {
  const { referenceIntervals } = trend("samples/densing-law-2025 --reference-interval");
  assert.deepEqual(
    referenceIntervals?.map(({ estimator, minimum, indicative }) => [estimator, minimum, indicative]),
    ["own", "best"].flatMap((minimum) =>
      ["records", "quantile", "all"].map((estimator) => [estimator, minimum, true]),
    ),
  );
  const quantile = referenceIntervals?.find(({ estimator }) => estimator === "quantile");
  assert.ok(quantile && Math.abs(quantile.lowDays - 87) < 2);
  const { stdout } = densing("trend samples/densing-law-2025 --estimator records --sensitivity");
  assert.match(stdout, /minimum alone move 106 days to between 37 and 147\./);
  assert.match(stdout, /nmi-2025-irreducible +37 .* 82 days/);
});

test("--capable looks at the prices of able models alone", () => {
  const folder = folderOf({
    "able.modelcard.yaml": priced("Able", "2023-01-01", 20, 60),
    "cheap.modelcard.yaml": priced("Cheap", "2023-06-01", 1, 30),
    "cheaper.modelcard.yaml": priced("Able and cheaper", "2024-01-01", 5, 65),
  });
  const lowest = (flags: string) =>
    (trend(`--corollaries ${flags}`, folder).corollaries?.prices?.lowest ?? []).map(({ name }) => name);
  assert.deepEqual(lowest("--capable 20B"), ["Able", "Able and cheaper"]);
  assert.deepEqual(lowest(""), ["Able", "Cheap"]);
  assert.match(
    densing("trend --corollaries --capable 20B", folder).stdout.replaceAll(/\s+/g, " "),
    /lowest among models with at least 20 B effective parameters: from \$20 \(Able/,
  );
});

function priced(name: string, date: string, dollars: number, average: number): string {
  return `name: ${name}
release_date: ${date}
parameters: 7B
benchmarks: { average: ${average} }
price_per_million_tokens: { input: ${dollars}, date: ${date} }
`;
}

test("what to know about the indicator is at the foot of a picture and in the caption", () => {
  const { stdout } = densing("trend samples/models --format markdown");
  assert.match(stdout, /^\*\*What to know about this indicator\*\*$/m);
  assert.match(stdout, /^- \*\*Last date\.\*\* 20 Aug 2025, /m);
  assert.match(densing("trend samples/models --format svg").stdout, /What to know about this indicator: /);
});
