import { epochDayOfIso } from "../../server/src/density/calendar.ts";
import type {
  Model,
  ModelKind,
  ParameterCounts,
  ReleaseDate,
  Score,
} from "../../server/src/density/model.ts";
import type { CollectionEntry } from "../../server/src/trend/collection/analyseCollection.ts";
import type { TrendPoint } from "../../server/src/trend/collection/trendPoint.ts";
import { type CsvRow, optionalNumber, readCsv, requiredNumber } from "./csv.ts";

/** The day of a `YYYY-MM-DD`; throws when there is no such day. */
export function epochDay(isoDate: string): number {
  const day = epochDayOfIso(isoDate);
  if (day === undefined) throw new Error(`No such day: ${isoDate}`);
  return day;
}

export function releasedOn(isoDate: string): ReleaseDate {
  return { epochDay: epochDay(isoDate), precision: "day" };
}

/** Parameter counts; what is not given is unknown. Units: parameters. */
export function counts(given: Partial<ParameterCounts>): ParameterCounts {
  return {
    total: undefined,
    active: undefined,
    nonEmbedding: undefined,
    activeNonEmbedding: undefined,
    nonEmbeddingOrigin: given.nonEmbedding === undefined ? "unknown" : "given",
    ...given,
  };
}

export function score(percent: number, more: Partial<Score> = {}): Score {
  return { percent, protocol: {}, unitDoubted: false, ...more };
}

/** Scores by benchmark, one each. */
export function scores(percents: Readonly<Record<string, number>>): Model["scores"] {
  return new Map(Object.entries(percents).map(([id, percent]) => [id, [score(percent)]]));
}

/** A dense base model of 7e9 non-embedding parameters, without scores, changed as given. */
export function model(changes: Partial<Model> = {}): Model {
  return {
    name: "Example-7B",
    organization: undefined,
    family: undefined,
    releaseDate: releasedOn("2024-01-01"),
    kind: "base",
    baseModels: [],
    checkpointOf: undefined,
    architecture: undefined,
    parameters: counts({ nonEmbedding: 7e9 }),
    weightBits: undefined,
    price: undefined,
    scores: new Map(),
    losses: new Map(),
    ...changes,
  };
}

/** A collection of models whose ids are their places. */
export function collection(models: readonly Model[]): CollectionEntry[] {
  return models.map((each, place) => ({ id: `${place}`, name: each.name, model: each }));
}

export function trendPoint(name: string, isoDate: string, density: number): TrendPoint {
  return { id: name, name, epochDay: epochDay(isoDate), density };
}

const billion = 1e9;

/** One model of the paper's figure 1, with what was read off the figure. */
export interface FigureModel {
  readonly model: Model;
  /** As plotted, four decimals. */
  readonly density: number;
  readonly isRecord: boolean;
}

/** The 51 models of figure 1, from the digitised file. */
export const figure1: readonly FigureModel[] = readCsv("paper/densities_fig1.csv").map(figureModel);

function figureModel(row: CsvRow): FigureModel {
  const stored = requiredNumber(row, "non_embedding_params_b") * billion;
  const active = optionalNumber(row, "active_non_embedding_params_b");
  return {
    density: requiredNumber(row, "density"),
    isRecord: row.record === "yes",
    model: model({
      name: row.name ?? "",
      releaseDate: releasedOn(row.release_date ?? ""),
      kind: row.kind as ModelKind,
      architecture: row.architecture === "moe" ? "mixture-of-experts" : "dense",
      parameters: counts({
        nonEmbedding: stored,
        activeNonEmbedding: active === undefined ? undefined : active * billion,
      }),
      weightBits: optionalNumber(row, "bits_per_weight"),
      scores: scores({ average: requiredNumber(row, "implied_average_score") }),
    }),
  };
}
