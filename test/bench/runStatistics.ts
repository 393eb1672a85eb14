// `npm run bench:statistics [-- --runs N --seed N]`: how often the intervals hold the truth, where the truth is known. Nothing here passes or fails.
import { parseArgs } from "node:util";
import { type DensityWorld, densityCoverage } from "./coverage/densityCoverage.ts";
import { hardCoverage } from "./coverage/hardCoverage.ts";
import { proportionText } from "./coverage/proportion.ts";
import { paperSlopePerDay } from "./coverage/simulatedTrend.ts";
import { hardWorlds } from "./coverage/simulatedWorlds.ts";
import { type TrendCoverage, type TrendWorld, trendCoverage } from "./coverage/trendCoverage.ts";

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const runs = Number(values.runs ?? 2000);
const seed = Number(values.seed ?? 1);

console.log(
  `${new Date().toISOString().slice(0, 10)}, seed ${seed}, ${runs} runs a row (a third of them with 200 models); percent ± Monte-Carlo standard error.\n`,
);

const worlds = [paperSlopePerDay, 0].flatMap((slopePerDay) =>
  [20, 47, 200].map((models) => ({ models, slopePerDay })),
);
const coverages = worlds.map((world) => ({
  world,
  coverage: trendCoverage(world, world.models > 100 ? Math.ceil(runs / 3) : runs, seed),
}));

console.log(
  '| models, true doubling | slope: records | quantile 0.9 | all models | "density doubles" is claimed |',
);
console.log("|---|---|---|---|---|");
for (const { world, coverage } of coverages) {
  const cells = [...byEstimator(coverage.slope), proportionText(coverage.claimed)];
  console.log(`| ${[worldName(world), ...cells].join(" | ")} |`);
}

// A forecast needs a claim, and a claim of what is not there has no right forecast.
console.log("\n| models, true doubling | half a year ahead: records | quantile 0.9 | all models |");
console.log("|---|---|---|---|");
for (const { world, coverage } of coverages.filter(({ world }) => world.slopePerDay > 0)) {
  console.log(`| ${[worldName(world), ...byEstimator(coverage.ahead)].join(" | ")} |`);
}

console.log(
  '\n| 60 models, true doubling | quantile 0.9 | all models | "density doubles" is claimed | growth is said to change |',
);
console.log("|---|---|---|---|---|");
for (const world of hardWorlds) {
  for (const slopePerDay of [paperSlopePerDay, 0]) {
    const { quantile, all, claimed, changed } = hardCoverage(
      world,
      60,
      slopePerDay,
      Math.ceil(runs / 4),
      seed,
    );
    const cells = [quantile, all, claimed, changed].map(proportionText);
    console.log(`| ${world}, ${worldName({ models: 60, slopePerDay }).slice(4)} | ${cells.join(" | ")} |`);
  }
}

function worldName({ models, slopePerDay }: TrendWorld): string {
  return `${models}, ${slopePerDay > 0 ? `${Math.round(Math.LN2 / slopePerDay)} days` : "none"}`;
}

function byEstimator({ records, quantile, all }: TrendCoverage["slope"]): string[] {
  return [records, quantile, all].map(proportionText);
}

const sizes = [1e9, 4e9, 40e9];
const sorts: readonly (readonly [name: string, world: Omit<DensityWorld, "effectiveParameters">])[] = [
  ["average of five scores", { measured: "five scores", basis: "average" }],
  ["MMLU", { measured: "mmlu", basis: "mmlu" }],
  ["HumanEval", { measured: "humaneval", basis: "humaneval" }],
  ["`available`: MMLU and BBH", { measured: "two scores", basis: "available" }],
];
console.log(`\n| density from | ${sizes.map((size) => `${size / 1e9} B effective`).join(" | ")} |`);
console.log(`|---|${sizes.map(() => "---|").join("")}`);
for (const [name, world] of sorts) {
  const cells = sizes.map((effectiveParameters) =>
    proportionText(densityCoverage({ ...world, effectiveParameters }, runs, seed)),
  );
  console.log(`| ${name} | ${cells.join(" | ")} |`);
}
