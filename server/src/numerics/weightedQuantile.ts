import { at } from "./typedArray.ts";

/**
 * The smallest value whose cumulative weight, values taken in ascending order, reaches `target`; the
 * greatest value when rounding keeps the sum below it. Quickselect with three-way partition: linear
 * time on average. Reorders both arrays.
 * @param count values to take from the start of the arrays; at least one
 */
export function weightedSelect(
  values: Float64Array,
  weights: Float64Array,
  count: number,
  target: number,
): number {
  let low = 0;
  let high = count - 1;
  let weightBelow = 0;
  let greatest = at(values, high);
  while (low < high) {
    const pivot = medianOfThree(at(values, low), at(values, (low + high) >>> 1), at(values, high));
    let less = low;
    let greater = high;
    let weightLess = 0;
    let weightEqual = 0;
    for (let index = low; index <= greater; ) {
      const value = at(values, index);
      if (value < pivot) {
        weightLess += at(weights, index);
        swap(values, weights, index++, less++);
      } else if (value > pivot) swap(values, weights, index, greater--);
      else {
        weightEqual += at(weights, index);
        index++;
      }
    }
    if (less > low && weightBelow + weightLess >= target) {
      high = less - 1;
      greatest = at(values, high);
    } else if (weightBelow + weightLess + weightEqual >= target || greater === high) return pivot;
    else {
      weightBelow += weightLess + weightEqual;
      low = greater + 1;
      greatest = at(values, low);
    }
  }
  return low === high ? at(values, low) : greatest;
}

function swap(values: Float64Array, weights: Float64Array, first: number, second: number): void {
  const value = at(values, first);
  values[first] = at(values, second);
  values[second] = value;
  const weight = at(weights, first);
  weights[first] = at(weights, second);
  weights[second] = weight;
}

function medianOfThree(first: number, second: number, third: number): number {
  return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third));
}
