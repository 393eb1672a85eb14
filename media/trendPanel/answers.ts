import { type PanelQuestion, readPanelQuestion } from "../../server/src/panel/panelQuestion.ts";

/** Whether an answer is to the question asked last, rather than to one before it. */
export function isAnswerTo(asked: PanelQuestion, answered: PanelQuestion): boolean {
  // A folder that is gone is answered by another one.
  return asked.folderUri !== answered.folderUri || isSame(asked, answered);
}

function isSame(first: PanelQuestion, second: PanelQuestion): boolean {
  // Reading gives the keys one order and leaves out what says nothing.
  return JSON.stringify(readPanelQuestion(first)) === JSON.stringify(readPanelQuestion(second));
}
