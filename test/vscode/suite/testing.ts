/// <reference types="mocha" />
import { setTimeout as delay } from "node:timers/promises";
import type { Workbench } from "../workbench.ts";
import { workbench } from "./bridgeClient.ts";

/** A test whose title ends with this runs in a second pass, after the window was reloaded. */
export const afterReload = "(after reload)";

/** The window, for a test that needs it; skips the test where there is no bridge. */
export function requireWorkbench(context: Mocha.Context): Workbench {
  if (workbench === undefined) {
    console.log(`      needs the embedded host (--host embedded), skipped: ${context.test?.title}`);
    return context.skip();
  }
  return workbench;
}

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
      await delay(100);
    }
  }
}
