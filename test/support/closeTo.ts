import assert from "node:assert/strict";

/** Asserts equality up to a share of the expected value. */
export function closeTo(actual: number | undefined, expected: number, relativeTolerance: number): void {
  const difference = Math.abs((actual ?? Number.NaN) - expected);
  assert.ok(
    difference <= Math.abs(expected) * relativeTolerance,
    `${actual} is not ${expected} within ${relativeTolerance} of its size`,
  );
}

/** Asserts that a number prints as given: `printed` is "0.934021", "3.8436e+9" or "106". */
export function printsAs(actual: number | undefined, printed: string): void {
  const decimals = printed.split("e")[0]?.split(".")[1]?.length ?? 0;
  const value = actual ?? Number.NaN;
  assert.equal(printed.includes("e") ? value.toExponential(decimals) : value.toFixed(decimals), printed);
}
