import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import type { Trend } from "../fit/fitTrend.ts";
import { trendOfMembers } from "./trendOfMembers.ts";

/** The trend that is left without the models of one developer. */
export interface WithoutDeveloper {
  readonly organization: string;
  /** How many members of the trend it released. */
  readonly models: number;
  readonly trend: Trend;
}

/** Leaves one developer out after another: those with most models first, then by name. */
export function withoutDevelopers(analysis: CollectionAnalysis): WithoutDeveloper[] {
  const counts = new Map<string, number>();
  for (const { organization } of analysis.trend.points)
    if (organization !== undefined) counts.set(organization, (counts.get(organization) ?? 0) + 1);
  return [...counts]
    .sort(([one, models], [other, otherModels]) => otherModels - models || (one < other ? -1 : 1))
    .map(([organization, models]) => ({
      organization,
      models,
      trend: trendOfMembers(analysis, ({ model }) => model.organization !== organization),
    }));
}
