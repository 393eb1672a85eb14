import { quoted } from "../../text/suggestions.ts";
import type { FieldReading } from "./fitFields.ts";

/** The fields of one row; what is wrong with them is collected with its place. */
export class TableRow {
  readonly #row: number;
  readonly #header: readonly string[];
  readonly #fields: readonly string[];
  readonly #problems: string[];

  constructor(row: number, header: readonly string[], fields: readonly string[], problems: string[]) {
    this.#row = row;
    this.#header = header;
    this.#fields = fields;
    this.#problems = problems;
  }

  /** A field without spaces around it; empty where there is none. */
  text(column: number | undefined): string {
    return column === undefined ? "" : (this.#fields[column] ?? "").trim();
  }

  /** What a field says; `undefined` when it is empty, or reported. */
  read<Value>(
    column: number | undefined,
    readField: (text: string) => FieldReading<Value>,
  ): Value | undefined {
    const text = this.text(column);
    if (text === "") return undefined;
    const { value, problem } = readField(text);
    if (problem !== undefined) this.report(column, problem);
    return value;
  }

  report(column: number | undefined, problem: string): void {
    this.#problems.push(`${this.placeOf(column)}: ${problem}`);
  }

  /** "row 3, column loss". */
  placeOf(column: number | undefined): string {
    const title = column === undefined ? undefined : this.#header[column];
    return title === undefined ? `row ${this.#row}` : `row ${this.#row}, column ${quoted(title)}`;
  }
}
