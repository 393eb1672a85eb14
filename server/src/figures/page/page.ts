import type { Assumptions } from "../../method/assumptions.ts";
import { type FigureSize, narrowBelow, sidePadding } from "../../scene/plots/figureSize.ts";
import { element, type Markup } from "../../scene/svg/element.ts";
import { estimateTextWidth } from "../../scene/svg/textWidth.ts";
import { type Theme, type ThemeName, themes } from "../../scene/theme.ts";
import type { EmptyFigure } from "../emptyFigure.ts";
import type { FigureWords } from "../figureWords.ts";
import { drawEmptyState } from "./emptyState.ts";
import { drawHeading } from "./heading.ts";
import { drawLegend } from "./legend.ts";
import { stripOf } from "./strip.ts";

export interface PictureOptions {
  /** Pixels; at least 320. */
  readonly width: number;
  /** Pixels; the picture is higher when its text needs it. */
  readonly height: number;
  readonly theme: ThemeName;
}

/** The size of the trend panel in the design. */
export const defaultPicture: PictureOptions = { width: 900, height: 640, theme: "light" };

/** What every picture says around its body, and to people who do not see it. */
export interface PictureWords {
  readonly title: string;
  readonly description: string;
  readonly assumptions: Assumptions;
  readonly notes: readonly string[];
}

export interface Page {
  readonly pageWidth: number;
  readonly left: number;
  /** Without the padding at both sides. */
  readonly width: number;
  readonly isNarrow: boolean;
}

/** What stands above the strip; it is drawn once its height is known. */
export interface Body {
  readonly leastHeight: number;
  draw(height: number): Markup[];
}

const leastWidth = 320;
const leastFigureHeight = 240;
const paddingTop = 16;
const gapBelowHeading = 4;
const fontFamily =
  "Inter, 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Helvetica, Arial, 'Noto Sans', sans-serif";
/** Contextual alternates would turn "8x7B" into "8×7B". */
const fontStyle = "font-feature-settings: 'calt' 0; font-variant-ligatures: none";

/**
 * A picture that stands alone: a body with the assumptions and the source below it. No script and no
 * reference to anything outside; same input, same bytes.
 */
export function drawPage(
  { title, description, assumptions, notes }: PictureWords,
  bodyOf: (page: Page, theme: Theme) => Body,
  options: PictureOptions,
): string {
  const theme = themes[options.theme];
  const width = Math.max(leastWidth, options.width);
  const page = pageOf(width);
  const strip = stripOf(assumptions, notes, page, estimateTextWidth, theme);
  const body = bodyOf(page, theme);
  const stripTop = Math.max(options.height - strip.height, body.leastHeight);
  const height = stripTop + strip.height;
  const border = element("path", { d: `M0,${stripTop + 0.5}H${width}`, stroke: theme.border });
  const picture = element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "font-family": fontFamily,
      style: fontStyle,
    },
    element("title", {}, title),
    element("desc", {}, description),
    element("rect", { width, height, fill: theme.ground }),
    ...body.draw(stripTop),
    border,
    ...strip.draw(stripTop),
  );
  return `${picture.markup}\n`;
}

function pageOf(pageWidth: number): Page {
  const left = sidePadding(pageWidth);
  return { pageWidth, left, width: pageWidth - 2 * left, isNarrow: pageWidth < narrowBelow };
}

/** What a collection without anything to draw lacks. */
export function emptyBody({ wording }: EmptyFigure, page: Page, theme: Theme): Body {
  return {
    leastHeight: leastFigureHeight,
    draw: (height) => drawEmptyState(wording, { ...page, height }, estimateTextWidth, theme),
  };
}

/** The finding and what it rests on, the legend, and below them a plot that takes all the room left. */
export function figureBody(
  { wording, keys, families }: Pick<FigureWords, "wording" | "keys" | "families">,
  drawPlot: (size: FigureSize) => readonly Markup[],
  page: Page,
  theme: Theme,
): Body {
  const { verdict, grounds, briefGrounds } = wording;
  const words = { verdict, grounds: page.isNarrow ? briefGrounds : grounds };
  const heading = drawHeading(words, { ...page, top: paddingTop }, estimateTextWidth, theme);
  const legendTop = paddingTop + heading.height + gapBelowHeading;
  const legend = drawLegend(
    { keys, families },
    { ...page, top: legendTop, withCounts: !page.isNarrow },
    estimateTextWidth,
    theme,
  );
  const figureTop = legendTop + legend.height + gapBelowHeading;
  return {
    leastHeight: figureTop + leastFigureHeight,
    draw: (height) => [
      ...heading.drawing,
      legend.drawing,
      element(
        "g",
        { transform: `translate(0 ${figureTop})` },
        ...drawPlot({
          width: page.pageWidth,
          height: height - figureTop,
          measureText: estimateTextWidth,
        }),
      ),
    ],
  };
}
