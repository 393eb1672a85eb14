import { readFileSync } from "node:fs";

/** One record of a CSV file, by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/** The records of a CSV file under `test/fixtures/`; its first line names the columns (RFC 4180). */
export function readCsv(path: string): CsvRow[] {
  const [header = [], ...records] = parseCsv(readFixture(path));
  return records.map((record) =>
    Object.fromEntries(header.map((name, column) => [name, record[column] ?? ""])),
  );
}

/** The text of a file under `test/fixtures/`. */
export function readFixture(path: string): string {
  return readFileSync(new URL(`../fixtures/${path}`, import.meta.url), "utf8");
}

/** A column's number, or `undefined` when the field is empty. */
export function optionalNumber(row: CsvRow, column: string): number | undefined {
  const text = row[column] ?? "";
  return text === "" ? undefined : requiredNumber(row, column);
}

/** A column's number; throws when there is none, because a fixture is not user input. */
export function requiredNumber(row: CsvRow, column: string): number {
  const value = Number.parseFloat(row[column] ?? "");
  if (Number.isNaN(value)) throw new Error(`No number in column ${column}: ${JSON.stringify(row)}`);
  return value;
}

function parseCsv(text: string): string[][] {
  const fields = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;
  const records: string[][] = [];
  let record: string[] = [];
  for (const [whole, quoted, plain, end] of text.matchAll(fields)) {
    if (whole === "" && record.length === 0) break;
    record.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
