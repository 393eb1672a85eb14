import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  formatDate,
  formatDays,
  formatDaysAhead,
  formatMonths,
  formatReleaseDate,
} from "../../../server/src/text/dates.ts";
import {
  counted,
  countedInWords,
  formatDecimal,
  formatDensity,
  formatDollars,
  formatParameterLimit,
  formatParameters,
  formatPercent,
  formatPowerOfTwo,
  formatPValue,
  formatTokens,
} from "../../../server/src/text/numbers.ts";
import { epochDay } from "../../support/models.ts";

/** No-break spaces shown as underscores, so that a table of expectations can be read. */
function visible(text: string): string {
  return text.replaceAll("\u00a0", "_");
}

function table<Input>(format: (input: Input) => string, rows: readonly (readonly [Input, string])[]): void {
  for (const [input, expected] of rows) assert.equal(visible(format(input)), expected, `${input}`);
}

describe("numbers as they are written", () => {
  it("gives prices as they are spoken, with cents where there are tenths", () => {
    table(formatDollars, [
      [20, "$20"],
      [2.5, "$2.50"],
      [0.15, "$0.15"],
      [0.075, "$0.075"],
      [1234.5, "$1,235"],
    ]);
    // As an axis has it.
    assert.equal(formatDollars(1 / 16, 1), "$0.06");
  });

  it("gives densities two decimals from 0.1 and two significant figures below", () => {
    table(formatDensity, [
      [0.7739, "0.77"],
      [4.8101, "4.81"],
      [0.1, "0.10"],
      [0.0403, "0.040"],
      [0.0999, "0.10"],
      [0.00042, "0.00042"],
      [1234.5, "1,234.50"],
      [3.2e-9, "3.2_×_10⁻⁹"],
      [1.57e9, "1.57_×_10⁹"],
    ]);
  });

  it("gives parameters three significant figures and a no-break space", () => {
    table(formatParameters, [
      [2.442e9, "2.44_B"],
      [46.44e9, "46.4_B"],
      [401.618e9, "402_B"],
      [350e6, "350_M"],
      [1.04e12, "1.04_T"],
      [999.6e6, "1.00_B"],
      [124e3, "124_K"],
      [42, "42"],
      [1.2e17, "1.20_×_10¹⁷"],
    ]);
  });

  it("writes limits as the round numbers they are", () => {
    table(formatParameterLimit, [
      [4e9, "4_B"],
      [0.83e9, "830_M"],
      [1.5e9, "1.5_B"],
      [100e9, "100_B"],
    ]);
  });

  it("writes tokens with a power of a thousand", () => {
    table(formatTokens, [
      [5e12, "5_×_10¹²"],
      [15e12, "15_×_10¹²"],
      [1e12, "1_×_10¹²"],
      [2.5e9, "2.5_×_10⁹"],
      [999, "999"],
    ]);
  });

  it("labels a density axis with fractions, and with powers where those grow too long", () => {
    table(formatPowerOfTwo, [
      [-5, "1/32"],
      [-1, "1/2"],
      [0, "1"],
      [4, "16"],
      [13, "8192"],
      [14, "2¹⁴"],
      [-30, "2⁻³⁰"],
    ]);
  });

  it("writes p values so that one that decides never looks like the level", () => {
    table(
      (pValue: number) => formatPValue(pValue, 0.05),
      [
        [0.27, "p = 0.27"],
        [0.0096, "p = 0.010"],
        [0.004, "p = 0.004"],
        [0.00099, "p < 0.001"],
        [0, "p < 0.001"],
        [0.0496, "p = 0.0496"],
        [0.0524, "p = 0.052"],
        [1, "p = 1.00"],
      ],
    );
  });

  it("uses a true minus sign, commas for thousands and a space before percent", () => {
    assert.equal(formatDecimal(-1234.5, 1), "\u22121,234.5");
    assert.equal(formatDecimal(-0.001, 2), "0.00");
    assert.equal(visible(formatPercent(95, 0)), "95_%");
  });

  it("writes counts in words up to nine, with their noun", () => {
    assert.equal(countedInWords(9, "record"), "nine records");
    assert.equal(countedInWords(10, "record"), "10 records");
    assert.equal(counted(1, "model"), "1 model");
    assert.equal(counted(2000, "model"), "2,000 models");
  });

  it("never prints a unit other than the one its digits are in", () => {
    const factors = new Map([
      ["K", 1e3],
      ["M", 1e6],
      ["B", 1e9],
      ["T", 1e12],
    ]);
    fc.assert(
      fc.property(fc.double({ min: 3, max: 14.9, noNaN: true }), (exponent) => {
        const parameters = 10 ** exponent;
        const [digits = "", unit = ""] = formatParameters(parameters).split("\u00a0");
        const printed = Number(digits) * (factors.get(unit) ?? Number.NaN);
        assert.ok(Math.abs(printed / parameters - 1) <= 0.005, `${parameters}: ${digits} ${unit}`);
        assert.equal(digits.replace(/\D/g, "").length, 3);
      }),
    );
  });
});

describe("dates and spans as they are written", () => {
  it("is no more precise than the card", () => {
    assert.equal(formatDate(epochDay("2025-04-05")), "5 Apr 2025");
    assert.equal(formatReleaseDate({ epochDay: epochDay("2025-02-15"), precision: "month" }), "Feb 2025");
    assert.equal(formatReleaseDate({ epochDay: epochDay("2025-02-15"), precision: "day" }), "15 Feb 2025");
  });

  it("rounds to whole days, and one day is one day", () => {
    assert.equal(formatDays(106.164), "106 days");
    assert.equal(formatDays(1.4), "1 day");
    assert.equal(formatDays(0.4), "less than a day");
    assert.equal(formatMonths(106.164), "3.5 months");
  });

  it("says on which side of the trend a model stands", () => {
    assert.equal(formatDaysAhead(41.3), "41 days ahead of the trend");
    assert.equal(formatDaysAhead(-137.6), "138 days behind the trend");
    assert.equal(formatDaysAhead(-1), "1 day behind the trend");
    assert.equal(formatDaysAhead(0.3), "on the trend");
  });
});
