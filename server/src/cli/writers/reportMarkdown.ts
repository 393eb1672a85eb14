import { settingsLines } from "../../report/footer.ts";
import type { ReportContext } from "../../report/jsonContract.ts";
import { markdownText } from "../../text/markdownText.ts";
import { plainText } from "../../text/textRun.ts";
import { noDensityPhrase } from "../../wording/noDensity.ts";
import { verdictWording } from "../../wording/verdict.ts";
import { densestFirst, reportColumns } from "./reportTable.ts";

/** `densing report --format markdown`: the table for a pull request or a page. */
export function reportMarkdown({ analysis }: ReportContext): string {
  const columns = reportColumns(analysis);
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(" | ")} |`;
  const without = analysis.models.flatMap(({ model, density }) => {
    const reason = noDensityPhrase(model, density, analysis.settings);
    return reason === undefined ? [] : [`- ${markdownText(model.name)}: ${markdownText(reason)}`];
  });
  const paragraphs = [
    plainText(verdictWording(analysis).verdict),
    [
      line(columns.map(({ title }) => title)),
      `| ${columns.map(({ align }) => (align === "right" ? "--:" : ":--")).join(" | ")} |`,
      ...densestFirst(analysis).map((model) => line(columns.map(({ cell }) => cell(model)))),
    ].join("\n"),
    ...(without.length === 0 ? [] : [`Without a density:\n\n${without.join("\n")}`]),
    ...settingsLines(analysis),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}
