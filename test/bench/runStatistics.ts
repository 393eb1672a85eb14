// `npm run bench:statistics [-- --runs N --seed N]`: how often the intervals hold the truth, where the truth is known. Nothing here passes or fails.
import { parseArgs } from "node:util";
import { type DensityWorld, densityCoverage } from "./coverage/densityCoverage.ts";
import { proportionText } from "./coverage/proportion.ts";
import { paperSlopePerDay } from "./coverage/simulatedTrend.ts";
import { trendCoverage } from "./coverage/trendCoverage.ts";

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const runs = Number(values.runs ?? 2000);
const seed = Number(values.seed ?? 1);

console.log(
  `${new Date().toISOString().slice(0, 10)}, seed ${seed}, ${runs} runs a row (a third of them with 200 models); percent ± Monte-Carlo standard error.\n`,
);

console.log(
  '| models, true doubling | slope: records | quantile 0.9 | all models | half a year ahead: quantile 0.9 | all models | "density doubles" is claimed |',
);
console.log("|---|---|---|---|---|---|---|");
for (const slopePerDay of [paperSlopePerDay, 0]) {
  for (const models of [20, 47, 200]) {
    const { slope, ahead, claimed } = trendCoverage(
      { models, slopePerDay },
      models > 100 ? Math.ceil(runs / 3) : runs,
      seed,
    );
    // A forecast needs a claim, and a claim of what is not there has no right forecast.
    const forecasts = slopePerDay > 0 ? [ahead.quantile, ahead.all].map(proportionText) : ["-", "-"];
    const slopes = [slope.records, slope.quantile, slope.all].map(proportionText);
    const doubling = slopePerDay > 0 ? `${Math.round(Math.LN2 / slopePerDay)} days` : "none";
    console.log(
      `| ${[`${models}, ${doubling}`, ...slopes, ...forecasts, proportionText(claimed)].join(" | ")} |`,
    );
  }
}

const sizes = [1e9, 4e9, 40e9];
const sorts: readonly (readonly [name: string, world: Omit<DensityWorld, "effectiveParameters">])[] = [
  ["average of five scores", { measured: "five scores", basis: "average" }],
  ["MMLU", { measured: "mmlu", basis: "mmlu" }],
  ["HumanEval", { measured: "humaneval", basis: "humaneval" }],
  ["`available`: MMLU and BBH", { measured: "two scores", basis: "available" }],
  ["loss on MMLU", { measured: { lossOf: "mmlu" }, basis: "mmlu" }],
];
console.log(`\n| density from | ${sizes.map((size) => `${size / 1e9} B effective`).join(" | ")} |`);
console.log(`|---|${sizes.map(() => "---|").join("")}`);
for (const [name, world] of sorts) {
  const cells = sizes.map((effectiveParameters) =>
    proportionText(densityCoverage({ ...world, effectiveParameters }, runs, seed)),
  );
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
