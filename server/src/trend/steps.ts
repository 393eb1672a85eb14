/**
 * A computation in steps: what is yielded says nothing, the end gives the result. Whoever takes the steps
 * may answer others between two of them, or take no more.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Takes all remaining steps at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * A result that is computed at most once, at once or in steps. Steps that nobody takes any more are
 * not lost: whoever asks next goes on from there, so every way leads to the same result.
 */
export class SteppedResult<Result> {
  readonly #remaining: Steps<Result>;
  #end: { readonly result: Result } | undefined;

  /** @param steps nothing is computed until somebody asks */
  constructor(steps: Steps<Result>) {
    this.#remaining = steps;
  }

  /** The result; what is left of the computation happens now. */
  get(): Result {
    this.#end ??= { result: finish(this.#remaining) };
    return this.#end.result;
  }

  /** The rest of the computation. Several callers may take turns. */
  *steps(): Steps<void> {
    while (this.#end === undefined) {
      const step = this.#remaining.next();
      if (step.done === true) this.#end = { result: step.value };
      yield;
    }
  }
}
