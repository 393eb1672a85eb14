import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/** One record of a CSV file, by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/** The records of a CSV file under `test/fixtures/`; its first line names the columns (RFC 4180). */
export function readCsv(path: string): CsvRow[] {
  return parse(readFixture(path), { columns: true, bom: true });
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
