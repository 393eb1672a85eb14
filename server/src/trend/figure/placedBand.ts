import type { BandStep, FigureBand } from "./band.ts";
import type { Position, Rectangle, Segment } from "./geometry.ts";
import type { Scales } from "./scales.ts";

/** The band as closed areas within the plot, in pixels. */
export interface PlacedBand {
  readonly overData: readonly Position[];
  readonly beyond: readonly Position[];
  /** The last piece of the lower edge: where the band's name stands. */
  readonly lowerEnd: Segment | undefined;
}

/** Puts the band in its place; what lies above or below the plot is cut off. */
export function placeBand({ overData, beyond }: FigureBand, scales: Scales, plot: Rectangle): PlacedBand {
  const lower = beyond.slice(-2).map((step) => position(step.epochDay, step.low, scales, plot));
  const [from, to] = lower;
  return {
    overData: area(overData, scales, plot),
    beyond: area(beyond, scales, plot),
    lowerEnd: from === undefined || to === undefined ? undefined : { from, to },
  };
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
