import type { ForecastQuestion } from "../trend/questions/forecastAnswers.ts";

/** What the panel asks ahead of the data, or of what the reference is worth. Plain data: it is sent. */
export type PanelForecastQuestion =
  | ForecastQuestion<{ readonly modelId: string }>
  | { readonly kind: "reference" };

/** The longest wait that is asked about. */
export const mostMonths = 240;

/** Reads what a page asks; what is no question is left out. */
export function readForecastQuestions(value: unknown): PanelForecastQuestion[] {
  return Array.isArray(value) ? value.flatMap(readForecastQuestion) : [];
}

function readForecastQuestion(value: unknown): PanelForecastQuestion[] {
  if (typeof value !== "object" || value === null) return [];
  const { kind, modelId, parameters, epochDay, months } = value as Record<string, unknown>;
  if (kind === "match" && typeof modelId === "string")
    return [{ kind, modelId, ...(isPositive(parameters) && { parameters }) }];
  if (kind === "frontier" && typeof epochDay === "number" && Number.isSafeInteger(epochDay))
    return [{ kind, epochDay }];
  if (kind === "wait" && isPositive(months) && months <= mostMonths) return [{ kind, months }];
  return kind === "reference" ? [{ kind }] : [];
}

function isPositive(value: unknown): value is number {
  return typeof value === "number" && value > 0 && Number.isFinite(value);
}
