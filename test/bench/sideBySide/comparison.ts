import { median, percentile95 } from "../statistics.ts";
import type { Sample } from "./measurement.ts";

/** What is aimed at for an action. */
export interface Target {
  /** How many times as fast as theirs, as a person feels it. */
  readonly felt?: number;
  /** How many times as fast as theirs in compute alone; "never slower" where nothing else is said. */
  readonly compute?: number;
  /** Milliseconds of compute at most. */
  readonly milliseconds?: number;
}

/** The targets for actions, found by the beginning of what was done. */
const targets: readonly (readonly [what: string, target: Target])[] = [
  ["edit, stream", { felt: 40, milliseconds: 15 }],
  ["edit", { felt: 10 }],
  ["open, stream", {}],
  ["open", { felt: 8 }],
  ["first card opened", { felt: 8 }],
];

export const tableHead = [
  "| median (95 % are below), ms | felt: densing | yaml-language-server | ratio | compute: densing | yaml-language-server | ratio | missed |",
  "|---|---|---|---|---|---|---|---|",
].join("\n");

/** One row of the table: an action of both servers, and what is missed. */
export function comparisonRow(what: string, own: readonly Sample[], other: readonly Sample[]): string {
  const target = targets.find(([beginning]) => what.startsWith(beginning))?.[1] ?? {};
  const cells = (["felt", "compute"] as const).map((kind) => {
    const [ours, theirs] = [own, other].map((samples) => samples.map((sample) => sample[kind]));
    return compared(ours ?? [], theirs ?? []);
  });
  const [felt, compute] = cells;
  const missed = [
    ...(felt !== undefined && felt.ratio < (target.felt ?? 0) ? [`${target.felt} times as felt`] : []),
    ...(compute !== undefined && compute.ratio < (target.compute ?? 1)
      ? [`${target.compute ?? 1} times in compute`]
      : []),
    ...(compute !== undefined && compute.ours > (target.milliseconds ?? Number.POSITIVE_INFINITY)
      ? [`${target.milliseconds} ms of compute`]
      : []),
  ];
  return `| ${[what, ...cells.map(({ text }) => text), missed.join(", ")].join(" | ")} |`;
}

function compared(ours: readonly number[], theirs: readonly number[]) {
  const ratio = median(theirs) / median(ours);
  return { ours: median(ours), ratio, text: `${spread(ours)} | ${spread(theirs)} | ${digits(ratio)}` };
}

function spread(values: readonly number[]): string {
  return `${digits(median(values))} (${digits(percentile95(values))})`;
}

/** Two digits of a small number, all before the point of a large one. */
function digits(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
