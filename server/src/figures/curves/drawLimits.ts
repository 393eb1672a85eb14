import type { DrawnText, Paint, StrokedLine } from "../../scene/drawing.ts";
import {
  crosses,
  isWithin,
  type Position,
  type Rectangle,
  type Segment,
  segmentsOf,
} from "../../scene/geometry.ts";
import { type Grid, obstacleGrid } from "../../scene/grid.ts";
import { plotDetailFont } from "../../scene/plots/plotTitle.ts";
import { haloedText, straightLine } from "../../scene/shapes.ts";
import { placeLevelName } from "../../scene/text/fixedText.ts";
import { ascent, type MeasureText, type PlacedText, placeText } from "../../scene/text/text.ts";
import { formatDecimal, formatParameterLimit } from "../../text/numbers.ts";
import type { CurveScales } from "./curveScales.ts";
import type { CurvePlot } from "./curvesFigureData.ts";

/** What names within a plot keep clear of. */
interface Surroundings {
  readonly curve: readonly (readonly Position[])[];
  readonly marks: readonly Rectangle[];
}

/** A line across the plot with what it is called. */
interface Level {
  readonly line: StrokedLine;
  readonly y: number;
  readonly text: string;
}

/** A line up through the plot with what it is called. */
interface Upright {
  readonly line: StrokedLine;
  readonly x: number;
  readonly text: string;
}

/** Where the reference's own data end, in effective parameters. */
interface DataEnds {
  readonly parameters: readonly number[];
  /** Said once in a figure of several plots. */
  readonly areNamed: boolean;
}

interface DrawnLimits {
  readonly lines: readonly StrokedLine[];
  readonly names: readonly DrawnText[];
  /** The curve and the limits in straight pieces: what further names keep clear of. */
  readonly segments: readonly Segment[];
}

const dots = [1.5, 3];
const dashes = [3, 3];
/** A level this close to an end of the plot, in pixels, is that end to the eye. */
const leastDistance = 3;
const gap = 5;
const slideStep = 8;

/**
 * Floor, chance and the end of validity as level lines, the ends of the reference's data as upright
 * ones; each named where its name covers no mark and no line.
 */
export function drawLimits(
  plot: CurvePlot,
  dataEnds: DataEnds,
  area: Rectangle,
  scales: CurveScales,
  { curve, marks }: Surroundings,
  measureText: MeasureText,
): DrawnLimits {
  const levels = levelsOf(plot, area, scales);
  const uprights = dataEnds.parameters.map((parameters) => uprightAt(parameters, area, scales));
  const drawn = [...levels, ...uprights].map(({ line }) => line);
  const segments = [...curve, ...drawn.map(({ through }) => through)].flatMap(segmentsOf);
  const texts: PlacedText[] = [];
  const scene = () => ({
    plot: area,
    marks: obstacleGrid([...marks, ...texts.map(({ box }) => box)]),
    lines: segments,
  });
  if (dataEnds.areNamed) {
    for (const { x, text } of uprights) {
      const name = placeUprightName(text, x, scene(), measureText);
      if (name !== undefined) texts.push(name);
    }
  }
  for (const { y, text } of levels) {
    const name = placeLevelName(text, y, scene(), measureText);
    if (name !== undefined) texts.push(name);
  }
  return {
    lines: drawn,
    names: texts.map(haloedText),
    segments,
  };
}

function uprightAt(parameters: number, { top, bottom }: Rectangle, { at }: CurveScales): Upright {
  const { x } = at(parameters, 0);
  const line = { ...straightLine({ x, y: top }, { x, y: bottom }, "axis"), dashes };
  return { x, text: formatParameterLimit(parameters), line };
}

function levelsOf(
  { floorPercent, chancePercent, validUpTo }: CurvePlot,
  area: Rectangle,
  { yOf }: CurveScales,
): Level[] {
  const level = (percent: number, name: string, paint: Paint): Level => {
    const y = yOf(percent);
    const text = `${name} ${formatDecimal(percent, Number.isInteger(percent) ? 0 : 1)}`;
    return { y, text, line: straightLine({ x: area.left, y }, { x: area.right, y }, paint) };
  };
  const dotted = (percent: number, name: string): Level => {
    const { line, ...rest } = level(percent, name, "quiet");
    return { ...rest, line: { ...line, dashes: dots } };
  };
  return [
    dotted(floorPercent, "floor"),
    ...(chancePercent === undefined ? [] : [level(chancePercent, "chance", "axis")]),
    dotted(validUpTo, "valid to"),
  ].filter(({ y }) => y > area.top + leastDistance && y < area.bottom - leastDistance);
}

/** Beside the upright line, from the top: at its left or at its right, where there is room. */
function placeUprightName(
  text: string,
  x: number,
  {
    plot,
    marks,
    lines,
  }: { readonly plot: Rectangle; readonly marks: Grid<Rectangle>; readonly lines: readonly Segment[] },
  measureText: MeasureText,
): PlacedText | undefined {
  const line = { text, font: plotDetailFont, tone: "quiet" } as const;
  for (let top = plot.top + gap; top < plot.bottom; top += slideStep) {
    const baseline = top + ascent * plotDetailFont.size;
    const sides = [
      placeText({ ...line, x: x - gap, baseline, anchor: "end" }, measureText),
      placeText({ ...line, x: x + gap, baseline, anchor: "start" }, measureText),
    ];
    const free = sides.find(
      ({ box }) => isWithin(box, plot) && !marks.isBlocked(box) && !lines.some((each) => crosses(each, box)),
    );
    if (free !== undefined) return free;
  }
  return undefined;
}
