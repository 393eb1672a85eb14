import type { BenchmarkDensity, LossDensity } from "../../density/benchmarkDensity.ts";
import type { ReportContext } from "../../report/jsonContract.ts";
import { type CsvField, csvText, densityEnd, modelColumns } from "../../report/trendCsv.ts";

/** Columns of one benchmark's density: read off its score, off its loss where it has no score. */
const densityColumns = ["effective_parameters", "density", "density_low", "density_high"] as const;

function densityFields(read: BenchmarkDensity | LossDensity | undefined): CsvField[] {
  const size = read?.effectiveSize;
  return [
    size?.kind === "size" ? size.parameters : undefined,
    read?.density,
    densityEnd(read?.interval?.low),
    densityEnd(read?.interval?.high),
  ];
}

/** `densing report --format csv`: the trend's columns, where each card stands, and every benchmark. */
export function reportCsv({ analysis, cards }: ReportContext): string {
  const { models, settings } = analysis;
  const ids = [...settings.reference.curves.keys()];
  const header = [
    ...modelColumns.map(({ name }) => name),
    "file",
    "line",
    ...ids.flatMap((id) => [`${id}_score`, `${id}_loss`, ...densityColumns.map((name) => `${id}_${name}`)]),
  ];
  const rows = models.map((analysed) => {
    const card = cards.get(analysed.id);
    const benchmarks = ids.flatMap((id) => {
      const { benchmarks, losses } = analysed.density;
      const one = benchmarks.find(({ benchmark }) => benchmark === id);
      const loss = losses.find(({ benchmark }) => benchmark === id);
      return [one?.score.percent, loss?.loss, ...densityFields(one ?? loss)];
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
