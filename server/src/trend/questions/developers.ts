import type { TrendPoint } from "../collection/trendPoint.ts";

/** Who released members of a trend. */
export interface Developer {
  readonly organization: string;
  /** Names of its members, in date order. */
  readonly models: readonly string[];
}

/** The developers of a trend's members: those with most models first, then by name. */
export function developers(points: readonly TrendPoint[]): Developer[] {
  const models = new Map<string, string[]>();
  for (const { organization, name } of points)
    if (organization !== undefined) models.set(organization, [...(models.get(organization) ?? []), name]);
  return [...models]
    .map(([organization, names]) => ({ organization, models: names }))
    .sort(
      (one, other) =>
        other.models.length - one.models.length || (one.organization < other.organization ? -1 : 1),
    );
}
