import type { BasisScore } from "../density/basisScore.ts";
import { type BenchmarkDensity, type LossDensity, sizeOfReading } from "../density/benchmarkDensity.ts";
import type { ModelDensity } from "../density/capabilityDensity.ts";
import { isMixtureOfExperts } from "../density/denominator.ts";
import { lossStep } from "../density/effectiveParameters.ts";
import type { BenchmarkId } from "../density/model.ts";
import type { Reading } from "../density/reading.ts";
import { formatDate, formatDaysAhead } from "../text/dates.ts";
import {
  counted,
  formatDensity,
  formatParameters,
  formatPercent,
  formatTokens,
  noBreakSpace,
} from "../text/numbers.ts";
import { capitalised, sentence } from "../text/sentences.ts";
import type {
  AnalysedModel,
  AnalysisSettings,
  CollectionAnalysis,
} from "../trend/collection/analyseCollection.ts";
import { basisName, benchmarkName } from "./benchmarkNames.ts";
import type { DetailRow } from "./detailRow.ts";
import { exclusionPhrase } from "./exclusions.ts";
import { benchmarkFlagSentence, flagSentence } from "./flags.ts";
import { beyondSpanPhrase } from "./lens.ts";
import { formatLoss, lossSentence } from "./losses.ts";
import { boundPhrase, densityBoundPhrase, noDensityPhrase } from "./noDensity.ts";
import { rankOnDate } from "./rank.ts";
import { intervalBasis, uncertaintyRows } from "./uncertainty.ts";

/** Everything a hover and a tooltip say of a model, in the order they say it. */
export interface ModelDetails {
  readonly title: string;
  readonly meaning: string;
  readonly rows: readonly DetailRow[];
  /** Density by benchmark, with a sentence where one needs a caveat. */
  readonly benchmarks: readonly {
    readonly id: BenchmarkId;
    readonly name: string;
    readonly density: string;
    readonly note: string | undefined;
  }[];
  /** One sentence per flag, and why the model is not in the trend. */
  readonly notes: readonly string[];
  /** What the numbers are relative to. */
  readonly basis: string;
}

/** A model in words: the same on every hover, tooltip and table. */
export function modelDetails(analysed: AnalysedModel, analysis: CollectionAnalysis): ModelDetails {
  const { model, density, excluded } = analysed;
  const { settings } = analysis;
  const { result } = density;
  const { reference } = settings;
  return {
    title: `${model.name}: ${densityTitle(density)}`,
    meaning:
      result.kind === "density"
        ? `The reference model would need ${formatParameters(result.effectiveParameters)} parameters for this ${density.basisScore.kind === "loss" ? "loss" : "score"}; ${model.name} has ${formatParameters(result.actualParameters)}.`
        : sentence(noDensityPhrase(model, density, settings) ?? result.reason),
    rows: [
      ...scoreRows(analysed, settings),
      ...trendRows(analysed, analysis),
      ...uncertaintyRows(density, settings),
    ],
    benchmarks: [
      ...density.benchmarks.map((one) => ({
        ...cellOf(one),
        note: one.flags[0] && benchmarkFlagSentence(one.flags[0], one, settings),
      })),
      ...density.losses
        .filter(({ benchmark }) => !model.scores.has(benchmark))
        .map((one) => ({ ...cellOf(one), note: lossSentence(one, true, settings) })),
    ].filter(({ id }) => id !== reference.composite.id && reference.curves.has(id)),
    notes: [
      ...density.flags.map((flag) => flagSentence(flag, analysed, settings)),
      ...(excluded === undefined
        ? []
        : [`Not in the trend: ${exclusionPhrase(excluded, analysed, settings)}.`]),
    ],
    basis: `Reference ${reference.name}, ${referenceBasis(settings)}.${intervalBasis(density)}`,
  };
}

function densityTitle(density: ModelDensity): string {
  const { result } = density;
  if (result.kind === "density") return `capability density ${formatDensity(result.density)}`;
  const bound = densityBoundPhrase(density);
  return bound === undefined ? "no capability density" : `capability density ${bound}`;
}

function cellOf({ benchmark, density, bound }: BenchmarkDensity | LossDensity) {
  return {
    id: benchmark,
    name: benchmarkName(benchmark),
    density: density === undefined ? (boundPhrase(bound) ?? "none") : formatDensity(density),
  };
}

/** What a curve was made from: training tokens, or the sizes of a family. */
function referenceBasis({ reference, basis, trainingTokens }: AnalysisSettings): string {
  const curve = reference.curves.get(basis);
  return curve?.kind === "ladder"
    ? `calibrated on the sizes of ${curve.family}`
    : `D₀ ${formatTokens(trainingTokens)} tokens`;
}

function scoreRows({ model, density }: AnalysedModel, settings: AnalysisSettings): DetailRow[] {
  const { basisScore, effectiveSize, actualSize } = density;
  const rows: DetailRow[] = [];
  const score = "percent" in basisScore ? basisScore.percent : undefined;
  const name = basisName(settings.basis, settings.reference);
  if (score !== undefined) rows.push({ label: capitalised(name), value: formatPercent(score, 1) });
  if (basisScore.kind === "loss")
    rows.push({
      label: `${capitalised(name)}, loss`,
      value: `${formatLoss(basisScore.loss)} nats per token`,
    });
  if (effectiveSize?.kind === "size") {
    rows.push({ label: "Effective parameters", value: formatParameters(effectiveSize.parameters) });
  }
  if (actualSize !== undefined) {
    const { total } = model.parameters;
    const isShare = total !== undefined && total !== actualSize.parameters;
    rows.push({
      label: sizeLabel({ model, density }, settings),
      value: `${formatParameters(actualSize.parameters)}${isShare ? ` of ${formatParameters(total)}` : ""}`,
    });
  }
  if (actualSize !== undefined && effectiveSize?.kind === "size")
    rows.push(...stepRows(basisScore, actualSize.parameters, settings));
  return rows;
}

/** What a small step of the score or the loss would change. */
function stepRows(basisScore: BasisScore, actualParameters: number, settings: AnalysisSettings): DetailRow[] {
  const rangeOf = (less: Reading, more: Reading) => {
    const [low, high] = [less, more].map((reading) => densityAt(reading, actualParameters, settings));
    return `${low ?? "below the floor"} to ${high ?? "above the ceiling"}`;
  };
  if ("percent" in basisScore) {
    const at = (percent: number): Reading => ({ kind: "score", percent });
    const what = settings.basis === settings.reference.composite.id ? settings.basis : "score";
    const value = rangeOf(at(basisScore.percent - 1), at(basisScore.percent + 1));
    return [{ label: `Density if the ${what} moves one point`, value }];
  }
  if (basisScore.kind !== "loss") return [];
  const at = (factor: number): Reading => ({ kind: "loss", loss: basisScore.loss * factor });
  const value = rangeOf(at(1 + lossStep), at(1 - lossStep));
  return [{ label: `Density if the loss moves ${lossStep * 100}${noBreakSpace}%`, value }];
}

/** What the denominator counts, for this model under these settings. */
function sizeLabel(
  { model, density }: Pick<AnalysedModel, "model" | "density">,
  { denominator }: AnalysisSettings,
): string {
  if (density.actualSize?.flags.includes("total-parameters-used"))
    return "Total parameters (understates the density)";
  if (denominator === "total") return "Total parameters";
  if (isMixtureOfExperts(model) || model.weightBits !== undefined) {
    if (denominator === "paper") return "Inference-time parameters";
    if (denominator === "active") return "Active parameters";
  }
  return "Non-embedding parameters";
}

function densityAt(
  reading: Reading,
  actualParameters: number,
  settings: AnalysisSettings,
): string | undefined {
  const size = sizeOfReading(settings, settings.basis, reading);
  return size?.kind === "size" ? formatDensity(size.parameters / actualParameters) : undefined;
}

function trendRows(analysed: AnalysedModel, analysis: CollectionAnalysis): DetailRow[] {
  const { model, trendDensity, daysAhead, beyondSpan, isRecord } = analysed;
  const rows: DetailRow[] = [];
  if (model.releaseDate === undefined) return rows;
  if (trendDensity !== undefined) {
    const place =
      daysAhead === undefined
        ? beyondSpan === undefined
          ? ""
          : `; ${beyondSpanPhrase(beyondSpan)}`
        : `; ${isRecord ? "record, " : ""}${formatDaysAhead(daysAhead).replace(/( of)? the trend$/, "")}`;
    rows.push({
      label: `Trend on ${formatDate(model.releaseDate.epochDay)}`,
      value: `${formatDensity(trendDensity)}${place}`,
    });
  }
  const rank = rankOnDate(analysed, analysis);
  if (rank !== undefined && rank.others > 0) {
    rows.push({ label: "Denser by then", value: `${rank.denser} of ${counted(rank.others, "model")}` });
  }
  return rows;
}
