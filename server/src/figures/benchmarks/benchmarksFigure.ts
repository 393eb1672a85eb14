import { availableBasis } from "../../density/basisScore.ts";
import type { BenchmarkId } from "../../density/model.ts";
import type { Reference } from "../../density/reference.ts";
import { assumptions } from "../../method/assumptions.ts";
import { lineKey, recordKeys } from "../../scene/legendKeys.ts";
import { capitalised } from "../../text/sentences.ts";
import type { AnalysedModel, CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { analyseOnBasis } from "../../trend/collection/analyseOnBasis.ts";
import type { Trend } from "../../trend/fit/fitTrend.ts";
import type { DaySpan, FigureLine } from "../../trend/fit/lineOnDays.ts";
import { fasterGrowth } from "../../trend/questions/fastestGrowth.ts";
import { finish, type Steps } from "../../trend/steps.ts";
import { basisName } from "../../wording/benchmarkNames.ts";
import { benchmarkResultPhrases, benchmarksWording } from "../../wording/benchmarkTrends.ts";
import { emptyWording } from "../../wording/empty.ts";
import { sourceLine } from "../../wording/source.ts";
import { type PowerRange, powerRange, timeRange } from "../axes/axisRanges.ts";
import { type DrawnModel, drawnModels } from "../drawnModels.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import type { FigureWords } from "../figureWords.ts";
import { fitStyle } from "./fitStyle.ts";

/** A model's density on one benchmark. */
export interface BenchmarkPoint {
  /** Its place among the figure's models. */
  readonly model: number;
  readonly epochDay: number;
  readonly density: number;
  /** On this benchmark. */
  readonly isRecord: boolean;
}

/** Density over time by the scores of one benchmark, or of their mean. */
export interface BenchmarkPlot {
  readonly id: BenchmarkId;
  readonly name: string;
  /** In date order. */
  readonly points: readonly BenchmarkPoint[];
  /** Over these models' dates; only when a doubling is claimed. */
  readonly line: FigureLine | undefined;
  /** What can be said of the doubling, the longest wording first. */
  readonly result: readonly string[];
}

/** Density over time, benchmark by benchmark, on one pair of axes: no pixel, no colour. */
export interface BenchmarksFigure extends FigureWords {
  readonly kind: "benchmarks";
  readonly models: readonly DrawnModel[];
  /** The composite first. */
  readonly plots: readonly BenchmarkPlot[];
  readonly densityRange: PowerRange;
  readonly timeRange: DaySpan;
}

/** Density over time for each benchmark of the reference's composite, at once. */
export function benchmarksFigure(analysis: CollectionAnalysis): BenchmarksFigure | EmptyFigure {
  return finish(benchmarksSteps(analysis));
}

/**
 * The same in steps. Each benchmark is fitted and tested as the main trend is, from the densities that
 * are there; a bootstrap is made only where a doubling is claimed. With ten thousand models a step takes
 * some tenths of a second.
 */
export function* benchmarksSteps(analysis: CollectionAnalysis): Steps<BenchmarksFigure | EmptyFigure> {
  const { settings } = analysis;
  const { reference } = settings;
  const bases = basesOf(reference);
  const analysed: { readonly id: BenchmarkId; readonly on: CollectionAnalysis }[] = [];
  for (const id of bases) {
    yield;
    analysed.push({ id, on: analyseOnBasis(analysis, id) });
  }
  const strip = assumptions(analysis);
  const source = sourceLine(reference);
  const points = analysed.flatMap(({ on }) => on.trend.points);
  const days = points.map(({ epochDay }) => epochDay).sort((first, second) => first - second);
  const [first, last] = [days.at(0), days.at(-1)];
  if (first === undefined || last === undefined) {
    const wording = emptyWording(analyseOnBasis(analysis, availableBasis));
    return { kind: "empty", wording, assumptions: strip, notes: [source] };
  }
  const trends = analysed
    .filter(({ id }) => reference.composite.of.includes(id))
    .map(({ id, on: { trend } }) => ({ name: id, trend }));
  const faster = yield* fasterGrowth(trends);
  const { models, families, placeOf } = drawnModels(analysed.map(({ on }) => members(on, analysis)));
  const plots = analysed.map(
    ({ id, on: { trend } }): BenchmarkPlot => ({
      id,
      name: capitalised(basisName(id, reference)),
      points: pointsOf(trend, placeOf),
      line: claimedLine(trend),
      result: benchmarkResultPhrases(trend),
    }),
  );
  const lines = plots.flatMap(({ line }) => line ?? []);
  return {
    kind: "benchmarks",
    wording: benchmarksWording(trends, faster, settings),
    keys: [
      ...recordKeys,
      ...(lines.length === 0
        ? []
        : [lineKey("fit, where a doubling is claimed", fitStyle.paint, fitStyle.width)]),
    ],
    families,
    assumptions: strip,
    notes: [source],
    models,
    plots,
    densityRange: powerRange(
      points.map(({ density }) => density),
      lines,
      [],
    ),
    timeRange: timeRange({ firstEpochDay: first, lastEpochDay: last }),
  };
}

/** The composite and its parts; a composite of itself alone is one basis. */
function basesOf({ composite }: Reference): BenchmarkId[] {
  return [...new Set([composite.id, ...composite.of])];
}

/** The models in the trend of one benchmark, as the main trend sees them: marks do not change between figures. */
function members(on: CollectionAnalysis, main: CollectionAnalysis): AnalysedModel[] {
  const inTrend = new Set(on.trend.points.map(({ id }) => id));
  return main.models.filter(({ id }) => inTrend.has(id));
}

function pointsOf({ points, records }: Trend, placeOf: ReadonlyMap<string, number>): BenchmarkPoint[] {
  const recordIds = new Set(records.map(({ id }) => id));
  return points.flatMap(({ id, epochDay, density }) => {
    const model = placeOf.get(id);
    return model === undefined ? [] : [{ model, epochDay, density, isRecord: recordIds.has(id) }];
  });
}

function claimedLine({ verdict, line, points }: Trend): FigureLine | undefined {
  const [first, last] = [points.at(0), points.at(-1)];
  if (verdict !== "doubling" || line?.doublingTimeDays === undefined || !first || !last) return undefined;
  const { slopePerDay, intercept } = line;
  return { slopePerDay, intercept, firstEpochDay: first.epochDay, lastEpochDay: last.epochDay };
}
