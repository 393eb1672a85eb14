import { type DensityRatio, densityRatio } from "../../density/densityRatio.ts";
import { referenceSensitivity } from "../../density/referenceSensitivity.ts";
import type { AnalysedModel, CollectionAnalysis } from "../collection/analyseCollection.ts";
import { type Claim, claimsOf } from "./claims.ts";
import { paperDoublingTimeDays } from "./paper.ts";

/** What the law expects of two models released so many days apart. */
export interface Expectation {
  readonly doublingTimeDays: number;
  /** Whose doubling time it is; the paper's where the collection gives none. */
  readonly source: "collection" | "paper";
  /** Density of the first over that of the second, were both on the trend. */
  readonly densityRatio: number;
}

/** Two models side by side. Every ratio is the first over the second. */
export interface ModelComparison {
  readonly first: AnalysedModel;
  readonly second: AnalysedModel;
  readonly parameterRatio: number | undefined;
  readonly effectiveRatio: number | undefined;
  readonly densityRatio: number | undefined;
  /** The ratio of densities with its interval; `undefined` without both densities. */
  readonly densityRatioInterval: DensityRatio | undefined;
  /** The same under each other minimum of the reference's loss law. */
  readonly densityRatioUnderOtherMinima: readonly (number | undefined)[];
  /** The same with other training sizes D0 of the reference model. */
  readonly densityRatioUnderOtherTokens: readonly {
    readonly tokens: number;
    readonly ratio: number | undefined;
  }[];
  /** Positive when the first was released later. */
  readonly daysBetween: number | undefined;
  readonly expectation: Expectation | undefined;
  readonly claims: readonly Claim[];
}

/** Lays two models of a collection side by side, with what the doubling trend would expect of them. */
export function compareModels(
  first: AnalysedModel,
  second: AnalysedModel,
  analysis: CollectionAnalysis,
): ModelComparison {
  const [one, other] = [first.density.result, second.density.result];
  const bothHaveDensity = one.kind === "density" && other.kind === "density";
  const [firstDay, secondDay] = [first.model.releaseDate?.epochDay, second.model.releaseDate?.epochDay];
  const daysBetween = firstDay === undefined || secondDay === undefined ? undefined : firstDay - secondDay;
  const [firstUnder, secondUnder] = [first, second].map(({ density }) =>
    referenceSensitivity(density, analysis.settings),
  );
  return {
    first,
    second,
    parameterRatio: ratio(first.density.actualSize?.parameters, second.density.actualSize?.parameters),
    effectiveRatio: bothHaveDensity ? one.effectiveParameters / other.effectiveParameters : undefined,
    densityRatio: bothHaveDensity ? one.density / other.density : undefined,
    densityRatioInterval: densityRatio(first.density, second.density, analysis.settings),
    densityRatioUnderOtherMinima: (firstUnder?.otherMinima ?? []).map((density, place) =>
      ratio(density, secondUnder?.otherMinima[place]),
    ),
    densityRatioUnderOtherTokens: (firstUnder?.otherTokens ?? []).map(({ tokens, density }, place) => ({
      tokens,
      ratio: ratio(density, secondUnder?.otherTokens[place]?.density),
    })),
    daysBetween,
    expectation: daysBetween === undefined ? undefined : expect(daysBetween, analysis),
    claims: claimsOf(first.model, second.model, analysis.settings),
  };
}

function ratio(first: number | undefined, second: number | undefined): number | undefined {
  return first === undefined || second === undefined ? undefined : first / second;
}

function expect(daysBetween: number, { trend }: CollectionAnalysis): Expectation {
  const own = trend.verdict === "doubling" ? trend.line?.doublingTimeDays : undefined;
  const doublingTimeDays = own ?? paperDoublingTimeDays;
  return {
    doublingTimeDays,
    source: own === undefined ? "paper" : "collection",
    densityRatio: 2 ** (daysBetween / doublingTimeDays),
  };
}
