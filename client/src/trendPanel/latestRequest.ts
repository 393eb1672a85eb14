import type { ClientRuntime } from "../clientRuntime.ts";

/** Something that can be called off, as an editor's `CancellationTokenSource` is. */
export interface Cancellation<Token> {
  readonly token: Token;
  cancel(): void;
  dispose(): void;
}

/** Longer than a person waits without a sign that something is being done. */
const patienceMilliseconds = 300;

/** Asks one question at a time: a newer one calls the older off, and a long wait is reported. */
export class LatestRequest<Token> {
  readonly #makeCancellation: () => Cancellation<Token>;
  readonly #tellBusy: (isBusy: boolean) => void;
  #current: Cancellation<Token> | undefined;
  readonly #after: ClientRuntime["after"];
  #callOff: (() => void) | undefined;
  #isBusy = false;

  /** @param tellBusy learns that a wait has become long, and when it is over */
  constructor(
    makeCancellation: () => Cancellation<Token>,
    tellBusy: (isBusy: boolean) => void,
    after: ClientRuntime["after"],
  ) {
    this.#makeCancellation = makeCancellation;
    this.#tellBusy = tellBusy;
    this.#after = after;
  }

  /**
   * The answer; `undefined` when the question was called off meanwhile, whatever became of it.
   * @throws what the question throws, unless it was called off
   */
  async ask<Answer>(question: (token: Token) => Promise<Answer>): Promise<Answer | undefined> {
    this.#current?.cancel();
    const asked = this.#makeCancellation();
    this.#current = asked;
    // The wait goes on through newer questions: nothing has been answered yet.
    this.#callOff ??= this.#after(patienceMilliseconds, () => this.#becomeBusy());
    try {
      const answer = await question(asked.token);
      return this.#current === asked ? answer : undefined;
    } catch (error) {
      if (this.#current === asked) throw error;
      return undefined;
    } finally {
      asked.dispose();
      if (this.#current === asked) this.#rest();
    }
  }

  /** Calls off what is being asked: nobody waits for it any more. */
  cancel(): void {
    this.#current?.cancel();
    this.#rest();
  }

  #becomeBusy(): void {
    this.#isBusy = true;
    this.#tellBusy(true);
  }

  #rest(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#current = undefined;
    if (this.#isBusy) this.#tellBusy(false);
    this.#isBusy = false;
  }
}
