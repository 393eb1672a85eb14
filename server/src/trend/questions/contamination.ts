import type { CollectionAnalysis } from "../collection/analyseCollection.ts";
import type { TrendPoint } from "../collection/trendPoint.ts";

/**
 * Records whose card has no score on a contamination-free benchmark: nothing says that questions seen in
 * training are not part of them.
 */
export function recordsOnPublicTests({
  trend,
  settings,
  modelById,
}: CollectionAnalysis): readonly TrendPoint[] {
  return trend.records.filter(({ id }) => {
    const benchmarks = [...(modelById(id)?.model.scores.keys() ?? [])];
    return !benchmarks.some(
      (benchmark) => settings.benchmarkFacts.get(benchmark)?.isContaminationFree === true,
    );
  });
}
