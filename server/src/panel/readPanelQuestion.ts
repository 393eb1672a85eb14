import { readMethodChoices } from "../method/methodChoices.ts";
import { keptQuestion, type PanelQuestion } from "./panelQuestion.ts";

/** Reads what a page or an earlier session asks, every choice by the register. */
export function readPanelQuestion(value: unknown): PanelQuestion {
  return keptQuestion(value, readMethodChoices);
}
