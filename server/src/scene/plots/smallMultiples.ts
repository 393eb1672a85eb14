import type { Rectangle } from "../geometry.ts";

/** Room around each plot of a grid, in pixels. */
export interface PlotFrame {
  /** Above the plot: its title. */
  readonly top: number;
  /** Left of the plot: labels of its upright axis. */
  readonly left: number;
  /** Below the plot: labels of its level axis. */
  readonly bottom: number;
}

/** One plot of a grid. */
export interface PlotPlace {
  /** With title and labels. */
  readonly cell: Rectangle;
  readonly plot: Rectangle;
}

const columnGap = 16;
const rowGap = 8;
const leastPlotWidth = 88;
const leastPlotHeight = 32;
/** A plot higher than its width over this is no easier to read. */
const widthOverHeight = 1.5;

/**
 * A grid of equal plots, in the number of columns that makes them largest.
 * @returns one place for each plot that has room, at least one: fewer than `count` when the area is small
 */
export function placePlots(count: number, area: Rectangle, frame: PlotFrame): PlotPlace[] {
  const grids = Array.from({ length: Math.max(1, count) }, (_, place) =>
    gridOf(place + 1, Math.ceil(count / (place + 1)), area, frame),
  );
  const readable = grids.filter(isReadable);
  const best =
    readable.length > 0
      ? readable.reduce((first, second) => (worth(second) > worth(first) ? second : first))
      : fullestGrid(area, frame);
  return placesOf(best, area, frame).slice(0, count);
}

/** Plots of one size in columns and rows. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly plotWidth: number;
  readonly plotHeight: number;
}

function gridOf(columns: number, rows: number, area: Rectangle, frame: PlotFrame): Grid {
  const width = (area.right - area.left - (columns - 1) * columnGap) / columns;
  const height = (area.bottom - area.top - (rows - 1) * rowGap) / rows;
  return { columns, rows, plotWidth: width - frame.left, plotHeight: height - frame.top - frame.bottom };
}

function isReadable({ plotWidth, plotHeight }: Grid): boolean {
  return plotWidth >= leastPlotWidth && plotHeight >= leastPlotHeight;
}

function worth({ plotWidth, plotHeight }: Grid): number {
  return Math.min(plotWidth, widthOverHeight * plotHeight);
}

/** As many plots of the least size as there is room for. */
function fullestGrid(area: Rectangle, frame: PlotFrame): Grid {
  const fitting = (room: number, least: number, gap: number) =>
    Math.max(1, Math.floor((room + gap) / (least + gap)));
  const columns = fitting(area.right - area.left, leastPlotWidth + frame.left, columnGap);
  const rows = fitting(area.bottom - area.top, leastPlotHeight + frame.top + frame.bottom, rowGap);
  return gridOf(columns, rows, area, frame);
}

function placesOf(
  { columns, rows, plotWidth, plotHeight }: Grid,
  area: Rectangle,
  frame: PlotFrame,
): PlotPlace[] {
  const cellWidth = plotWidth + frame.left;
  const cellHeight = plotHeight + frame.top + frame.bottom;
  return Array.from({ length: columns * rows }, (_, place) => {
    const left = area.left + (place % columns) * (cellWidth + columnGap);
    const top = area.top + Math.floor(place / columns) * (cellHeight + rowGap);
    return {
      cell: { left, top, right: left + cellWidth, bottom: top + cellHeight },
      plot: {
        left: left + frame.left,
        top: top + frame.top,
        right: left + cellWidth,
        bottom: top + frame.top + plotHeight,
      },
    };
  });
}
