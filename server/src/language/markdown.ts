/** Text as Markdown shows it: what a card says must not become markup, a link or a tag. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&]/g, "\\$&").replace(/\s*[\r\n]+\s*/g, " ");
}

/** A two-column table without a visible head: names left, values right. */
export function factTable(rows: readonly { readonly label: string; readonly value: string }[]): string {
  const lines = rows.map(({ label, value }) => `| ${escapeMarkdown(label)} | ${escapeMarkdown(value)} |`);
  return ["| | |", "|:--|--:|", ...lines].join("\n");
}

/** A table with a head, all columns but the first aligned right. */
export function headedTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  return [line(columns), `|:--${"|--:".repeat(columns.length - 1)}|`, ...rows.map(line)].join("\n");
}
