import { isoOfReleaseDate } from "../density/calendar.ts";
import type { IntervalEnd } from "../density/densityInterval.ts";
import type { AnalysedModel, CollectionAnalysis } from "../trend/collection/analyseCollection.ts";

/** One field of a table. `undefined`, and a number that is not finite, is an empty field. */
export type CsvField = string | number | boolean | undefined;

/**
 * A table as RFC 4180 has it, with two choices stated: lines end in LF, as the rest of the command
 * line's output does, and text is never altered, so a name that starts with "=" is still that name
 * (a spreadsheet may take it for a formula).
 */
export function csvText(header: readonly string[], rows: readonly (readonly CsvField[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvField).join(",")}\n`).join("");
}

/** Numbers at full precision; a field with a comma, a quote or a line break is quoted. */
function csvField(field: CsvField): string {
  if (typeof field === "number") return Number.isFinite(field) ? String(field) : "";
  const text = field === undefined ? "" : String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The columns of the trend's table: parameters as counts, scores in percent, days as days. */
export const modelColumns: readonly {
  readonly name: string;
  readonly field: (analysed: AnalysedModel) => CsvField;
}[] = [
  { name: "name", field: ({ model }) => model.name },
  { name: "release_date", field: ({ model }) => model.releaseDate && isoOfReleaseDate(model.releaseDate) },
  { name: "kind", field: ({ model }) => (model.kind === "unknown" ? undefined : model.kind) },
  { name: "family", field: ({ model }) => model.family },
  { name: "parameters_total", field: ({ model }) => model.parameters.total },
  { name: "parameters_active", field: ({ model }) => model.parameters.active },
  { name: "parameters_non_embedding", field: ({ model }) => model.parameters.nonEmbedding },
  { name: "parameters_active_non_embedding", field: ({ model }) => model.parameters.activeNonEmbedding },
  { name: "parameters_denominator", field: ({ density }) => density.actualSize?.parameters },
  {
    name: "score",
    field: ({ density: { basisScore } }) => ("percent" in basisScore ? basisScore.percent : undefined),
  },
  {
    name: "loss",
    field: ({ density: { basisScore } }) => (basisScore.kind === "loss" ? basisScore.loss : undefined),
  },
  {
    name: "effective_parameters",
    field: ({ density: { effectiveSize } }) =>
      effectiveSize?.kind === "size" ? effectiveSize.parameters : undefined,
  },
  {
    name: "density",
    field: ({ density: { result } }) => (result.kind === "density" ? result.density : undefined),
  },
  { name: "density_low", field: ({ density: { interval } }) => densityEnd(interval?.low) },
  { name: "density_high", field: ({ density: { interval } }) => densityEnd(interval?.high) },
  { name: "is_record", field: ({ isRecord }) => isRecord },
  { name: "in_trend", field: ({ excluded }) => excluded === undefined },
  { name: "excluded_reason", field: ({ excluded }) => excluded },
  { name: "trend_density", field: ({ trendDensity }) => trendDensity },
  { name: "days_ahead", field: ({ daysAhead }) => daysAhead },
  { name: "flags", field: ({ density }) => density.flags.join(" ") },
];

/** An end of a 95 % interval; open ends are empty fields. */
export function densityEnd(end: IntervalEnd | undefined): CsvField {
  return end?.kind === "density" ? end.density : undefined;
}

/** The models behind a trend: one row per readable card, in the collection's order. */
export function trendCsv({ models }: CollectionAnalysis): string {
  return csvText(
    modelColumns.map(({ name }) => name),
    models.map((analysed) => modelColumns.map(({ field }) => field(analysed))),
  );
}
