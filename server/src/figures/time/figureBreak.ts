import { formatDays } from "../../text/dates.ts";
import type { CollectionAnalysis } from "../../trend/collection/analyseCollection.ts";
import type { TrendLine } from "../../trend/fit/estimator.ts";
import type { DaySpan, FigureLine } from "../../trend/fit/lineOnDays.ts";
import { paperBreakEpochDay, trendBreak } from "../../trend/fit/trendBreak.ts";
import { breakName, breakRefusal, pointsPhrase } from "../../wording/trendBreak.ts";

/** The fit of one side, with a frontier of its own. */
export interface BreakLine extends FigureLine {
  /** "×2 in 144 days" or "no growth". */
  readonly growth: string;
  /** "3 records of 8 models". */
  readonly points: string;
}

/** Growth on both sides of a day. */
export interface DrawnBreak {
  readonly kind: "drawn";
  /** Whether the settings name the day: then it is shown without being asked for in the figure. */
  readonly isSet: boolean;
  /** "break 30 Nov 2022, ChatGPT". */
  readonly name: string;
  readonly epochDay: number;
  readonly before: BreakLine;
  readonly after: BreakLine;
}

/** A break, or why there is none to be drawn. */
export type FigureBreak =
  | DrawnBreak
  | { readonly kind: "refused"; readonly name: string; readonly reason: string };

/**
 * The break that a figure can show: on the day that the settings name, else on the paper's. Where no
 * doubling is claimed of the whole, no line of a part is drawn.
 */
export function figureBreak({ trend, settings }: CollectionAnalysis, span: DaySpan): FigureBreak {
  const { breakEpochDay: epochDay = paperBreakEpochDay, estimator, tau } = settings;
  const name = breakName(epochDay);
  if (trend.verdict !== "doubling") return { kind: "refused", name, reason: "No doubling is claimed" };
  const broken = trendBreak(trend.sample, epochDay, estimator, tau);
  const { before, after } = broken;
  if (before.line === undefined || after.line === undefined)
    return { kind: "refused", name, reason: breakRefusal(broken, estimator) };
  return {
    kind: "drawn",
    isSet: settings.breakEpochDay !== undefined,
    name,
    epochDay,
    before: {
      ...breakLine(before.line, { ...span, lastEpochDay: epochDay }),
      points: pointsPhrase(before, estimator),
    },
    after: {
      ...breakLine(after.line, { ...span, firstEpochDay: epochDay }),
      points: pointsPhrase(after, estimator),
    },
  };
}

function breakLine(
  { slopePerDay, intercept, doublingTimeDays }: TrendLine,
  span: DaySpan,
): Omit<BreakLine, "points"> {
  const growth = doublingTimeDays === undefined ? "no growth" : `×2 in ${formatDays(doublingTimeDays)}`;
  return { slopePerDay, intercept, ...span, growth };
}
