import { cutLine, type DaySpan, hasLength, isInSpan } from "../../trend/fit/lineOnDays.ts";
import { powerRange } from "../axes/axisRanges.ts";
import type { FigureZoom } from "../figureKind.ts";
import type { BandStep, FigureBand } from "./band.ts";
import type { FittedLine, PaperLine, TimeFigure } from "./timeFigure.ts";

/** The figure over time is zoomed across its dates. */
export const timeZoom: FigureZoom<TimeFigure> = {
  followsTrend: true,
  datesOf: ({ timeRange }) => timeRange,
  zoomedTo: zoomedTime,
  movedTo: (figure, dates, { densityRange }) => ({
    ...figure,
    timeRange: dates,
    densityRange,
    fit: figure.fit && cutFit(figure.fit, dates),
    paper: cutPaper(figure.paper, dates),
  }),
};

/**
 * The part of a figure that lies between two days: its models, lines and bands, with a density axis of its
 * own. Nothing is computed anew: a window changes what is seen, not what the trend is fitted to.
 */
export function zoomedTime(figure: TimeFigure, window: DaySpan): TimeFigure {
  const points = figure.points.filter(({ releaseDate }) => isInSpan(releaseDate.epochDay, window));
  const fit = figure.fit && cutFit(figure.fit, window);
  const paper = cutPaper(figure.paper, window);
  return {
    ...figure,
    points,
    timeRange: window,
    densityRange:
      points.length === 0
        ? figure.densityRange
        : powerRange(
            points.map(({ density }) => density),
            fit === undefined ? [] : [fit.solid, fit.dashed].filter(hasLength),
            paper?.kind === "separate" && hasLength(paper.line) ? [paper.line] : [],
          ),
    fit,
    paper,
  };
}

function cutFit(fit: FittedLine, window: DaySpan): FittedLine {
  return {
    ...fit,
    solid: cutLine(fit.solid, window),
    dashed: cutLine(fit.dashed, window),
    band: fit.band && cutBand(fit.band, window),
    prediction: fit.prediction && cutBand(fit.prediction, window),
  };
}

function cutPaper(paper: PaperLine | undefined, window: DaySpan): PaperLine | undefined {
  return paper?.kind === "separate" ? { ...paper, line: cutLine(paper.line, window) } : paper;
}

function cutBand({ overData, beyond }: FigureBand, window: DaySpan): FigureBand {
  return { overData: cutSteps(overData, window), beyond: cutSteps(beyond, window) };
}

/** The steps within, and one at each end where the band goes on outside. */
function cutSteps(steps: readonly BandStep[], window: DaySpan): BandStep[] {
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    const own = isInSpan(step.epochDay, window) ? [step] : [];
    if (next === undefined) return own;
    const ends = [window.firstEpochDay, window.lastEpochDay].filter(
      (day) => day > step.epochDay && day < next.epochDay,
    );
    return [...own, ...ends.map((day) => between(step, next, day))];
  });
}

/** As the edges are drawn: straight on the logarithmic axis. */
function between(from: BandStep, to: BandStep, epochDay: number): BandStep {
  const share = (epochDay - from.epochDay) / (to.epochDay - from.epochDay);
  const along = (start: number, end: number) => start ** (1 - share) * end ** share;
  return { epochDay, low: along(from.low, to.low), high: along(from.high, to.high) };
}
