import { readFixture } from "./csv.ts";

/** A nonlinear regression problem of NIST's Statistical Reference Datasets. */
export interface NistProblem {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly parameters: readonly {
    readonly starts: readonly [number, number];
    readonly value: number;
    readonly standardDeviation: number;
  }[];
  readonly residualSumOfSquares: number;
}

/** Reads `oracles/nist/NAME.dat`: certified values, then the rows after the last "Data:" line. */
export function readNist(name: string): NistProblem {
  const lines = readFixture(`oracles/nist/${name}.dat`).split(/\r?\n/);
  const numbers = (text: string) => text.trim().split(/\s+/).map(Number);
  const parameters = lines.flatMap((line) => {
    const match = /^\s*b\d+\s*=(.*)$/.exec(line);
    const [first, second, value, standardDeviation] = match === null ? [] : numbers(match[1] ?? "");
    if (first === undefined || second === undefined || value === undefined) return [];
    return [{ starts: [first, second] as const, value, standardDeviation: standardDeviation ?? Number.NaN }];
  });
  const sum = lines.find((line) => line.startsWith("Residual Sum of Squares:"));
  const head = lines.findLastIndex((line) => /^Data:/.test(line));
  const rows = lines
    .slice(head + 1)
    .filter((line) => line.trim() !== "")
    .map(numbers);
  return {
    x: rows.map((row) => row[1] ?? Number.NaN),
    y: rows.map((row) => row[0] ?? Number.NaN),
    parameters,
    residualSumOfSquares: Number(sum?.split(":")[1]),
  };
}
