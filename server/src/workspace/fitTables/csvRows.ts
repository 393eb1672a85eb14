/** One line of a table; `row` counts from 1 with the header, as a spreadsheet does. */
export interface CsvRow {
  readonly row: number;
  readonly fields: readonly string[];
}

/**
 * The rows of a CSV file (RFC 4180), empty ones left out; line ends of every system and a byte-order
 * mark are read. Never fails: a quote that is not closed holds the rest of the text.
 * @param separator a semicolon or tab where a program writes those
 */
export function csvRows(text: string, separator = ","): CsvRow[] {
  const rows: CsvRow[] = [];
  let row = 1;
  let fields: string[] = [];
  let field = "";
  let quoted = false;
  /** Whether the field had quotes, so that an empty one still makes a row. */
  let wasQuoted = false;
  const endRow = () => {
    if (fields.length > 0 || field !== "" || wasQuoted) rows.push({ row, fields: [...fields, field] });
    row++;
    fields = [];
    field = "";
    wasQuoted = false;
  };
  for (let place = text.startsWith("\uFEFF") ? 1 : 0; place < text.length; place++) {
    const character = text[place] ?? "";
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[place + 1] === '"') field += text[++place];
      else quoted = false;
    } else if (character === '"' && field === "") {
      quoted = true;
      wasQuoted = true;
    } else if (character === separator) {
      fields.push(field);
      field = "";
    } else if (character === "\n") endRow();
    else if (character === "\r") {
      if (text[place + 1] !== "\n") endRow();
    } else field += character;
  }
  endRow();
  return rows;
}

/** What separates the fields of a file: the commonest of comma, semicolon and tab in its first line. */
export function csvSeparator(text: string): string {
  const [header = ""] = text.split(/[\r\n]/, 1);
  const count = (separator: string) => header.split(separator).length;
  return [";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best), ",");
}
