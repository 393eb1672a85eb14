import type { AnalysedModel } from "../trend/collection/analyseCollection.ts";
import { compareModels } from "../trend/questions/compareModels.ts";
import { type ComparisonWording, comparisonWording } from "../wording/comparison.ts";
import { type ModelDetails, modelDetails } from "../wording/modelDetails.ts";
import type { PanelSubject } from "./panelSubject.ts";

/** A model in words, as its hover says it; null when the model is gone. */
export function detailsOf(subject: PanelSubject, modelId: string): ModelDetails | null {
  const analysed = modelOf(subject, modelId);
  return analysed === undefined ? null : modelDetails(analysed, subject.context.analysis);
}

/** Two models side by side, as `densing compare` prints it; null when one is gone. */
export function comparisonOf(
  subject: PanelSubject,
  [firstId, secondId]: readonly [string, string],
): ComparisonWording | null {
  const { analysis } = subject.context;
  const [first, second] = [modelOf(subject, firstId), modelOf(subject, secondId)];
  if (first === undefined || second === undefined) return null;
  return comparisonWording(compareModels(first, second, analysis), analysis.settings);
}

function modelOf({ context: { analysis } }: PanelSubject, modelId: string): AnalysedModel | undefined {
  return analysis.modelById(modelId);
}
