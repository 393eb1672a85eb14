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

/** What gathering needs from the machine; tests bring their own. */
export interface Turns {
  /** Milliseconds from any start. */
  readonly now: () => number;
  /** Runs once every message that waits now has had its turn. */
  readonly afterTurn: (run: () => void) => void;
}

/** The connection takes its next message after those who waited for the last one, hence the second turn. */
const systemTurns: Turns = {
  now: () => performance.now(),
  afterTurn: (run) => void setImmediate(() => setImmediate(run)),
};

/**
 * Gathers keys as long as every turn of the event loop brings another one, then hands them over together,
 * each once. A lone key waits for one turn; the first of many waits for at most `longest` milliseconds.
 */
export function gathered(
  longest: number,
  run: (keys: readonly string[]) => void,
  { now, afterTurn }: Turns = systemTurns,
): (key: string) => void {
  const keys = new Set<string>();
  let added = 0;
  const wait = (seen: number, until: number) =>
    afterTurn(() => {
      if (added !== seen && now() < until) return wait(added, until);
      const all = [...keys];
      keys.clear();
      run(all);
    });
  return (key) => {
    keys.add(key);
    added += 1;
    if (keys.size === 1) wait(added, now() + longest);
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
 * Runs work that many calls ask for: at once after a pause that is at least as long as the work took the
 * last time, else as soon as that pause is over, once for all calls until then. So at most half of the
 * time goes into it, however fast the calls come, and a lone call waits for nothing.
 */
export class AdaptiveWaits {
  readonly #timers: Timers;
  /** When work may be done again. */
  readonly #rested = new Map<string, number>();
  readonly #waiting = new Set<string>();

  constructor(timers: Timers = systemTimers) {
    this.#timers = timers;
  }

  /** @param key what the work is about: calls for one key share a run */
  run(key: string, work: () => void): void {
    if (this.#waiting.has(key)) return;
    const wait = (this.#rested.get(key) ?? 0) - this.#timers.now();
    if (wait <= 0) {
      this.#work(key, work);
      return;
    }
    this.#waiting.add(key);
    this.#timers.after(wait, () => {
      this.#waiting.delete(key);
      this.#work(key, work);
    });
  }

  #work(key: string, work: () => void): void {
    const start = this.#timers.now();
    work();
    const end = this.#timers.now();
    this.#rested.set(key, end + (end - start));
  }

  forget(key: string): void {
    this.#rested.delete(key);
  }
}
