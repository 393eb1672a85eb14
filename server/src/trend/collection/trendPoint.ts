/** Day zero of every trend: the release of Llama-1, 24 February 2023, as in the paper. */
export const originEpochDay = 19_412;

/** One model in a trend. */
export interface TrendPoint {
  readonly id: string;
  readonly name: string;
  readonly epochDay: number;
  readonly density: number;
  /** The training run that the model is a checkpoint of, or its own name; absent: a run of its own. */
  readonly run?: string | undefined;
  readonly family?: string | undefined;
  readonly organization?: string | undefined;
}

/** The coordinates every fit uses: days since the origin, natural logarithm of density. */
export function fitCoordinates({ epochDay, density }: TrendPoint): { x: number; y: number } {
  return { x: epochDay - originEpochDay, y: Math.log(density) };
}

/** The training run of a point. */
export function runOf({ id, run }: TrendPoint): string {
  return run ?? id;
}

/**
 * What a point shares its errors with: its family, else what its organisation released that day, else its
 * run. Of the residual variance of models, most is common to those of one family and date.
 */
export function clusterOf(point: TrendPoint): string {
  const { family, organization, epochDay } = point;
  if (family !== undefined) return `family ${family}`;
  return organization === undefined ? `run ${runOf(point)}` : `day ${epochDay} ${organization}`;
}

/** Date order; the denser first on one day; then by name, so that ties have one outcome. */
export function compareTrendPoints(first: TrendPoint, second: TrendPoint): number {
  return (
    first.epochDay - second.epochDay ||
    second.density - first.density ||
    compareText(first.name, second.name) ||
    compareText(first.id, second.id)
  );
}

/** Order by code unit: the same on every machine, whatever its locale. */
function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
