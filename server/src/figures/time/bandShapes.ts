import type { ShadedArea, Strokes } from "../../scene/drawing.ts";
import { clipped, type Position, type Rectangle, type Segment, segmentsOf } from "../../scene/geometry.ts";
import { predictionLook } from "../../scene/lineLooks.ts";
import type { Scales } from "../axes/scales.ts";
import type { BandStep, FigureBand } from "./band.ts";

/** The band over the data, and half as strong beyond them; what lies above or below the plot is cut off. */
export function bandAreas({ overData, beyond }: FigureBand, scales: Scales, plot: Rectangle): ShadedArea[] {
  const areaOf = (steps: readonly BandStep[], strength: ShadedArea["strength"]): ShadedArea => ({
    kind: "area",
    corners: corners(steps, scales, plot),
    strength,
    // Without the sides where one part meets the other or ends.
    edges: edges(steps, scales, plot),
  });
  return [areaOf(overData, "band"), areaOf(beyond, "half-band")];
}

/** The edges of a band that is drawn without an area: cut at the plot, the lower one last. */
export function predictionEdges({ overData, beyond }: FigureBand, scales: Scales, plot: Rectangle): Strokes {
  const segments = edges([...overData, ...beyond], scales, plot);
  return { kind: "strokes", segments, paint: "foreground", ...predictionLook };
}

/** The last piece of a band's lower edge: where its name stands. */
export function lowerEnd(
  { overData, beyond }: FigureBand,
  scales: Scales,
  plot: Rectangle,
): Segment | undefined {
  const [from, to] = [...overData, ...beyond]
    .slice(-2)
    .map((step) => position(step.epochDay, step.low, scales, plot));
  return from === undefined || to === undefined ? undefined : { from, to };
}

function edges(steps: readonly BandStep[], scales: Scales, plot: Rectangle): Segment[] {
  return ([({ high }) => high, ({ low }) => low] satisfies ((step: BandStep) => number)[]).flatMap((end) =>
    segmentsOf(
      steps.map((step) => ({ x: scales.xOf(step.epochDay), y: scales.yOf(Math.log2(end(step))) })),
    ).flatMap((piece) => clipped(piece, plot) ?? []),
  );
}

/** Along the upper edge and back along the lower one. */
function corners(steps: readonly BandStep[], scales: Scales, plot: Rectangle): Position[] {
  return [
    ...steps.map(({ epochDay, high }) => position(epochDay, high, scales, plot)),
    ...steps.map(({ epochDay, low }) => position(epochDay, low, scales, plot)).reverse(),
  ];
}

function position(epochDay: number, density: number, { xOf, yOf }: Scales, plot: Rectangle): Position {
  return { x: xOf(epochDay), y: Math.min(plot.bottom, Math.max(plot.top, yOf(Math.log2(density)))) };
}
