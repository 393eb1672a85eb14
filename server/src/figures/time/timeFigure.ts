import type { DensityFlag } from "../../density/capabilityDensity.ts";
import type { DensityInterval, IntervalEnd } from "../../density/densityInterval.ts";
import type { ReleaseDate, StatedKind } from "../../density/model.ts";
import { assumptions } from "../../method/assumptions.ts";
import { recordKeys } from "../../scene/legendKeys.ts";
import { displayName } from "../../text/displayName.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import { defaultTau, type TrendLine } from "../../trend/fit/estimator.ts";
import type { DaySpan, FigureLine } from "../../trend/fit/lineOnDays.ts";
import { predictionOn } from "../../trend/fit/prediction.ts";
import { intervalLevel } from "../../trend/fit/resampling.ts";
import { breakPlaceboOf } from "../../trend/questions/breakPlacebo.ts";
import { isOnPaperScale, isSameAsPaper, paperTrend } from "../../trend/questions/paper.ts";
import { whoIsMissing } from "../../trend/questions/whoIsMissing.ts";
import { emptyWording } from "../../wording/empty.ts";
import { extrapolationSentence } from "../../wording/flags.ts";
import { indicatorSentence } from "../../wording/indicator.ts";
import { sourceLine } from "../../wording/source.ts";
import { placeboSentence } from "../../wording/trendBreak.ts";
import { verdictWording } from "../../wording/verdict.ts";
import { whoIsMissingSentence } from "../../wording/whoIsMissing.ts";
import { lastDrawnDay, type PowerRange, powerRange, timeRange } from "../axes/axisRanges.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import { assignFamilies, type FigureFamily } from "../families.ts";
import type { FigureWords } from "../figureWords.ts";
import { familyMembers, membersInDateOrder } from "../members.ts";
import { type FigureBand, figureBand } from "./band.ts";
import { figureAhead } from "./figureAhead.ts";
import { type FigureBreak, figureBreak } from "./figureBreak.ts";
import { type SizeLine, sizeLines } from "./sizeLines.ts";

/** Ends of a density's interval; `undefined` where it is open: the score there leaves the curve's range. */
export interface PointInterval {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** One member of the trend. */
export interface FigurePoint {
  readonly id: string;
  /** Fit to be drawn; the card's own spelling is in the analysis. */
  readonly name: string;
  readonly family: FigureFamily;
  readonly kind: StatedKind | undefined;
  readonly releaseDate: ReleaseDate;
  readonly density: number;
  /** `undefined` when no error is known. */
  readonly interval: PointInterval | undefined;
  readonly isRecord: boolean;
  readonly flags: readonly DensityFlag[];
}

/** The fitted line: solid over the data, dashed beyond, for a tenth of their span unless a forecast is asked for. */
export interface FittedLine {
  readonly solid: FigureLine;
  readonly dashed: FigureLine;
  readonly doublingTimeDays: number;
  /** Where the line is to be expected; `undefined` where it is not shown. */
  readonly band: FigureBand | undefined;
  /** Where points are to be expected that the line is not fitted to; `undefined` where it is not shown. */
  readonly prediction: FigureBand | undefined;
  /** What those points are. */
  readonly predicted: "records" | "models";
  /** Whose line it is: "Best tenth of all models". */
  readonly name: string;
  /** Of the band; `undefined` where it is known to hold less than it would say. */
  readonly level: number | undefined;
}

/**
 * What the paper's method gives: of these models, where the fit is another; beside a fit to records the trend
 * that the paper has of its own models, which may be the same line.
 */
export type PaperLine =
  | { readonly kind: "records"; readonly line: FigureLine; readonly doublingTimeDays: number }
  | { readonly kind: "same-line" }
  | { readonly kind: "separate"; readonly line: FigureLine };

/** A collection with something to draw, in terms of dates and densities: no pixel, no colour. */
export interface TimeFigure extends FigureWords {
  readonly kind: "time";
  /** In date order. */
  readonly points: readonly FigurePoint[];
  /** Where the data behind the fit end. */
  readonly lastRelease: ReleaseDate;
  readonly densityRange: PowerRange;
  readonly timeRange: DaySpan;
  /** Only when a doubling is claimed. */
  readonly fit: FittedLine | undefined;
  /** Only beside a fit; the paper's own trend only where densities are on its scale. */
  readonly paper: PaperLine | undefined;
  /** Lines through the models of each range of sizes; none where there are no several. */
  readonly sizes: readonly SizeLine[];
  readonly break: FigureBreak;
  /** How far the dashed line reaches beyond the data, the longest wording first; none unless a forecast was asked for. */
  readonly extrapolation: readonly string[];
}

/**
 * What the trend panel and the exported figure show.
 * @param aheadEpochDay the day to which the trend is drawn ahead of the data, if one is asked for
 */
export function timeFigure(analysis: CollectionAnalysis, aheadEpochDay?: number): TimeFigure | EmptyFigure {
  const strip = assumptions(analysis);
  const source = sourceLine(analysis.settings.reference);
  const members = membersInDateOrder(analysis);
  const [first, last] = [members.at(0), members.at(-1)];
  if (first === undefined || last === undefined)
    return { kind: "empty", wording: emptyWording(analysis), assumptions: strip, notes: [source] };
  const span = { firstEpochDay: first.releaseDate.epochDay, lastEpochDay: last.releaseDate.epochDay };
  const ahead = aheadEpochDay === undefined ? undefined : figureAhead(analysis, aheadEpochDay);
  const beyond = {
    firstEpochDay: span.lastEpochDay,
    lastEpochDay: ahead?.lastEpochDay ?? lastDrawnDay(span),
  };
  const fit = fittedLine(analysis, span, beyond);
  const paper = fit && paperLine(analysis, fit);
  const time = timeRange(span);
  const families = assignFamilies(familyMembers(members));
  const extrapolation = extrapolationSentence(analysis);
  return {
    kind: "time",
    wording: verdictWording(analysis),
    keys: recordKeys,
    assumptions: strip,
    notes: [ahead?.note, placeboNote(analysis), missingNote(analysis), extrapolation, source].filter(
      (note) => note !== undefined,
    ),
    about: indicatorSentence(analysis),
    points: members.map(({ analysed, releaseDate, density }) => ({
      id: analysed.id,
      name: displayName(analysed.model.name),
      family: families.familyOf(analysed.model.family),
      kind: analysed.model.kind,
      releaseDate,
      density,
      interval: pointInterval(analysed.density.interval),
      isRecord: analysed.isRecord,
      flags: analysed.density.flags,
    })),
    lastRelease: last.releaseDate,
    families: families.legend,
    densityRange: powerRange(
      members.map(({ density }) => density),
      fit === undefined ? [] : [fit.solid, fit.dashed],
      paper === undefined || paper.kind === "same-line" ? [] : [paper.line],
    ),
    timeRange: { ...time, lastEpochDay: Math.max(time.lastEpochDay, beyond.lastEpochDay) },
    fit,
    paper,
    sizes: sizeLines(analysis),
    break: figureBreak(analysis, span),
    extrapolation: ahead?.phrases ?? [],
  };
}

/** Room below a figure is dear: the years are counted there where the share of members halves. */
function missingNote(analysis: CollectionAnalysis): string | undefined {
  return whoIsMissing(analysis).halvedIn === undefined ? undefined : whoIsMissingSentence(analysis);
}

/** Beside a break that was asked for: what its restarted frontier shows where nothing changed. */
function placeboNote({ trend, settings: { breakEpochDay, seed } }: CollectionAnalysis): string | undefined {
  if (breakEpochDay === undefined || trend.verdict !== "doubling") return undefined;
  const placebo = breakPlaceboOf(trend.sample, breakEpochDay, seed).get();
  return placebo && `Break: ${placeboSentence(placebo)}`;
}

function pointInterval(interval: DensityInterval | undefined): PointInterval | undefined {
  const endOf = (end: IntervalEnd) => (end.kind === "density" ? end.density : undefined);
  return interval && { low: endOf(interval.low), high: endOf(interval.high) };
}

function fittedLine(analysis: CollectionAnalysis, span: DaySpan, beyond: DaySpan): FittedLine | undefined {
  const { verdict, line, intervals } = analysis.trend;
  if (verdict !== "doubling" || line?.doublingTimeDays === undefined || intervals === undefined)
    return undefined;
  const { slopePerDay, intercept, doublingTimeDays } = line;
  const spans = { solid: span, dashed: beyond };
  return {
    solid: { slopePerDay, intercept, ...span },
    dashed: { slopePerDay, intercept, ...beyond },
    doublingTimeDays,
    band: figureBand((day) => intervals.densityOn(line.estimator, day), spans),
    prediction: figureBand(predictionOn(analysis, line, intervals), spans),
    predicted: line.estimator === "records" ? "records" : "models",
    name: lineTitle(line),
    level: intervals.of(line.estimator).isIndicative ? undefined : intervalLevel,
  };
}

function lineTitle({ estimator, tau }: TrendLine): string {
  switch (estimator) {
    case "records":
      return "Records, the paper’s method";
    case "quantile":
      return tau === defaultTau ? "Best tenth of all models" : `Quantile ${tau} of all models`;
    case "all":
      return "Mean of all models";
  }
}

function paperLine(analysis: CollectionAnalysis, { solid, dashed }: FittedLine): PaperLine | undefined {
  const { line, lines } = analysis.trend;
  if (line?.estimator !== "records") {
    const records = lines.find(({ estimator }) => estimator === "records");
    if (records?.doublingTimeDays === undefined) return undefined;
    const { slopePerDay, intercept, doublingTimeDays } = records;
    const drawn = { ...solid, slopePerDay, intercept, lastEpochDay: dashed.lastEpochDay };
    return { kind: "records", line: drawn, doublingTimeDays };
  }
  if (!isOnPaperScale(analysis.settings)) return undefined;
  return isSameAsPaper(solid)
    ? { kind: "same-line" }
    : { kind: "separate", line: { ...solid, ...paperTrend, lastEpochDay: dashed.lastEpochDay } };
}
