import type { Turns } from "../files/inSlices.ts";
import type { Runtime } from "./runtime.ts";

/** Runs once for many calls within `delay` milliseconds of each other, counted from the first. */
export function coalesced(delay: number, run: () => unknown, { after }: Pick<Runtime, "after">): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    after(delay, () => {
      isWaiting = false;
      return run();
    });
  };
}

/**
 * Gathers keys as long as every turn of the event loop brings another one, then hands them over together,
 * each once. A lone key waits for one turn; the first of many waits for at most `longest` milliseconds.
 */
export function gathered(
  longest: number,
  run: (keys: readonly string[]) => void,
  { clock, soon }: Turns,
): (key: string) => void {
  const keys = new Set<string>();
  let added = 0;
  // The connection takes its next message after those who waited for the last one, hence the second turn.
  const afterTurn = (work: () => void) => soon(() => soon(work));
  const wait = (seen: number, until: number): void =>
    afterTurn(() => {
      if (added !== seen && clock.now() < until) return wait(added, until);
      const all = [...keys];
      keys.clear();
      run(all);
    });
  return (key) => {
    keys.add(key);
    added += 1;
    if (keys.size === 1) wait(added, clock.now() + longest);
  };
}

/**
 * Runs work that many calls ask for: at once after a pause that is at least as long as the work took the
 * last time, else as soon as that pause is over, once for all calls until then. So at most half of the
 * time goes into it, however fast the calls come, and a lone call waits for nothing.
 */
export class AdaptiveWaits {
  readonly #runtime: Pick<Runtime, "clock" | "after">;
  /** When work may be done again. */
  readonly #rested = new Map<string, number>();
  readonly #waiting = new Set<string>();

  constructor(runtime: Pick<Runtime, "clock" | "after">) {
    this.#runtime = runtime;
  }

  /** @param key what the work is about: calls for one key share a run */
  run(key: string, work: () => void): void {
    if (this.#waiting.has(key)) return;
    const { clock, after } = this.#runtime;
    const wait = (this.#rested.get(key) ?? 0) - clock.now();
    if (wait <= 0) {
      this.#work(key, work);
      return;
    }
    this.#waiting.add(key);
    after(wait, () => {
      this.#waiting.delete(key);
      this.#work(key, work);
    });
  }

  #work(key: string, work: () => void): void {
    const { clock } = this.#runtime;
    const start = clock.now();
    work();
    const end = clock.now();
    this.#rested.set(key, end + (end - start));
  }

  forget(key: string): void {
    this.#rested.delete(key);
  }
}
