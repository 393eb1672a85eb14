import type { PanelForecastQuestion } from "../../../server/src/panel/forecastQuestion.ts";

/** What a person asks ahead of the data, beside the day that the trend is drawn to. */
export interface AheadChoices {
  /** Whose ability is to be matched; the latest record's when nobody was chosen. */
  readonly modelId: string | undefined;
  /** By so many parameters, in billions; half its own when `undefined`. */
  readonly billions: number | undefined;
  /** To wait, or to train. */
  readonly months: number | undefined;
  /** Whether runs of the reference are drawn together with the models. */
  readonly isReferenceDrawn: boolean;
}

export const firstAheadChoices: AheadChoices = {
  modelId: undefined,
  billions: undefined,
  months: 6,
  isReferenceDrawn: false,
};

/** Reads what was kept over a reload; anything unexpected counts as not said. */
export function readAheadChoices(value: unknown): AheadChoices {
  const { modelId, billions, months, isReferenceDrawn } = (value ?? {}) as Record<string, unknown>;
  return {
    modelId: typeof modelId === "string" ? modelId : undefined,
    billions: typeof billions === "number" ? billions : undefined,
    months: typeof months === "number" ? months : undefined,
    isReferenceDrawn: isReferenceDrawn === true,
  };
}

/**
 * The questions that can be answered.
 * @param modelId the model chosen, or the one that stands for none; `undefined` when there is none
 * @param epochDay the day of the frontier; `undefined` when none is given
 */
export function aheadQuestions(
  { billions, months, isReferenceDrawn }: AheadChoices,
  modelId: string | undefined,
  epochDay: number | undefined,
): PanelForecastQuestion[] {
  const size = billions === undefined ? {} : { parameters: billions * 1e9 };
  return [
    ...(modelId === undefined ? [] : [{ kind: "match" as const, modelId, ...size }]),
    ...(epochDay === undefined ? [] : [{ kind: "frontier" as const, epochDay }]),
    ...(months === undefined ? [] : [{ kind: "wait" as const, months }]),
    ...(isReferenceDrawn ? [{ kind: "reference" as const }] : []),
  ];
}
