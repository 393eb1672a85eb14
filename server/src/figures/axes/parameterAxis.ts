import { formatParameterLimit } from "../../text/numbers.ts";
import { extent } from "./axisRanges.ts";

/** The ends of a logarithmic axis of parameter counts, as powers of ten. */
export interface ParameterRange {
  readonly lowestExponent: number;
  readonly highestExponent: number;
}

/** A place on the axis. */
export interface ParameterTick {
  /** Of ten. */
  readonly exponent: number;
  readonly label: string;
  /** A whole power of ten. */
  readonly isPower: boolean;
}

/** Fewer decades than this would make noise look like differences. */
const fewestDecades = 1.2;

/** Room beyond the smallest and the largest count, as a share of the span, and never less than in decades. */
const shareBeyond = 0.04;
const leastBeyond = 0.08;

/** The range that covers counts of parameters, with room for their marks. */
export function parameterRange(counts: readonly number[]): ParameterRange {
  const { low, high } = extent(counts.map(Math.log10));
  const beyond = Math.max(leastBeyond, (high - low) * shareBeyond, (fewestDecades - (high - low)) / 2);
  return { lowestExponent: low - beyond, highestExponent: high + beyond };
}

/** Ticks at 1 and 3 need this many pixels for a decade; labels of decades need this many between them. */
const leastWithThrees = 120;
const leastLabelSpacing = 44;

/** 1 and 3 times powers of ten, powers alone, or every few of them, as many as fit. */
export function parameterTicks(
  { lowestExponent, highestExponent }: ParameterRange,
  pixels: number,
): ParameterTick[] {
  const perDecade = pixels / (highestExponent - lowestExponent);
  const step = Math.max(1, Math.ceil(leastLabelSpacing / perDecade));
  const ticks: ParameterTick[] = [];
  for (let power = Math.ceil((lowestExponent - 1) / step) * step; power <= highestExponent; power += step) {
    ticks.push(tickAt(power, 1));
    if (perDecade >= leastWithThrees) ticks.push(tickAt(power, 3));
  }
  return ticks.filter(({ exponent }) => exponent >= lowestExponent && exponent <= highestExponent);
}

function tickAt(power: number, times: 1 | 3): ParameterTick {
  return {
    exponent: power + Math.log10(times),
    // Written out: 10 ** -5 times 3 is 0.000030000000000000004.
    label: formatParameterLimit(Number(`${times}e${power}`)),
    isPower: times === 1,
  };
}
