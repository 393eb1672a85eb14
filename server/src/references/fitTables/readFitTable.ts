import type { BenchmarkId } from "../../density/model.ts";
import { quoted } from "../../text/suggestions.ts";
import type { ReferenceFile } from "../referenceFile.ts";
import { csvRows, csvSeparator } from "./csvRows.ts";
import { benchmarkOfTable, type FitColumns, type MeasureColumns, readFitColumns } from "./fitColumns.ts";
import { readCount, readFlag, readPositive, readScore } from "./fitFields.ts";
import { TableRow } from "./tableRow.ts";

/** What `densing fit` fits, as a reference file keeps it. */
export type FitData = Required<Pick<ReferenceFile, "runs" | "points">>;

/** Runs and points of a table, or every reason why it cannot be read. */
export type FitTableReading =
  | { readonly kind: "data"; readonly data: FitData; readonly notes: readonly string[] }
  | { readonly kind: "invalid"; readonly problems: readonly string[] };

type Run = FitData["runs"][number];
type Point = NonNullable<FitData["points"][string]>[number];

/** A score with what is needed to doubt its unit. */
interface TablePoint {
  readonly point: Point;
  readonly place: string;
  readonly unitStated: boolean;
}

/**
 * Reads a CSV of runs (parameters, tokens, loss), of points (loss, score), or of both in one; losses and
 * scores stand in columns loss and score beside a column benchmark, or in one column for each
 * (loss_mmlu). A field left empty was not measured. Never throws.
 */
export function readFitTable(text: string): FitTableReading {
  const table = csvRows(text, csvSeparator(text));
  if (table.kind === "invalid") return { kind: "invalid", problems: [table.problem] };
  const [header, ...rows] = table.rows;
  if (header === undefined) return { kind: "invalid", problems: ["it is empty"] };
  const { columns, problems: unknown, unread, notes } = readFitColumns(header.fields);
  if (unknown.length > 0) return { kind: "invalid", problems: unknown };
  const unreadNotes = unread.map((column) =>
    unreadNote(
      header.fields[column] ?? "",
      rows.map(({ fields }) => fields[column] ?? ""),
    ),
  );
  const data: Table = {
    columns,
    problems: [],
    notes: [...unreadNotes, ...notes],
    runs: [],
    points: new Map(),
  };
  for (const { row, fields } of rows) {
    if (fields.length > header.fields.length) {
      data.problems.push(
        `row ${row} has ${fields.length} fields, the header ${header.fields.length}. A field with the separator in it needs quotes`,
      );
    } else readRow(data, new TableRow(row, header.fields, fields, data.problems));
  }
  const { problems, runs, points } = data;
  problems.push(...[...points].flatMap(([id, of]) => fractionDoubt(id, of)));
  if (problems.length > 0) return { kind: "invalid", problems };
  const plainPoints = [...points].map(([id, of]) => [id, of.map(({ point }) => point)] as const);
  return { kind: "data", data: { runs, points: Object.fromEntries(plainPoints) }, notes: data.notes };
}

/** A column that marks points as held out in its own way would be overlooked to no good. */
function unreadNote(title: string, fields: readonly string[]): string {
  const isMark = fields.some((field) => /held[-_\s]?out/i.test(field));
  const note = `the column ${quoted(title)} is not read`;
  return isMark ? `${note}; points that are not to be fitted have yes in a column held_out` : note;
}

/** A table as far as it has been read. */
interface Table {
  readonly columns: FitColumns;
  readonly problems: string[];
  readonly notes: string[];
  readonly runs: Run[];
  readonly points: Map<BenchmarkId, TablePoint[]>;
}

function readRow(table: Table, row: TableRow): void {
  const size = readSize(table.columns, row);
  const heldOut = row.read(table.columns.heldOut, readFlag) ?? false;
  for (const measure of table.columns.measures) readMeasure(table, row, measure, size, heldOut);
}

/** A loss, a score or both of one benchmark. */
function readMeasure(
  { columns, notes, runs, points }: Table,
  row: TableRow,
  measure: MeasureColumns,
  size: Size | undefined,
  heldOut: boolean,
): void {
  const { score: scoreColumn } = measure;
  const hasLoss = row.text(measure.loss) !== "";
  if (!hasLoss && row.text(scoreColumn?.column) === "") return;
  const id = measure.benchmark ?? benchmarkOfTable(row.text(columns.benchmark), notes);
  if (id === undefined) {
    row.report(columns.benchmark, benchmarkProblem(row.text(columns.benchmark)));
    return;
  }
  if (!hasLoss) row.report(measure.loss, "a score needs its loss");
  const loss = row.read(measure.loss, (field) => readPositive(field, "a loss, in nats per token,"));
  const score = row.read(scoreColumn?.column, (field) => readScore(field, scoreColumn?.unit ?? ""));
  if (loss === undefined) return;
  if (size !== undefined) addRun(runs, size, id, loss);
  if (score === undefined) return;
  const point = { loss, score: score.percent, ...(heldOut && { held_out: true }) };
  const place = row.placeOf(scoreColumn?.column);
  points.set(id, [...(points.get(id) ?? []), { point, place, unitStated: score.unitStated }]);
}

function benchmarkProblem(name: string): string {
  return name === "" ? "no benchmark is named" : `${quoted(name)} cannot be the name of a benchmark`;
}

interface Size {
  readonly parameters: number;
  readonly tokens: number;
}

/** The size of a row's run; a row of a table of both may be a point alone, and then has neither count. */
function readSize(columns: FitColumns, row: TableRow): Size | undefined {
  const { parameters, tokens, tokensPerParameter } = columns;
  const hasParameters = row.text(parameters?.column) !== "";
  const hasTokens = row.text(tokens?.column ?? tokensPerParameter) !== "";
  const count = row.read(parameters?.column, (field) =>
    readCount(field, parameters?.unit ?? "", "parameters"),
  );
  const trained = row.read(tokens?.column, (field) => readCount(field, tokens?.unit ?? "", "tokens"));
  const ratio = row.read(tokensPerParameter, (field) => readPositive(field, "tokens per parameter"));
  if (hasParameters !== hasTokens) row.report(parameters?.column, "a run needs both parameters and tokens");
  if (count === undefined) return undefined;
  const all = trained ?? (ratio === undefined ? undefined : count * ratio);
  return all === undefined ? undefined : { parameters: count, tokens: all };
}

/** One run has the losses of all its benchmarks; a second loss of one is a run of its own. */
function addRun(runs: Run[], { parameters, tokens }: Size, id: BenchmarkId, loss: number): void {
  const place = runs.findIndex(
    (run) => run.parameters === parameters && run.tokens === tokens && !Object.hasOwn(run.loss, id),
  );
  const run = runs[place];
  if (run === undefined) runs.push({ parameters, tokens, loss: { [id]: loss } });
  else runs[place] = { ...run, loss: { ...run.loss, [id]: loss } };
}

/** Scores of at most 1 percent throughout are more likely fractions; which they are must be said. */
function fractionDoubt(id: BenchmarkId, points: readonly TablePoint[]): string[] {
  const [first] = points;
  if (first === undefined || points.some(({ point, unitStated }) => unitStated || point.score > 1)) return [];
  return [
    `${first.place}: no score of ${id} is above 1. Write percent, or name the column "score (fraction)" if these are fractions, "score (percent)" if not`,
  ];
}
