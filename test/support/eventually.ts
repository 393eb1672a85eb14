import { setTimeout as delay } from "node:timers/promises";

/** Repeats `check` until it no longer throws; after `seconds` its last error is thrown. */
export async function eventually<Result>(
  check: () => Promise<Result> | Result,
  seconds = 10,
): Promise<Result> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(50);
    }
  }
}
