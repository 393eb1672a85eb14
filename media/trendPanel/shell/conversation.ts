import { firstQuestion, keptQuestion, type PanelView } from "../../../server/src/panel/panelQuestion.ts";
import type { PageMessage, PanelData, PanelQuestion } from "../../../server/src/protocol.ts";

/** What is asked otherwise than before; `undefined` where nothing is asked any more. */
export type QuestionChange = { readonly [Key in keyof PanelQuestion]?: PanelQuestion[Key] | undefined };

/** What the page asked the host last, and whether the answer is still on its way. */
export class Conversation {
  readonly #post: (message: PageMessage) => void;
  #question: PanelQuestion = firstQuestion;
  #isAwaiting = false;
  /** A folder that was chosen and is not on the screen yet. */
  #awaitedFolder: string | undefined;

  constructor(post: (message: PageMessage) => void) {
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

  /** Another collection, with the choices that the host remembers of it. */
  chooseFolder(folderUri: string): void {
    this.#awaitedFolder = folderUri;
    this.#post({ type: "chooseFolder", folderUri, view: this.#question.view });
  }

  /** Another view, of the folder that was chosen last. */
  show(view: PanelView): void {
    const folderUri = this.#awaitedFolder;
    if (folderUri === undefined) this.ask({ view });
    else {
      this.#question = { ...this.#question, view };
      this.chooseFolder(folderUri);
    }
  }

  /**
   * Reading drops what is taken back by `undefined`. While another folder is on its way nothing is asked of
   * the one that goes.
   */
  ask(change: QuestionChange): void {
    if (this.#awaitedFolder !== undefined) return;
    this.#question = keptQuestion({ ...this.#question, ...change });
    this.#isAwaiting = true;
    this.#post({ type: "ask", question: this.#question });
  }

  /** An answer to an older question is shown, but takes nothing back that was asked since. */
  onAnswer({ question, folders }: PanelData): void {
    const awaited = this.#awaitedFolder;
    if (awaited !== undefined && question.folderUri !== awaited && folders.some(({ uri }) => uri === awaited))
      return;
    this.#awaitedFolder = undefined;
    if (this.#isAwaiting && !isAnswerTo(this.#question, question)) return;
    this.#question = question;
    this.#isAwaiting = false;
  }
}

function isAnswerTo(asked: PanelQuestion, answered: PanelQuestion): boolean {
  // A folder that is gone is answered by another one.
  if (asked.folderUri !== answered.folderUri) return true;
  // Reading gives the keys one order and leaves out what says nothing.
  return JSON.stringify(keptQuestion(asked)) === JSON.stringify(keptQuestion(answered));
}
