import type { ChartDataset, ScatterDataPoint } from "chart.js";
import { exponentOn, type FigureLine } from "../../../server/src/trend/figure/figureLine.ts";
import type { FigurePoint, TrendFigure } from "../../../server/src/trend/figure/figureModel.ts";
import type { FigureLayout } from "../../../server/src/trend/figure/layout.ts";
import { cssColour, faded, parseColour } from "../theme/colour.ts";
import { paledPalette } from "../theme/paledPalette.ts";
import type { Palette } from "../theme/palette.ts";

const fitWidth = 2;
const paperWidth = 1.4;
const dashes = [5, 4];
const rimWidth = 1.2;
const outlineWidth = 1.15;

/** Datasets from the topmost to the lowest: Chart.js draws the last one first. */
export interface FigureDatasets {
  readonly datasets: ChartDataset<"line" | "marks">[];
  /** Place of the line drawn last; names go between it and the marks. */
  readonly topLine: number;
}

/** Which models a person wants to see, and which of them step back for others. */
export interface ShownModels {
  readonly isShown: (familyName: string) => boolean;
  readonly isPaled: (modelId: string) => boolean;
}

/** Marks that look alike. */
interface MarkGroup {
  readonly points: FigurePoint[];
  readonly radius: number;
  readonly isPaled: boolean;
}

/** What Chart.js draws: lines below, hollow marks above them, records on top. */
export function figureDatasets(
  { fit, paper }: TrendFigure,
  { points, ...placed }: FigureLayout,
  palette: Palette,
  { isShown, isPaled }: ShownModels,
): FigureDatasets {
  const marks = new Map<string, MarkGroup>();
  for (const { point, radius } of points) {
    if (!isShown(point.family.name)) continue;
    const isSteppingBack = isPaled(point.id);
    const key = `${isSteppingBack} ${point.isRecord} ${point.family.name}`;
    const group = marks.get(key);
    if (group === undefined) marks.set(key, { points: [point], radius, isPaled: isSteppingBack });
    else group.points.push(point);
  }
  // Drawing order has the records last, so here they come first; marks that step back lie lowest.
  const groups = [...marks.values()].reverse();
  const paled = paledPalette(palette);
  const markDatasets = [
    ...groups.filter((group) => !group.isPaled).map((group) => markDataset(group, palette)),
    ...groups.filter((group) => group.isPaled).map((group) => markDataset(group, paled)),
  ];
  return {
    datasets: [
      ...markDatasets,
      lineDataset(fit?.dashed, { borderColor: palette.strong, borderWidth: fitWidth, borderDash: dashes }),
      lineDataset(fit?.solid, { borderColor: palette.strong, borderWidth: fitWidth }),
      lineDataset(paper?.kind === "separate" && placed.paper !== undefined ? paper.line : undefined, {
        borderColor: palette.quiet,
        borderWidth: paperWidth,
      }),
    ],
    topLine: markDatasets.length,
  };
}

/** A hollow mark's colour. */
export function hollowColour(colour: string, { hollowOpacity }: Palette): string {
  const parsed = parseColour(colour);
  return parsed === undefined ? colour : cssColour(faded(parsed, hollowOpacity));
}

/** One family, either its records or its other models. */
function markDataset({ points, radius }: MarkGroup, palette: Palette): ChartDataset<"marks"> {
  const data = points.map(({ releaseDate, density }) => ({ x: releaseDate.epochDay, y: Math.log2(density) }));
  const { family, isRecord } = points[0] ?? {};
  const { shape, hue } = family?.mark ?? ({ shape: "circle", hue: "foreground" } as const);
  const look = isRecord
    ? { radius, fillColour: palette[hue], lineColour: palette.ground, lineWidth: rimWidth }
    : {
        // The outline of a hollow mark lies inside its size, the rim of a record around it.
        radius: radius - outlineWidth / 4,
        fillColour: "transparent",
        lineColour: hollowColour(palette[hue], palette),
        lineWidth: outlineWidth,
      };
  return { type: "marks", data, shape, clip: false, ...look };
}

function lineDataset(
  line: FigureLine | undefined,
  look: { readonly borderColor: string; readonly borderWidth: number; readonly borderDash?: number[] },
): ChartDataset<"line"> {
  const data: ScatterDataPoint[] =
    line === undefined || line.lastEpochDay <= line.firstEpochDay
      ? []
      : [line.firstEpochDay, line.lastEpochDay].map((day) => ({ x: day, y: exponentOn(line, day) }));
  return { type: "line", data, pointRadius: 0, clip: 0, ...look };
}
