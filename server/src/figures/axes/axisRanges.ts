import { type DaySpan, exponentOn, type FigureLine } from "../../trend/fit/lineOnDays.ts";

/** Ends of an axis of densities or prices, as whole powers of two. */
export interface PowerRange {
  readonly lowestExponent: number;
  readonly highestExponent: number;
}

/** Whether a value has its place between the ends of an axis. */
export function isOnAxis(value: number, { lowestExponent, highestExponent }: PowerRange): boolean {
  const exponent = Math.log2(value);
  return exponent >= lowestExponent && exponent <= highestExponent;
}

/** Fewer doublings than this would make noise look like growth. */
const fewestDoublings = 4;

/** A line shown for comparison may widen the axis by this many doublings at each end. */
const mostExtraDoublings = 2;

/** A mark this close to the end of the axis, in doublings, would stand half outside. */
const leastMargin = 0.15;

/** Powers of two that cover values and their line, and as much of a compared line as is near. */
export function powerRange(
  values: readonly number[],
  lines: readonly FigureLine[],
  comparedLines: readonly FigureLine[],
): PowerRange {
  const marks = extent(values.map(Math.log2));
  const data = extent([marks.low - leastMargin, marks.high + leastMargin, ...lines.flatMap(endExponents)]);
  const compared = extent([data.low, data.high, ...comparedLines.flatMap(endExponents)]);
  let lowestExponent = Math.floor(Math.max(compared.low, data.low - mostExtraDoublings));
  let highestExponent = Math.ceil(Math.min(compared.high, data.high + mostExtraDoublings));
  for (let raise = true; highestExponent - lowestExponent < fewestDoublings; raise = !raise) {
    if (raise) highestExponent += 1;
    else lowestExponent -= 1;
  }
  return { lowestExponent, highestExponent };
}

/** Room beside the first and the last model, as shares of their span. */
const shareBefore = 0.035;
const shareAfter = 0.115;

/** A shorter axis than a quarter has too few month names to read it by. */
const fewestDays = 92;

/** The time axis: the models' span with room at both sides, and enough of it to hold ticks. */
export function timeRange({ firstEpochDay, lastEpochDay }: DaySpan): DaySpan {
  const span = lastEpochDay - firstEpochDay;
  const wanted = span * (1 + shareBefore + shareAfter);
  const extra = Math.max(0, fewestDays - wanted) / 2;
  return {
    firstEpochDay: firstEpochDay - span * shareBefore - extra,
    lastEpochDay: lastEpochDay + span * shareAfter + extra,
  };
}

/** How far a line is drawn beyond the data, as a share of their span. */
const shareBeyondData = 0.1;

/** The end of a line drawn over a span and a tenth of it beyond. */
export function lastDrawnDay({ firstEpochDay, lastEpochDay }: DaySpan): number {
  return lastEpochDay + (lastEpochDay - firstEpochDay) * shareBeyondData;
}

function endExponents(line: FigureLine): number[] {
  return [exponentOn(line, line.firstEpochDay), exponentOn(line, line.lastEpochDay)];
}

/** The smallest and the largest of some values; without a value, infinities. */
export function extent(values: readonly number[]): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}
