import stringWidth from "string-width";
import { singleLine } from "../../text/plainLine.ts";

/** A column of a text table. */
export interface TextColumn<Row> {
  readonly title: string;
  readonly align: "left" | "right";
  readonly cell: (row: Row) => string;
}

const gap = "  ";

/** Rows in aligned columns, by the width characters take on a terminal; one line break after each. */
export function textTable<Row>(
  columns: readonly TextColumn<Row>[],
  rows: readonly Row[],
  styleTitle: (title: string) => string = (title) => title,
): string {
  const lines = rows.map((row) => columns.map(({ cell }) => singleLine(cell(row))));
  const widths = columns.map(({ title }, position) =>
    lines.reduce((widest, cells) => Math.max(widest, stringWidth(cells[position] ?? "")), stringWidth(title)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, position) => {
        const padding = " ".repeat((widths[position] ?? 0) - stringWidth(cell));
        return columns[position]?.align === "right" ? padding + cell : cell + padding;
      })
      .join(gap)
      .trimEnd();
  return [styleTitle(line(columns.map(({ title }) => title))), ...lines.map(line)]
    .map((text) => `${text}\n`)
    .join("");
}

/** Text broken between words into lines of at most `width` columns. */
export function wrapped(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(" ")) {
    const isStart = line.length === indent.length;
    if (!isStart && stringWidth(`${line} ${word}`) > width) {
      lines.push(line);
      line = indent + word;
    } else line += isStart ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
