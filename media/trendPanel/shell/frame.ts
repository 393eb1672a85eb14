/** Does work at most once per frame, and none at all while the page is hidden. */
export class Frame {
  readonly #work: () => void;
  #isWanted = false;
  #request: number | undefined;

  constructor(work: () => void) {
    this.#work = work;
    document.addEventListener("visibilitychange", () => this.#ask());
  }

  /** Asks for the work to be done in the next frame, or as soon as the page is seen. */
  request(): void {
    this.#isWanted = true;
    this.#ask();
  }

  /** Does the work that was asked for at once, for a focus that goes to what it makes. */
  flush(): void {
    if (!this.#isWanted || document.hidden) return;
    this.#isWanted = false;
    this.#work();
  }

  #ask(): void {
    if (!this.#isWanted || document.hidden || this.#request !== undefined) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = undefined;
      if (document.hidden || !this.#isWanted) return;
      this.#isWanted = false;
      this.#work();
    });
  }
}
