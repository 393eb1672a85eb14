import { formatCount } from "../text/numbers.ts";
import type { MethodsAxis, MethodsRow } from "./methodsTable.ts";

/** A long interval may widen the axis so many times beyond the doubling times; what is longer is cut. */
const mostWidening = 2;
/** Room beside the outermost mark. */
const margin = 1.1;

/**
 * The axis of doubling times: every doubling time is on it, and of the intervals as much as leaves the
 * others apart. `undefined` when no row has one.
 */
export function methodsAxis(rows: readonly MethodsRow[]): MethodsAxis | undefined {
  const days = rows.flatMap((row) => row.days ?? []);
  if (days.length === 0) return undefined;
  const [shortest, longest] = [Math.min(...days), Math.max(...days)];
  const ends = rows
    .filter((row) => row.days !== undefined)
    .flatMap(({ low, high }) => [low, high].filter((end) => end !== undefined));
  const low = Math.max(shortest / mostWidening, Math.min(shortest, ...ends)) / margin;
  const high = Math.min(longest * mostWidening, Math.max(longest, ...ends)) * margin;
  return { low, high, ticks: ticksWithin(low, high) };
}

/** Whether an interval goes on beyond an axis, on either side. */
export function isCut({ low, high }: MethodsRow, axis: MethodsAxis): boolean {
  return low !== undefined && (low < axis.low || high === undefined || high > axis.high);
}

/** Mantissas of the numbers that people count in, the roundest first: the narrowest axis holds one of them. */
const rounds: readonly (readonly number[])[] = [
  [1],
  [2, 5],
  [1.5, 3, 7.5],
  [1.2, 2.5, 4, 6, 8, 9],
  [1.1, 1.3, 1.4, 1.6, 1.7, 1.8, 1.9, 2.2, 3.5, 4.5, 5.5, 6.5, 7, 8.5, 9.5],
];
const enoughTicks = 4;
/** Share of the axis that a tick's number needs. */
const leastSpacing = 0.1;

/** The roundest numbers that have room beside each other, less round ones only where they are few. */
function ticksWithin(low: number, high: number): MethodsAxis["ticks"] {
  const ticks: number[] = [];
  const spacing = leastSpacing * Math.log(high / low);
  for (const mantissas of rounds) {
    if (ticks.length >= enoughTicks) break;
    for (const tick of multiplesWithin(mantissas, low, high))
      if (ticks.every((other) => Math.abs(Math.log(tick / other)) >= spacing)) ticks.push(tick);
  }
  return ticks.sort((first, second) => first - second).map((days) => ({ days, text: formatTick(days) }));
}

function multiplesWithin(mantissas: readonly number[], low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.floor(Math.log10(high))];
  const exponents = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return exponents
    .flatMap((exponent) => mantissas.map((mantissa) => Number((mantissa * 10 ** exponent).toPrecision(2))))
    .filter((tick) => tick >= low && tick <= high);
}

function formatTick(days: number): string {
  return Number.isInteger(days) ? formatCount(days) : String(days);
}
