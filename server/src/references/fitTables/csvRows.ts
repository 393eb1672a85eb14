import { CsvError, parse } from "csv-parse/sync";

/** One line of a table; `row` counts from 1 with the header, as a spreadsheet does. */
export interface CsvRow {
  readonly row: number;
  readonly fields: readonly string[];
}

/** The rows of a table, or the one reason why it has none. */
export type CsvReading =
  | { readonly kind: "rows"; readonly rows: readonly CsvRow[] }
  | { readonly kind: "invalid"; readonly problem: string };

/**
 * The rows of a CSV file (RFC 4180), empty ones left out; line ends of every system and a byte-order
 * mark are read.
 * @param separator a semicolon or tab where a program writes those
 */
export function csvRows(text: string, separator = ","): CsvReading {
  const rows: CsvRow[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: separator,
      record_delimiter: ["\r\n", "\n", "\r"],
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
      on_record: (fields: string[], { records, empty_lines }) => {
        rows.push({ row: records + empty_lines, fields });
      },
    });
    return { kind: "rows", rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error.records) + Number(error.empty_lines) + 1;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
    return { kind: "invalid", problem: `row ${row}: ${isOpen ? "a quote is not closed" : error.message}` };
  }
}

/** What separates the fields of a file: the commonest of comma, semicolon and tab in its first line. */
export function csvSeparator(text: string): string {
  const [header = ""] = text.split(/[\r\n]/, 1);
  const count = (separator: string) => header.split(separator).length;
  return [";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best), ",");
}
