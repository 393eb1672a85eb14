/** The person, or whatever started us, asked to stop. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

/** A signal that aborts on Ctrl-C and on requests to end; the process then lives until its clean-up is done. */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => controller.abort(new InterruptedError(name)));
  }
  return controller.signal;
}
