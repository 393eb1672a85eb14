/// <reference types="mocha" />
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
