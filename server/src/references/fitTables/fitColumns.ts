import { nearestBenchmark, resolveBenchmark, spellingOf } from "../../cards/vocabulary/benchmarkRegistry.ts";
import type { BenchmarkId } from "../../density/model.ts";
import { nearest, quoted } from "../../text/suggestions.ts";

/** What the columns of a table give, by their place. */
export interface FitColumns {
  readonly benchmark: number | undefined;
  readonly parameters: UnitColumn | undefined;
  readonly tokens: UnitColumn | undefined;
  readonly tokensPerParameter: number | undefined;
  readonly heldOut: number | undefined;
  /** Losses and scores: of the row's benchmark, and of those that columns such as loss_mmlu name. */
  readonly measures: readonly MeasureColumns[];
}

/** A column whose header may state a unit, as "N (B)" does. */
export interface UnitColumn {
  readonly column: number;
  readonly unit: string;
}

/** The loss and the score of one benchmark. */
export interface MeasureColumns {
  /** `undefined`: the one in the row's column benchmark. */
  readonly benchmark: BenchmarkId | undefined;
  readonly loss: number | undefined;
  readonly score: UnitColumn | undefined;
}

/** Columns with what is to be said of them, or why the table cannot be read. */
export interface FitColumnsReading {
  readonly columns: FitColumns;
  readonly problems: readonly string[];
  /** Columns that are not read, by their place. */
  readonly unread: readonly number[];
  readonly notes: readonly string[];
}

type Role = "benchmark" | "parameters" | "tokens" | "tokensPerParameter" | "heldOut" | "loss" | "score";

/** Spellings without case, spaces, `-` and `_`; the first is the one that messages propose. */
const spellings: Readonly<Record<Role, readonly string[]>> = {
  benchmark: ["benchmark", "task"],
  parameters: ["parameters", "n", "params", "paramsnonemb", "nonembedding", "nonembeddingparameters"],
  tokens: ["tokens", "d", "trainingtokens"],
  tokensPerParameter: ["tokensperparameter", "tokensperparam"],
  heldOut: ["heldout"],
  loss: ["loss"],
  score: ["score"],
};

const roleOf: ReadonlyMap<string, Role> = new Map(
  (Object.keys(spellings) as Role[]).flatMap((role) => spellings[role].map((name) => [name, role] as const)),
);

/** One letter is near to too much. */
const proposable = [...roleOf.keys()].filter((name) => name.length > 1);

const unitsOf: Readonly<Partial<Record<Role, RegExp>>> = {
  parameters: /^(?:k|m|bn?|t|thousand|million|billion|trillion)?$/i,
  tokens: /^(?:k|m|bn?|t|thousand|million|billion|trillion)?$/i,
  loss: /^(?:nats?(?:\s*(?:\/|per)\s*token)?)?$/i,
  score: /^(?:%|percent|fraction)?$/i,
};

const unitsInWords: Readonly<Partial<Record<Role, string>>> = {
  parameters: "M or B",
  tokens: "B or T",
  loss: "nats per token",
  score: "percent or fraction",
};

/** Reads the header of a table of runs, of points, or of both. */
export function readFitColumns(header: readonly string[]): FitColumnsReading {
  const problems: string[] = [];
  const notes: string[] = [];
  const unread: number[] = [];
  const plain = new Map<Role, UnitColumn>();
  const wide = new Map<BenchmarkId, { loss?: UnitColumn; score?: UnitColumn }>();
  header.forEach((title, column) => {
    const [, name = "", unit = ""] = /^\s*(.*?)\s*(?:[([]\s*(.*?)\s*[)\]])?\s*$/s.exec(title) ?? [];
    const [, measure, of = ""] = /^(loss|score)[_\s-]+(.+)$/is.exec(name) ?? [];
    const role = measure === undefined ? roleOf.get(spellingOf(name)) : wideRole(measure);
    if (role === undefined) {
      const meant = nearest(spellingOf(name), proposable);
      const like = spellings[roleOf.get(meant ?? "") ?? "benchmark"][0];
      if (meant !== undefined) problems.push(`column ${quoted(title)} is not known. Did you mean ${like}?`);
      else if (title.trim() !== "") unread.push(column);
      return;
    }
    if (unitsOf[role]?.test(unit) === false) {
      problems.push(`column ${quoted(title)}: the unit must be ${unitsInWords[role]}`);
      return;
    }
    const entry = { column, unit };
    if (measure === undefined || (role !== "loss" && role !== "score")) {
      const other = plain.get(role);
      if (other !== undefined)
        problems.push(`the columns ${quoted(header[other.column] ?? "")} and ${quoted(title)} say the same`);
      plain.set(role, entry);
      return;
    }
    const id = benchmarkOfTable(of, notes);
    if (id === undefined) {
      problems.push(`column ${quoted(title)} names no benchmark`);
      return;
    }
    const measures = wide.get(id) ?? {};
    if (measures[role] !== undefined) problems.push(`two columns give the ${role} of ${id}`);
    wide.set(id, { ...measures, [role]: entry });
  });
  const [loss, score] = [plain.get("loss"), plain.get("score")];
  const measures: MeasureColumns[] = [...wide].map(([benchmark, of]) => ({
    benchmark,
    loss: of.loss?.column,
    score: of.score,
  }));
  if (loss !== undefined || score !== undefined)
    measures.unshift({ benchmark: undefined, loss: loss?.column, score });
  const columns: FitColumns = {
    benchmark: plain.get("benchmark")?.column,
    parameters: plain.get("parameters"),
    tokens: plain.get("tokens"),
    tokensPerParameter: plain.get("tokensPerParameter")?.column,
    heldOut: plain.get("heldOut")?.column,
    measures,
  };
  // A misspelt column is what is missing: that it is missing need not be said as well.
  if (problems.length === 0) problems.push(...missingColumns(columns, header));
  return { columns, problems, unread, notes };
}

function wideRole(measure: string): "loss" | "score" {
  return measure.toLowerCase() === "loss" ? "loss" : "score";
}

function missingColumns(columns: FitColumns, header: readonly string[]): string[] {
  const { benchmark, parameters, tokens, tokensPerParameter, measures } = columns;
  const hasTokens = tokens !== undefined || tokensPerParameter !== undefined;
  const needs = (what: string) =>
    `it needs a column ${what}; its columns are ${header.map(quoted).join(", ")}`;
  if (parameters === undefined && hasTokens) return [needs("parameters (N)")];
  if (parameters !== undefined && !hasTokens) return [needs("tokens (D) or tokens_per_parameter")];
  if (tokens !== undefined && tokensPerParameter !== undefined)
    return ["the columns of tokens and of tokens per parameter say the same; leave one out"];
  if (!measures.some(({ loss }) => loss !== undefined)) return [needs("loss")];
  const unmatched = measures.find(({ loss }) => loss === undefined);
  if (unmatched !== undefined) return [needs(`loss_${unmatched.benchmark ?? "…"} beside the score`)];
  if (benchmark === undefined && measures.some((of) => of.benchmark === undefined))
    return [needs("benchmark")];
  if (parameters === undefined && !measures.some(({ score }) => score !== undefined))
    return [needs("parameters and tokens (for runs) or score (for points)")];
  return [];
}

/** The id of a benchmark as a table names it; a name that the registry does not know stays as it is. */
export function benchmarkOfTable(name: string, notes: string[]): BenchmarkId | undefined {
  const known = resolveBenchmark(name)?.id;
  if (known !== undefined) return known;
  const trimmed = name.trim();
  if (!/^[a-z][\w.+-]*$/i.test(trimmed)) return undefined;
  const near = nearestBenchmark(trimmed);
  const note = `${quoted(trimmed)} is not in the registry of benchmarks${near === undefined ? "" : ` (did you mean ${near}?)`}; its curve has that name`;
  if (!notes.includes(note)) notes.push(note);
  return trimmed;
}
