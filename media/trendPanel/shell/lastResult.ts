/** What was made last, made anew only when something it was made from is another. */
export class LastResult<Result> {
  #last: { readonly key: readonly unknown[]; readonly result: Result } | undefined;

  get latest(): Result | undefined {
    return this.#last?.result;
  }

  /** @param key everything that the result depends on, compared by identity */
  of(key: readonly unknown[], make: () => Result): Result {
    const last = this.#last;
    if (last !== undefined && key.every((part, place) => part === last.key[place])) return last.result;
    const result = make();
    this.#last = { key, result };
    return result;
  }
}
