import { isMixtureOfExperts } from "../../density/denominator.ts";
import { effectiveParameters } from "../../density/effectiveParameters.ts";
import type { BenchmarkId } from "../../density/model.ts";
import type { AnalysedModel, AnalysisSettings, CollectionAnalysis } from "../analyseCollection.ts";
import { basisName, benchmarkName } from "./benchmarkNames.ts";
import { formatDate, formatDaysAhead } from "./dates.ts";
import type { DetailRow } from "./detailRow.ts";
import { exclusionPhrase } from "./exclusions.ts";
import { benchmarkFlagSentence, flagSentence } from "./flags.ts";
import { noDensityPhrase } from "./noDensity.ts";
import { counted, formatDensity, formatParameters, formatPercent, formatTokens } from "./numbers.ts";
import { rankOnDate } from "./rank.ts";
import { capitalised, sentence } from "./sentences.ts";
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
    title: `${model.name}: ${result.kind === "density" ? `capability density ${formatDensity(result.density)}` : "no capability density"}`,
    meaning:
      result.kind === "density"
        ? `The reference model would need ${formatParameters(result.effectiveParameters)} parameters for this score; ${model.name} has ${formatParameters(result.actualParameters)}.`
        : sentence(noDensityPhrase(model, density, settings) ?? result.reason),
    rows: [
      ...scoreRows(analysed, settings),
      ...trendRows(analysed, analysis),
      ...uncertaintyRows(density, settings),
    ],
    benchmarks: density.benchmarks
      .filter(({ benchmark }) => benchmark !== reference.composite.id && reference.curves.has(benchmark))
      .map((one) => ({
        id: one.benchmark,
        name: benchmarkName(one.benchmark),
        density: one.density === undefined ? "none" : formatDensity(one.density),
        note: one.flags[0] && benchmarkFlagSentence(one.flags[0], one, settings),
      })),
    notes: [
      ...density.flags.map((flag) => flagSentence(flag, analysed, settings)),
      ...(excluded === undefined
        ? []
        : [`Not in the trend: ${exclusionPhrase(excluded, analysed, settings)}.`]),
    ],
    basis: `Reference ${reference.name}, ${referenceBasis(settings)}.${intervalBasis(density)}`,
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
  if (score !== undefined && actualSize !== undefined && effectiveSize?.kind === "size") {
    const [low, high] = [score - 1, score + 1].map((moved) =>
      densityAt(moved, actualSize.parameters, settings),
    );
    rows.push({
      label: `Density if the ${settings.basis === settings.reference.composite.id ? settings.basis : "score"} moves one point`,
      value: `${low ?? "below the floor"} to ${high ?? "above the ceiling"}`,
    });
  }
  return rows;
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

function densityAt(score: number, actualParameters: number, settings: AnalysisSettings): string | undefined {
  const { reference, basis, trainingTokens } = settings;
  const curve = reference.curves.get(basis);
  const size = curve && effectiveParameters(curve, score, trainingTokens, reference.largestFittedParameters);
  return size?.kind === "size" ? formatDensity(size.parameters / actualParameters) : undefined;
}

function trendRows(analysed: AnalysedModel, analysis: CollectionAnalysis): DetailRow[] {
  const { model, trendDensity, daysAhead, isRecord } = analysed;
  const rows: DetailRow[] = [];
  if (model.releaseDate === undefined) return rows;
  if (trendDensity !== undefined) {
    const place =
      daysAhead === undefined
        ? ""
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
