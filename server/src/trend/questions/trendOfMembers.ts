import type { AnalysedModel, CollectionAnalysis } from "../collection/analyseCollection.ts";
import { fitTrend, type Trend } from "../fit/fitTrend.ts";

/** The trend of those members of a collection's trend that pass, by the same estimator and settings. */
export function trendOfMembers(
  { trend, settings, modelById }: CollectionAnalysis,
  passes: (member: AnalysedModel) => boolean,
): Trend {
  const points = trend.points.filter(({ id }) => {
    const member = modelById(id);
    return member !== undefined && passes(member);
  });
  return fitTrend(points, settings.estimator, settings);
}
