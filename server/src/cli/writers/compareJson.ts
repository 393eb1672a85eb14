import { headerBlock, jsonText, orNull, type ReportContext } from "../../report/jsonContract.ts";
import type { AnalysedModel } from "../../trend/collection/analyseCollection.ts";
import type { Claim } from "../../trend/questions/claims.ts";
import type { ModelComparison } from "../../trend/questions/compareModels.ts";
import { modelBlock } from "./reportJson.ts";

/** `densing compare --format json`, as schemas/report.schema.json says. */
export function compareJson(comparison: ModelComparison, context: ReportContext): string {
  const block = (analysed: AnalysedModel) => modelBlock(analysed, context);
  const { expectation } = comparison;
  return jsonText({
    ...headerBlock(context),
    first: block(comparison.first),
    second: block(comparison.second),
    parameterRatio: orNull(comparison.parameterRatio),
    effectiveRatio: orNull(comparison.effectiveRatio),
    densityRatio: orNull(comparison.densityRatio),
    densityRatioInterval:
      comparison.densityRatioInterval?.isWithinError === undefined
        ? null
        : [orNull(comparison.densityRatioInterval.low), orNull(comparison.densityRatioInterval.high)],
    densityRatioUnderOtherMinima: comparison.densityRatioUnderOtherMinima.map(orNull),
    densityRatioUnderOtherTokens: comparison.densityRatioUnderOtherTokens.map(({ tokens, ratio }) => ({
      d0: tokens,
      ratio: orNull(ratio),
    })),
    daysBetween: orNull(comparison.daysBetween),
    expectation: orNull(expectation),
    claims: comparison.claims.map(claimBlock),
  });
}

function claimBlock({ benchmark, first, second, differencePoints, noisePoints, pValue, verdict }: Claim) {
  return {
    benchmark,
    first: first.percent,
    second: second.percent,
    differencePoints,
    noisePoints: orNull(noisePoints),
    pValue: orNull(pValue),
    verdict: verdict.kind,
    mismatches:
      verdict.kind === "not-comparable"
        ? verdict.mismatches.map((mismatch) => ({
            property: mismatch.property,
            first: orNull(mismatch.first),
            second: orNull(mismatch.second),
          }))
        : [],
  };
}
