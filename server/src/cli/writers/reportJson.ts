import type { BenchmarkDensity, DensityBound, LossDensity } from "../../density/benchmarkDensity.ts";
import { isoOfReleaseDate } from "../../density/calendar.ts";
import type { DensityInterval, IntervalEnd } from "../../density/densityInterval.ts";
import { referenceSensitivity } from "../../density/referenceSensitivity.ts";
import {
  excludedBlock,
  headerBlock,
  jsonText,
  orNull,
  type ReportContext,
} from "../../report/jsonContract.ts";
import type { AnalysedModel } from "../../trend/collection/analyseCollection.ts";
import type { Compression } from "../../trend/questions/compression.ts";

/**
 * `densing report --format json`, as schemas/report.schema.json says.
 * @param pairs models beside their bases; without them the key is left out
 */
export function reportJson(context: ReportContext, pairs?: readonly Compression[]): string {
  const { analysis } = context;
  return jsonText({
    ...headerBlock(context),
    models: analysis.models.map((model) => modelBlock(model, context)),
    excluded: excludedBlock(context),
    ...(pairs !== undefined && { compression: pairs.map(compressionBlock) }),
  });
}

/** One model of the contract. */
export function modelBlock(
  { id, model, density, isRecord, trendDensity, daysAhead }: AnalysedModel,
  { cards, analysis }: ReportContext,
) {
  const card = cards.get(id);
  const { basisScore, actualSize, effectiveSize, result, interval } = density;
  const under = referenceSensitivity(density, analysis.settings);
  return {
    name: model.name,
    file: card?.file ?? "",
    line: (card?.nameStart.line ?? 0) + 1,
    kind: model.kind === undefined || model.kind === "unknown" ? null : model.kind,
    releaseDate: model.releaseDate === undefined ? null : isoOfReleaseDate(model.releaseDate),
    parameters: {
      total: orNull(model.parameters.total),
      active: orNull(model.parameters.active),
      nonEmbedding: orNull(model.parameters.nonEmbedding),
      denominator: orNull(actualSize?.parameters),
    },
    benchmarks: Object.fromEntries(
      density.benchmarks.map((benchmark) => [benchmark.benchmark, benchmarkBlock(benchmark)]),
    ),
    losses: Object.fromEntries(density.losses.map((loss) => [loss.benchmark, lossBlock(loss)])),
    score: "percent" in basisScore ? basisScore.percent : null,
    loss: basisScore.kind === "loss" ? basisScore.loss : null,
    effectiveParameters: effectiveSize?.kind === "size" ? effectiveSize.parameters : null,
    density: densityOrLowerBound(
      result.kind === "density" ? result.density : undefined,
      result.kind === "none" ? result.bound : undefined,
    ),
    densityBound: result.kind === "none" ? orNull(result.bound?.side) : null,
    densityInterval: intervalBlock(interval),
    densityUnderOtherMinima: orNull(under?.otherMinima.map(orNull)),
    densityUnderOtherTokens: orNull(
      under?.otherTokens.map(({ tokens, density: other }) => ({ tokens, density: orNull(other) })),
    ),
    densityUnderLossLawResidual: intervalBlock(under?.lossLaw),
    isRecord,
    trendDensity: orNull(trendDensity),
    daysAhead: orNull(daysAhead),
    flags: density.flags,
  };
}

function compressionBlock({ model, base, modelDensity, baseDensity, ratio, isDenser }: Compression) {
  return {
    model: model.model.name,
    base: base.model.name,
    density: modelDensity,
    baseDensity,
    ratio: ratio.ratio,
    ratioInterval: ratio.isWithinError === undefined ? null : [orNull(ratio.low), orNull(ratio.high)],
    isDenser,
  };
}

function benchmarkBlock({ score, ...read }: BenchmarkDensity) {
  return { score: score.percent, ...curveBlock(read) };
}

function lossBlock({ loss, ...read }: LossDensity) {
  return { loss, ...curveBlock(read) };
}

function curveBlock({ effectiveSize, density, bound, interval, flags }: Omit<LossDensity, "loss">) {
  return {
    effectiveParameters: effectiveSize?.kind === "size" ? effectiveSize.parameters : null,
    density: densityOrLowerBound(density, bound),
    densityBound: orNull(bound?.side),
    densityInterval: intervalBlock(interval),
    flags,
  };
}

/**
 * A density, or what it is at least above the range, so that a better score never reads as less; of a
 * score near chance the most it can be stands in the interval alone.
 */
function densityOrLowerBound(density: number | undefined, bound: DensityBound | undefined): number | null {
  return orNull(density ?? (bound?.side === "at-least" ? bound.density : undefined));
}

/** Two ends, null where one is open; null without an interval. */
function intervalBlock(interval: Pick<DensityInterval, "low" | "high"> | undefined) {
  return interval === undefined ? null : [endOf(interval.low), endOf(interval.high)];
}

function endOf(end: IntervalEnd): number | null {
  return end.kind === "density" ? end.density : null;
}
