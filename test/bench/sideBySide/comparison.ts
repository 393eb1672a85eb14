import { median, percentile95 } from "../statistics.ts";
import type { Sample, Samples } from "./measurement.ts";

/** What is aimed at for an action. */
export interface Target {
  /** How many times as fast as theirs, as a person feels it. */
  readonly felt?: number;
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
  "| median (95 % are below), ms | felt: densing | yaml-language-server | ratio | compute: densing | yaml-language-server | ratio | of sums | missed |",
  "|---|---|---|---|---|---|---|---|---|",
].join("\n");

/**
 * One row of the table: an action of both servers, and what is missed. Sums stand beside medians because a run
 * time compiles in bursts, of which a median counts all or nothing.
 */
export function comparisonRow(what: string, own: readonly Sample[], other: readonly Sample[]): string {
  const target = targets.find(([beginning]) => what.startsWith(beginning))?.[1] ?? {};
  const felt = compared(own, other, ({ felt }) => felt);
  const compute = compared(own, other, ({ compute }) => compute);
  const missed = [
    ...(felt.ratio < (target.felt ?? 0) ? [`${target.felt} times as felt`] : []),
    ...(compute.ratio < 1 ? ["never slower in compute"] : []),
    ...(compute.ours > (target.milliseconds ?? Number.POSITIVE_INFINITY)
      ? [`${target.milliseconds} ms of compute`]
      : []),
  ];
  return `| ${[what, felt.text, compute.text, digits(compute.ratioOfSums), missed.join(", ")].join(" | ")} |`;
}

function compared(
  own: readonly Sample[],
  other: readonly Sample[],
  measured: (sample: Sample) => number,
): { readonly ours: number; readonly ratio: number; readonly ratioOfSums: number; readonly text: string } {
  const [ours, theirs] = [own.map(measured), other.map(measured)];
  const ratio = median(theirs) / median(ours);
  return {
    ours: median(ours),
    ratio,
    ratioOfSums: sum(theirs) / sum(ours),
    text: `${spread(ours)} | ${spread(theirs)} | ${digits(ratio)}`,
  };
}

/** What one server spent on everything. */
export function totalCompute(samples: readonly Samples[]): number {
  return sum(samples.flatMap((round) => [...round.values()].flat().map(({ compute }) => compute)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function spread(values: readonly number[]): string {
  return `${digits(median(values))} (${digits(percentile95(values))})`;
}

/** Two digits of a small number, all before the point of a large one. */
function digits(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}
