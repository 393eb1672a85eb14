import { csvText, modelColumns } from "../../trend/csv.ts";
import type { ReportContext } from "./jsonContract.ts";

/** `densing report --format csv`: the trend's columns, where each card stands, and every benchmark. */
export function reportCsv({ analysis, cards }: ReportContext): string {
  const { models, settings } = analysis;
  const ids = [...settings.reference.curves.keys()];
  const header = [
    ...modelColumns.map(({ name }) => name),
    "file",
    "line",
    ...ids.flatMap((id) => [`${id}_score`, `${id}_density`]),
  ];
  const rows = models.map((analysed) => {
    const card = cards.get(analysed.id);
    const benchmarks = ids.flatMap((id) => {
      const one = analysed.density.benchmarks.find(({ benchmark }) => benchmark === id);
      return [one?.score.percent, one?.density];
    });
    return [
      ...modelColumns.map(({ field }) => field(analysed)),
      card?.file,
      card && card.nameStart.line + 1,
      ...benchmarks,
    ];
  });
  return csvText(header, rows);
}
