import { firstQuestion, readPanelQuestion } from "../../server/src/panel/panelQuestion.ts";
import type { PanelData, PanelQuestion } from "../../server/src/protocol.ts";

/** What is asked otherwise than before; `undefined` where nothing is asked any more. */
export type QuestionChange = { readonly [Key in keyof PanelQuestion]?: PanelQuestion[Key] | undefined };

/** What the page asked the host last, and whether the answer is still on its way. */
export class Conversation {
  readonly #post: (question: PanelQuestion) => void;
  #question: PanelQuestion = firstQuestion;
  #isAwaiting = false;

  constructor(post: (question: PanelQuestion) => void) {
    this.#post = post;
  }

  get question(): PanelQuestion {
    return this.#question;
  }

  get isAwaiting(): boolean {
    return this.#isAwaiting;
  }

  /** Goes on from what was asked before a reload. */
  restore(question: PanelQuestion): void {
    this.#question = question;
  }

  /** Reading drops what is taken back by `undefined`. */
  ask(change: QuestionChange): void {
    this.#question = readPanelQuestion({ ...this.#question, ...change });
    this.#isAwaiting = true;
    this.#post(this.#question);
  }

  /** An answer to an older question is shown, but takes nothing back that was asked since. */
  hear({ question }: PanelData): void {
    if (this.#isAwaiting && !isAnswerTo(this.#question, question)) return;
    this.#question = question;
    this.#isAwaiting = false;
  }
}

function isAnswerTo(asked: PanelQuestion, answered: PanelQuestion): boolean {
  // A folder that is gone is answered by another one.
  if (asked.folderUri !== answered.folderUri) return true;
  // Reading gives the keys one order and leaves out what says nothing.
  return JSON.stringify(readPanelQuestion(asked)) === JSON.stringify(readPanelQuestion(answered));
}
