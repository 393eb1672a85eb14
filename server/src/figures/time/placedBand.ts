import { clipped, type Position, type Rectangle, type Segment, segmentsOf } from "../../scene/geometry.ts";
import type { Scales } from "../axes/scales.ts";
import type { BandStep, FigureBand } from "./band.ts";

/** The band as closed areas within the plot, in pixels. */
export interface PlacedBand {
  readonly overData: readonly Position[];
  readonly beyond: readonly Position[];
  /** Upper and lower edge of each: an outline without the sides where one part meets the other or ends. */
  readonly edges: { readonly overData: readonly Segment[]; readonly beyond: readonly Segment[] };
  /** The last piece of the lower edge: where the band's name stands. */
  readonly lowerEnd: Segment | undefined;
}

/** Puts the band in its place; what lies above or below the plot is cut off. */
export function placeBand({ overData, beyond }: FigureBand, scales: Scales, plot: Rectangle): PlacedBand {
  const lower = [...overData, ...beyond]
    .slice(-2)
    .map((step) => position(step.epochDay, step.low, scales, plot));
  const [from, to] = lower;
  return {
    overData: area(overData, scales, plot),
    beyond: area(beyond, scales, plot),
    edges: { overData: edges(overData, scales, plot), beyond: edges(beyond, scales, plot) },
    lowerEnd: from === undefined || to === undefined ? undefined : { from, to },
  };
}

/** The edges of a band that is drawn without an area: cut at the plot, the lower one last. */
export function placeBandEdges({ overData, beyond }: FigureBand, scales: Scales, plot: Rectangle): Segment[] {
  return edges([...overData, ...beyond], scales, plot);
}

function edges(steps: readonly BandStep[], scales: Scales, plot: Rectangle): Segment[] {
  return ([({ high }) => high, ({ low }) => low] satisfies ((step: BandStep) => number)[]).flatMap((end) =>
    segmentsOf(
      steps.map((step) => ({ x: scales.xOf(step.epochDay), y: scales.yOf(Math.log2(end(step))) })),
    ).flatMap((piece) => clipped(piece, plot) ?? []),
  );
}

/** Along the upper edge and back along the lower one. */
function area(steps: readonly BandStep[], scales: Scales, plot: Rectangle): Position[] {
  return [
    ...steps.map(({ epochDay, high }) => position(epochDay, high, scales, plot)),
    ...steps.map(({ epochDay, low }) => position(epochDay, low, scales, plot)).reverse(),
  ];
}

function position(epochDay: number, density: number, { xOf, yOf }: Scales, plot: Rectangle): Position {
  return { x: xOf(epochDay), y: Math.min(plot.bottom, Math.max(plot.top, yOf(Math.log2(density)))) };
}
