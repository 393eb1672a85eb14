/**
 * A computation in steps: each gives the share that is done, between 0 and 1, the end gives the result.
 * Whoever takes the steps may answer others between two of them, or take no more.
 */
export type Steps<Result> = Generator<number, Result, undefined>;

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
  #share = 0;
  #end: { readonly result: Result } | undefined;

  /** @param steps nothing is computed until somebody asks */
  constructor(steps: Steps<Result>) {
    this.#remaining = steps;
  }

  /** The result; what is left of the computation happens now. */
  get(): Result {
    while (this.#end === undefined) this.#advance();
    return this.#end.result;
  }

  /** The rest of the computation. Several callers may take turns. */
  *steps(): Steps<void> {
    while (this.#end === undefined) {
      this.#advance();
      yield this.#share;
    }
  }

  #advance(): void {
    const step = this.#remaining.next();
    if (step.done === true) this.#end = { result: step.value };
    this.#share = step.done === true ? 1 : step.value;
  }
}

/** One computation after another; each counts for the same share of the whole. */
export function* oneAfterAnother(computations: readonly Steps<void>[]): Steps<void> {
  const { length } = computations;
  for (const [place, computation] of computations.entries())
    yield* partOf(computation, place / length, (place + 1) / length);
}

/** A part of a longer computation: its shares between two shares of the whole. */
export function* partOf<Result>(steps: Steps<Result>, start: number, end: number): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield start + (end - start) * step.value;
  }
}
