/** How lines are drawn that page and picture have in common. Pixels; dashes are strokes and gaps in turn. */
export interface LineLook {
  readonly width: number;
  readonly dashes: readonly number[];
}

/** Growth on one side of a break: neither whole, as the fit, nor dashed, as what lies beyond the data. */
export const breakLook: LineLook = { width: 1.4, dashes: [8, 3, 1.5, 3] };

/** Edges of the prediction band. */
export const predictionLook: LineLook = { width: 1, dashes: [2, 2] };

/** Edges of the confidence band where nothing may be translucent: whole over the data, dotted beyond. */
export const bandEdgeLooks = {
  overData: { width: 1, dashes: [] },
  beyond: { width: 1, dashes: [1, 3] },
} as const satisfies Record<string, LineLook>;

/** The vertical line of a day. */
export const dayDashes: readonly number[] = [3, 2];
