import { settingsLines } from "../../report/footer.ts";
import type { ReportContext } from "../../report/jsonContract.ts";
import { singleLine } from "../../text/plainLine.ts";
import type { ModelComparison } from "../../trend/questions/compareModels.ts";
import { comparisonRowText, comparisonWording } from "../../wording/comparison.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "./textTable.ts";

/** `densing compare`: the facts, what the law expects, and what may be claimed. */
export function compareText(
  comparison: ModelComparison,
  { analysis }: ReportContext,
  { colors, columns }: Terminal,
): string {
  const { title, rows, expectation, claims } = comparisonWording(comparison, analysis.settings);
  const width = rows.reduce((widest, { label }) => Math.max(widest, label.length), 0);
  const facts = rows
    .map((row) => `${row.label.padEnd(width)}  ${singleLine(comparisonRowText(row))}\n`)
    .join("");
  return [
    `${colors.bold(singleLine(title))}\n${facts}`,
    ...(expectation === undefined ? [] : [`${wrapped(singleLine(expectation), columns)}\n`]),
    claims.map((line) => `${wrapped(singleLine(line), columns)}\n`).join(""),
    settingsLines(analysis)
      .map((line) => `${colors.dim(wrapped(line, columns))}\n`)
      .join(""),
  ].join("\n");
}
