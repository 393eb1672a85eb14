import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { csvRows, csvSeparator } from "../../../server/src/references/fitTables/csvRows.ts";
import { type CsvField, csvText, trendCsv } from "../../../server/src/report/trendCsv.ts";
import { analysisOf, paperModels } from "../../support/figures.ts";
import { counts, epochDay, model, scores } from "../../support/models.ts";

/** The fields of a table's rows. */
function readRows(text: string): (readonly string[])[] {
  const table = csvRows(text);
  assert.ok(table.kind === "rows");
  return table.rows.map(({ fields }) => fields);
}

describe("a table as CSV", () => {
  it("quotes what RFC 4180 says must be quoted, and nothing else", () => {
    assert.equal(
      csvText(
        ["aaa", "b"],
        [
          ['b "b" b', "c,c"],
          ["two\nlines", "plain text"],
        ],
      ),
      'aaa,b\n"b ""b"" b","c,c"\n"two\nlines",plain text\n',
    );
  });

  it("writes numbers in full, and nothing as an empty field", () => {
    assert.equal(
      csvText(
        ["a", "b", "c", "d"],
        [
          [0.1 + 0.2, 1e21, undefined, Number.NaN],
          [true, false, -0.5, ""],
        ],
      ),
      "a,b,c,d\n0.30000000000000004,1e+21,,\ntrue,false,-0.5,\n",
    );
  });

  it("alters no text, not even one that a spreadsheet would calculate", () => {
    assert.equal(csvText(["name"], [["=1+1"], ["@sum"]]), "name\n=1+1\n@sum\n");
  });

  it("is read back as it was written", () => {
    const field = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom('"', ",", "\n", "\r\n", '""', " "),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field, field)), (rows) => {
        assert.deepEqual(readRows(csvText(["x", "y", "z"], rows)), [["x", "y", "z"], ...rows]);
      }),
    );
  });

  it("keeps every digit of every number", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const [, [written = ""] = []] = readRows(csvText(["value"], [[value] satisfies CsvField[]]));
        assert.equal(Number(written), value === 0 ? 0 : value);
      }),
    );
  });
});

describe("a CSV file that is read", () => {
  it("has the line ends and marks of every program, and counts rows as a spreadsheet does", () => {
    assert.deepEqual(csvRows('\uFEFFa,b\r\n\r\n"x\ny","say ""so"""\rlast,'), {
      kind: "rows",
      rows: [
        { row: 1, fields: ["a", "b"] },
        { row: 3, fields: ["x\ny", 'say "so"'] },
        { row: 4, fields: ["last", ""] },
      ],
    });
    assert.deepEqual(csvRows(""), { kind: "rows", rows: [] });
  });

  it("is not read with a quote that is never closed, and the row of it is told", () => {
    assert.deepEqual(csvRows('a,b\n\n1,2\n"3,4\n5,6'), {
      kind: "invalid",
      problem: "row 4: a quote is not closed",
    });
  });

  it("is separated by what its first line has most of", () => {
    assert.deepEqual(["a,b\n1;2;3;4", "a;b,c;d", "a\tb", "a", ""].map(csvSeparator), [
      ",",
      ";",
      "\t",
      ",",
      ",",
    ]);
  });
});

describe("the table behind a trend", () => {
  const [header = [], ...rows] = readRows(trendCsv(analysisOf(paperModels)));
  const fieldOf = (row: readonly string[] | undefined, column: string) => row?.[header.indexOf(column)];
  const rowOf = (name: string) => rows.find((row) => fieldOf(row, "name") === name);

  it("has one row per readable model and the same columns in each", () => {
    assert.equal(rows.length, 51);
    for (const row of rows) assert.equal(row.length, header.length);
  });

  it("says what is in the trend and why the rest is not", () => {
    const inTrend = rows.filter((row) => fieldOf(row, "in_trend") === "true");
    assert.equal(inTrend.length, 47);
    assert.equal(rows.filter((row) => fieldOf(row, "is_record") === "true").length, 9);
    assert.equal(fieldOf(rowOf("StableLM-Zephyr-3B"), "excluded_reason"), "kind");
    assert.equal(fieldOf(rowOf("Llama-65B"), "excluded_reason"), "");
  });

  it("holds what the figure holds, unrounded", () => {
    const row = rowOf("Llama-3.1-405B");
    assert.equal(fieldOf(row, "release_date"), "2024-07-23");
    assert.equal(fieldOf(row, "parameters_non_embedding"), "401618000000");
    const density = Number(fieldOf(row, "density"));
    const effective = Number(fieldOf(row, "effective_parameters"));
    assert.equal(density, effective / 401_618_000_000);
    // 0.3942 and 158.3178e9 are the digitised figures of the paper, to four decimals.
    assert.ok(Math.abs(density - 0.3942) < 0.0005);
    assert.equal(fieldOf(row, "flags"), "extrapolated");
  });

  it("has both ends of the interval, an open end empty, and the loss where one counts", () => {
    const row = rowOf("Llama-3.1-405B");
    const [low, density, high] = ["density_low", "density", "density_high"].map((name) =>
      Number(fieldOf(row, name)),
    );
    assert.ok(low !== undefined && density !== undefined && high !== undefined);
    assert.ok(0 < low && low < density && density < high);
    const analysis = analysisOf([
      model({ name: "open", scores: scores({ average: 79.9 }) }),
      model({ name: "loss", losses: new Map([["average", [0.2]]]) }),
    ]);
    const [columns = [], open, loss] = readRows(trendCsv(analysis));
    const field = (of: readonly string[] | undefined, name: string) => of?.[columns.indexOf(name)];
    assert.equal(field(open, "density_high"), "");
    assert.notEqual(field(open, "density_low"), "");
    assert.deepEqual(
      [field(loss, "loss"), field(loss, "score"), field(loss, "flags")],
      ["0.2", "", "from-loss"],
    );
  });

  it("leaves empty what a card does not give, and is no more precise than it", () => {
    const analysis = analysisOf([
      model({
        name: 'a "quoted", name',
        kind: undefined,
        releaseDate: { epochDay: epochDay("2025-02-15"), precision: "month" },
        parameters: counts({ total: 7e9 }),
        scores: scores({ average: 40 }),
      }),
      model({ name: "bare", releaseDate: undefined, parameters: counts({}) }),
    ]);
    const [columns = [], first = [], second = []] = readRows(trendCsv(analysis));
    const record = (row: readonly string[]) =>
      Object.fromEntries(columns.map((name, place) => [name, row[place]]));
    assert.equal(record(first).name, 'a "quoted", name');
    assert.equal(record(first).release_date, "2025-02");
    assert.equal(record(first).flags, "total-parameters-used month-only kind-missing");
    assert.equal(record(first).trend_density, "");
    assert.deepEqual(
      ["release_date", "density", "score", "effective_parameters"].map((name) => record(second)[name]),
      ["", "", "", ""],
    );
  });
});
