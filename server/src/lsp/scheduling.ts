/** Runs once for many calls within `delay` milliseconds of each other, counted from the first. */
export function coalesced(delay: number, run: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      run();
    }, delay);
  };
}

/** What waits need from the machine; tests bring their own. */
export interface Timers {
  /** Milliseconds from any start. */
  readonly now: () => number;
  readonly after: (milliseconds: number, run: () => void) => void;
}

const systemTimers: Timers = {
  now: () => performance.now(),
  after: (milliseconds, run) => void setTimeout(run, milliseconds),
};

/**
 * Runs work that many calls ask for: cheap work at once, dear work after as long as it took the last
 * time, once for all calls until then. So at most half of the time goes into it, however fast the calls
 * come, and nobody waits longer than that for the answer to the last of them.
 */
export class AdaptiveWaits {
  readonly #timers: Timers;
  readonly #lastCost = new Map<string, number>();
  readonly #waiting = new Set<string>();

  constructor(timers: Timers = systemTimers) {
    this.#timers = timers;
  }

  /** @param key what the work is about: calls for one key share a run */
  run(key: string, work: () => void): void {
    if (this.#waiting.has(key)) return;
    this.#waiting.add(key);
    this.#timers.after(this.#lastCost.get(key) ?? 0, () => {
      this.#waiting.delete(key);
      const start = this.#timers.now();
      work();
      this.#lastCost.set(key, this.#timers.now() - start);
    });
  }

  forget(key: string): void {
    this.#lastCost.delete(key);
  }
}
