import { settingsLines } from "../../report/footer.ts";
import type { ReportContext } from "../../report/jsonContract.ts";
import { singleLine } from "../../report/plainLine.ts";
import type { ModelComparison } from "../../trend/compareModels.ts";
import { claimSentence, comparisonRows, expectationSentence } from "../../trend/wording/comparison.ts";
import type { Terminal } from "../terminal.ts";
import { wrapped } from "./textTable.ts";

/** `densing compare`: the facts, what the law expects, and what may be claimed. */
export function compareText(
  comparison: ModelComparison,
  { analysis }: ReportContext,
  { colors, columns }: Terminal,
): string {
  const { first, second, claims } = comparison;
  const title = singleLine(`${first.model.name} against ${second.model.name}`);
  const rows = comparisonRows(comparison, analysis.settings);
  const width = rows.reduce((widest, { label }) => Math.max(widest, label.length), 0);
  const facts = rows.map(({ label, value }) => `${label.padEnd(width)}  ${singleLine(value)}\n`).join("");
  const expectation = expectationSentence(comparison);
  const claimLines =
    claims.length === 0
      ? ["No benchmark has a score on both cards, so neither can be called better."]
      : claims.map((claim) => claimSentence(claim, comparison));
  return [
    `${colors.bold(title)}\n${facts}`,
    ...(expectation === undefined ? [] : [`${wrapped(singleLine(expectation), columns)}\n`]),
    claimLines.map((line) => `${wrapped(singleLine(line), columns)}\n`).join(""),
    settingsLines(analysis)
      .map((line) => `${colors.dim(wrapped(line, columns))}\n`)
      .join(""),
  ].join("\n");
}
